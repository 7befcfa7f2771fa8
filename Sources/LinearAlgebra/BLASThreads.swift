import COpenBLAS
import Synchronization

/// OpenBLAS' own threads, a setting of the whole process.
///
/// Two layers of threads fight for the same cores: BLAS threads under Swift
/// threads measured up to 1.8 times slower. So one BLAS thread while workers
/// run, all cores only for one large factorisation.
public enum BLASThreads {
    /// Number of threads that OpenBLAS uses for one call.
    public static var count: Int { Int(openblas_get_num_threads()) }

    /// Runs `body` with `n` BLAS threads; the number before comes back when the
    /// last of overlapping calls has ended.
    ///
    /// The number is global: of calls that overlap in time on different threads,
    /// the one that begins last decides for all of them.
    ///
    /// - Precondition: `n` is 1 or more.
    public static func with<R, E: Error>(_ n: Int, _ body: () throws(E) -> R) throws(E) -> R {
        precondition(n >= 1 && n <= Int(Int32.max), "number of BLAS threads out of range")
        uses.withLock { uses in
            if uses.count == 0 { uses.before = openblas_get_num_threads() }
            uses.count += 1
            set(Int32(n))
        }
        defer {
            uses.withLock { uses in
                uses.count -= 1
                if uses.count == 0 { set(uses.before) }
            }
        }
        return try body()
    }

    /// Runs `body`, one large factorisation or product, on all cores: as many BLAS threads as OpenBLAS was started
    /// with (`OPENBLAS_NUM_THREADS`, by default one a core), and one again afterwards where it was one before.
    ///
    /// Small work and work inside `with`, whose threads have the cores already, run as they are. The last bits of a
    /// factorisation depend on the number of threads; it is that of the machine, whatever a program's own workers.
    ///
    /// - Parameter order: of the matrices; with 500 and fewer a second thread gains nothing.
    static func onAllCores<R, E: Error>(order: Int, _ body: () throws(E) -> R) throws(E) -> R {
        guard order > 500, available > openblas_get_num_threads(), uses.withLock({ $0.count }) == 0 else {
            return try body()
        }
        let isAlone = openblas_get_num_threads() == 1
        defer { if isAlone { copenblas_end_threads() } }
        return try with(Int(available), body)
    }

    /// Threads that OpenBLAS was started with.
    private static let available = openblas_get_num_threads()

    private static let uses = Mutex((count: 0, before: Int32(1)))

    /// Setting the number starts threads that `useOne` has ended, even where it is the number already set.
    private static func set(_ n: Int32) {
        if openblas_get_num_threads() != n { openblas_set_num_threads(n) }
    }

    /// One BLAS thread from now on, for a program whose own workers use the cores.
    ///
    /// OpenBLAS starts its threads when it is loaded, and idle ones spin for about
    /// 100 ms before they sleep, on the cores that the workers need: this ends them.
    /// Calls with more threads start them again.
    ///
    /// - Precondition: no call into OpenBLAS is under way on another thread.
    public static func useOne() {
        _ = available
        openblas_set_num_threads(1)
        copenblas_end_threads()
    }

    /// OpenBLAS' build options and the processor kernel that it picked, e.g.
    /// `OpenBLAS 0.3.21 NO_LAPACKE DYNAMIC_ARCH NO_AFFINITY Cooperlake MAX_THREADS=64`.
    public static var configuration: String { openblas_get_config().map { String(cString: $0) } ?? "unknown" }
}
