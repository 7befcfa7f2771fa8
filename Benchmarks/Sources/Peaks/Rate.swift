import Dispatch

/// What a machine does in a second, at its best.
enum Rate {
    private static let windows = 8
    private static let nanosecondsPerWindow: UInt64 = 30_000_000

    /// The best rate of several short windows, the rates of all cores added up.
    ///
    /// The best, not the median: a limit must not be lower than what the machine has shown.
    ///
    /// - Parameters:
    ///   - cores: threads that work side by side, each on data of its own.
    ///   - amount: operations (or bytes) of one call.
    ///   - makeWork: what one thread calls again and again.
    static func best(cores: Int, amount: Double, makeWork: @Sendable () -> () -> Void) -> Double {
        let rates = Shared(count: cores * windows)
        DispatchQueue.concurrentPerform(iterations: cores) { core in
            let work = makeWork()
            work()
            for window in 0..<windows { rates[core * windows + window] = amount * callsPerSecond(work) }
        }
        return (0..<windows).map { window in (0..<cores).reduce(0) { $0 + rates[$1 * windows + window] } }.max() ?? 0
    }

    private static func callsPerSecond(_ work: () -> Void) -> Double {
        let start = DispatchTime.now().uptimeNanoseconds
        var (now, calls) = (start, 0)
        repeat {
            work()
            calls += 1
            now = DispatchTime.now().uptimeNanoseconds
        } while now - start < nanosecondsPerWindow
        return Double(calls) / (Double(now - start) * 1e-9)
    }
}

/// One place per core and window: written by one thread each, read after all have ended.
private final class Shared: @unchecked Sendable {
    private let values: UnsafeMutablePointer<Double>

    init(count: Int) {
        values = .allocate(capacity: count)
        values.initialize(repeating: 0, count: count)
    }

    deinit { values.deallocate() }

    subscript(index: Int) -> Double {
        get { values[index] }
        set { values[index] = newValue }
    }
}
