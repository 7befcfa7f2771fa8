#if Workbook
    /// Why a workbook could not be turned into a file.
    public enum XLSXError: Error, Equatable, Sendable {
        /// The library of this name is not installed, or is another than the one that Milepost was built for.
        case noLibrary(name: String)
        /// The system refused a temporary file; its `errno`.
        case noTemporaryFile(code: Int32)
        /// The library refused, with its own number for why.
        case refused(code: Int)
    }
#endif
