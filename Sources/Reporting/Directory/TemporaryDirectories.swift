import Glibc
import Synchronization

/// The temporary directories that exist now, so that an interrupted process can remove them.
///
/// One lock orders the writers, who share it, and the thread that answers signals: a signal waits for the files or the
/// swap at hand, and after it nothing is written any more.
enum TemporaryDirectories {
    private static let open = Mutex<[String]>([])
    private static let gate = Gate()

    static func create(_ path: String) throws(OutputError) {
        try undisturbed { () throws(OutputError) in
            FileSystem.removeAll(path)
            guard mkdir(path, 0o777) == 0 else {
                throw .systemCall(action: .createDirectory, path: path, code: errno)
            }
            open.withLock { $0.append(path) }
        }
    }

    static func remove(_ path: String) {
        gate.enter()
        defer { gate.leave() }
        FileSystem.removeAll(path)
        open.withLock { paths in paths.removeAll { $0 == path } }
    }

    /// Runs `body` so that no signal is answered in the middle of it; others may run at the same time.
    ///
    /// - Precondition: not called from within another call: a signal that comes in between would stop the second.
    static func undisturbed(_ body: () throws(OutputError) -> Void) throws(OutputError) {
        gate.enter()
        defer { gate.leave() }
        try body()
    }

    /// Removes all of them and ends the process.
    static func removeAllAndExit(_ code: Int32) -> Never {
        gate.close()
        for path in open.withLock({ $0 }) { FileSystem.removeAll(path) }
        _exit(code)
    }

    /// Lets any number of threads in, until it closes for good.
    private final class Gate: @unchecked Sendable {
        private let lock = UnsafeMutablePointer<pthread_rwlock_t>.allocate(capacity: 1)

        init() {
            var attributes = pthread_rwlockattr_t()
            pthread_rwlockattr_init(&attributes)
            // Who closes it is not kept waiting by those who come later.
            pthread_rwlockattr_setkind_np(&attributes, Int32(PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP))
            pthread_rwlock_init(lock, &attributes)
            pthread_rwlockattr_destroy(&attributes)
        }

        func enter() { pthread_rwlock_rdlock(lock) }

        func leave() { pthread_rwlock_unlock(lock) }

        /// Waits until all have left.
        func close() { pthread_rwlock_wrlock(lock) }
    }
}

extension OutputDirectory {
    /// Makes SIGINT, SIGTERM and SIGHUP end the process with nothing half-written: temporary directories
    /// are removed, `announce` is called with the signal, and the exit code is 128 + signal (130 for Ctrl-C).
    ///
    /// Call once, at the start. The signals are answered on a thread of their own, where ordinary code may
    /// run. A signal that the parent process had told to ignore (`nohup`) stays ignored.
    public static func removeTemporariesOnSignal(announce: @escaping @Sendable (Int32) -> Void = { _ in }) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        SignalPipe.writingEnd = ends[1]
        let task = Unmanaged.passRetained(SignalTask(readingEnd: ends[0], announce: announce))
        var thread = pthread_t()
        let start: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { pointer in
            Unmanaged<SignalTask>.fromOpaque(pointer!).takeRetainedValue().run()
        }
        // Without the thread the signals keep the system's own way of ending a process.
        guard pthread_create(&thread, nil, start, task.toOpaque()) == 0 else { return task.release() }
        pthread_detach(thread)
        for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { SignalPipe.send($0) }
            action.sa_flags = SA_RESTART
            sigaction(number, &action, nil)
        }
    }

    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        sigaction(number, nil, &action)
        // SIG_IGN is the address 1.
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
    }

    /// The way from a signal handler, which may do next to nothing, to the thread that answers.
    private enum SignalPipe {
        /// Set once, before any handler is installed.
        nonisolated(unsafe) static var writingEnd: Int32 = -1

        static func send(_ number: Int32) {
            let saved = errno
            var byte = UInt8(truncatingIfNeeded: number)
            _ = Glibc.write(writingEnd, &byte, 1)
            errno = saved
        }
    }

    private final class SignalTask {
        private let readingEnd: Int32
        private let announce: @Sendable (Int32) -> Void

        init(readingEnd: Int32, announce: @escaping @Sendable (Int32) -> Void) {
            self.readingEnd = readingEnd
            self.announce = announce
        }

        func run() -> Never {
            var byte: UInt8 = 0
            while read(readingEnd, &byte, 1) != 1 {}
            announce(Int32(byte))
            TemporaryDirectories.removeAllAndExit(128 + Int32(byte))
        }
    }
}
