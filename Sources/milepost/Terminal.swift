import Foundation
import Glibc

/// The terminal and the machine, as far as commands need to know them.
enum Terminal {
    /// Columns of the terminal on standard output, 80 in a pipe or a file.
    static var width: Int {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else {
            return 80
        }
        return min(Int(size.ws_col), 120)
    }

    /// Colour only on a terminal, and never with NO_COLOR or TERM=dumb.
    static var wantsColour: Bool {
        isatty(STDOUT_FILENO) == 1 && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
    }

    static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb" }

    /// Processors that this process may use.
    static var processorCount: Int { max(ProcessInfo.processInfo.activeProcessorCount, 1) }

    static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    static func write(_ text: String) { write(Array(text.utf8), to: STDOUT_FILENO) }
    static func write(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }
    static func write(error text: String) { write(Array(text.utf8), to: STDERR_FILENO) }
    static func writeError(_ text: String) {
        #if MPI
            if isMuted { return }
        #endif
        write(Array((text + "\n").utf8), to: STDERR_FILENO)
    }

    #if MPI
        /// Whether another process says what is wrong. Set before there is a second thread that writes.
        nonisolated(unsafe) static var isMuted = false
    #endif

    /// Makes a closed pipe an error of the write instead of a signal: a run that loses its reader
    /// still writes its files.
    static func ignoreClosedPipes() { signal(SIGPIPE, SIG_IGN) }

    /// A reader that has seen enough (`| head`) ends the output without an error; a full disk is one.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var offset = 0
        while offset < bytes.count {
            let written = bytes[offset...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 && errno == EINTR { continue }
            if written < 0 && errno != EPIPE && descriptor == STDOUT_FILENO {
                writeError("Error: cannot write the output: \(String(cString: strerror(errno)))")
                exit(Failure.fileSystem.rawValue)
            }
            if written <= 0 { return }
            offset += written
        }
    }

    /// Seconds since 1970.
    static func unixTime() -> Int { Int(time(nil)) }

    /// Seconds of a clock that only moves forward.
    static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
