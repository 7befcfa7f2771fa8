import COpenBLAS

/// OpenBLAS' own threads, a setting of the whole process.
///
/// Two layers of threads fight for the same cores: BLAS threads under Swift
/// threads measured up to 1.8 times slower. So one BLAS thread while workers
/// run, all cores only for one large factorisation.
public enum BLASThreads {
    /// Number of threads that OpenBLAS uses for one call.
    public static var count: Int { Int(openblas_get_num_threads()) }

    /// Runs `body` with `n` BLAS threads, then restores the number before.
    ///
    /// The number is global: calls of `with` must not overlap in time on
    /// different threads. Set it outside the parallel region, not inside.
    ///
    /// - Precondition: `n` is 1 or more.
    public static func with<R, E: Error>(_ n: Int, _ body: () throws(E) -> R) throws(E) -> R {
        precondition(n >= 1 && n <= Int(Int32.max), "number of BLAS threads out of range")
        let before = openblas_get_num_threads()
        openblas_set_num_threads(Int32(n))
        defer { openblas_set_num_threads(before) }
        return try body()
    }

    /// OpenBLAS' build options and the processor kernel that it picked, e.g.
    /// `OpenBLAS 0.3.21 NO_LAPACKE DYNAMIC_ARCH NO_AFFINITY Cooperlake MAX_THREADS=64`.
    public static var configuration: String { openblas_get_config().map { String(cString: $0) } ?? "unknown" }
}
