import Dispatch

/// Seconds that `work` takes, and what it returns.
func timed<Result>(_ work: () throws -> Result) rethrows -> (seconds: Double, result: Result) {
    let start = DispatchTime.now().uptimeNanoseconds
    let result = try work()
    return (Double(DispatchTime.now().uptimeNanoseconds - start) * 1e-9, result)
}

/// One line for the driver: a name and a number.
func report(_ name: String, _ value: Double) { print("\(name)\t\(value)") }
