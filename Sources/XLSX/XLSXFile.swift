#if Workbook
    import CXLSXWriter
    import Glibc
    import Workbooks

    /// Workbooks as the bytes of an Excel file (Office Open XML), through libxlsxwriter.
    public enum XLSXFile {
        /// The file. Equal workbooks give equal bytes.
        ///
        /// Nothing stays on any disk: the file is made in memory, its parts in unnamed temporary files.
        ///
        /// - Throws: `XLSXError`.
        /// - Precondition: names of sheets are distinct and allowed (see `SheetNames`).
        public static func bytes(of workbook: Workbook) throws(XLSXError) -> [UInt8] {
            let library = try library()
            let descriptor = cxlsxwriter_memory_file()
            guard descriptor >= 0 else { throw .noTemporaryFile(code: errno) }
            defer { close(descriptor) }
            var writing = XLSXWriting(library, path: "/proc/self/fd/\(descriptor)")
            let code = writing.write(workbook)
            guard code == LXW_NO_ERROR else { throw .refused(code: Int(code.rawValue)) }
            return try contents(of: descriptor)
        }

        private static func library() throws(XLSXError) -> UnsafePointer<cxlsxwriter> {
            guard let library = cxlsxwriter_load() else {
                throw .noLibrary(name: String(cString: cxlsxwriter_library()))
            }
            return library
        }

        private static func contents(of descriptor: Int32) throws(XLSXError) -> [UInt8] {
            var status = stat()
            guard fstat(descriptor, &status) == 0 else { throw .noTemporaryFile(code: errno) }
            let size = Int(status.st_size)
            var failure: Int32 = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
                while filled < size {
                    let count = pread(descriptor, buffer.baseAddress! + filled, size - filled, filled)
                    guard count > 0 else {
                        failure = count < 0 ? errno : EIO
                        return
                    }
                    filled += count
                }
            }
            guard failure == 0 else { throw .noTemporaryFile(code: failure) }
            return bytes
        }
    }
#endif
