import Foundation
import Glibc
import Reporting

/// The terminal and the machine, as far as commands need to know them.
enum Terminal {
    /// Columns for text: COLUMNS where it is set, also in a pipe, else those of the terminal, else 80.
    static var width: Int {
        let stated = setting("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? min($0, 1000) : nil }
        let width = stated ?? columns(of: STDOUT_FILENO).flatMap { $0 > 0 ? min($0, 120) : nil } ?? 80
        // Tables need 40; a narrower terminal breaks these lines, and 80 would be worse.
        return max(40, width)
    }

    /// Columns for the line of progress, which is on standard error.
    static var progressWidth: Int { columns(of: STDERR_FILENO).flatMap { $0 > 10 ? $0 : nil } ?? 80 }

    private static func columns(of descriptor: Int32) -> Int? {
        var size = winsize()
        return isatty(descriptor) == 1 && ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 ? Int(size.ws_col) : nil
    }

    /// Which colours output gets where nobody says: those of the terminal, none in a pipe. NO_COLOR switches them off,
    /// CLICOLOR_FORCE and FORCE_COLOR on wherever output goes; of both the first counts.
    static var colour: TextFormat.Colour {
        if setting("NO_COLOR") != nil { return .none }
        if ["CLICOLOR_FORCE", "FORCE_COLOR"].contains(where: { (setting($0) ?? "0") != "0" }) { return palette }
        return isatty(STDOUT_FILENO) == 1 && environment("TERM") != "dumb" ? palette : .none
    }

    /// The colours that the terminal is known to have.
    static var palette: TextFormat.Colour {
        let kind = environment("TERM") ?? ""
        let names = ["256", "direct", "kitty", "alacritty", "ghostty", "foot", "wezterm"]
        return setting("COLORTERM") != nil || names.contains { kind.contains($0) } ? .palette : .sixteen
    }

    /// Blocks, unless the terminal or the locale is known to have none. Without any locale, as in containers, the terminal
    /// still takes UTF-8, as all text is.
    static var signs: TextFormat.Signs {
        if environment("TERM") == "dumb" { return .ascii }
        guard let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(setting).first else { return .blocks }
        let encoding = locale.lowercased()
        return encoding.contains("utf-8") || encoding.contains("utf8") ? .blocks : .ascii
    }

    /// A variable that is set to something.
    private static func setting(_ name: String) -> String? {
        environment(name).flatMap { $0.isEmpty ? nil : $0 }
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
