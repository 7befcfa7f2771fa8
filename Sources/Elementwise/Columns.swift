import CKernels

/// Element-wise passes over columns of doubles, on the widest vector units that the processor has.
///
/// A column may be its own argument, but must not overlap another in part. All arguments have the length of the column.
/// Results agree to 1e-12 between ``VectorLevel``s; on one level an element's result does not depend on its place.
extension UnsafeMutableBufferPointer<Double> {
    /// y ← e^x. Relative error below 3e-16; 0 for x < −708.39.
    public func setExponential(of x: UnsafeMutableBufferPointer<Double>) {
        ckernels_exp(x.base(as: self), base(), count)
    }

    /// y ← ln x: −∞ for 0, NaN below. Relative error below 3e-16.
    public func setLogarithm(of x: UnsafeMutableBufferPointer<Double>) {
        ckernels_log(x.base(as: self), base(), count)
    }

    /// y ← ln(1 + max(x, floor)), the log change that a rate of change stands for.
    ///
    /// - Precondition: floor > −1.
    public func setLogGrowth(of x: UnsafeMutableBufferPointer<Double>, floor: Double) {
        precondition(floor > -1)
        ckernels_log_growth(x.base(as: self), floor, base(), count)
    }

    /// y ← ln(max(after, floor) / max(before, floor)) of finite values.
    ///
    /// - Precondition: floor > 0.
    public func setLogRatio(
        of after: UnsafeMutableBufferPointer<Double>, over before: UnsafeMutableBufferPointer<Double>, floor: Double
    ) {
        precondition(floor > 0)
        ckernels_log_ratio(after.base(as: self), before.base(as: self), floor, base(), count)
    }

    /// y ← x z.
    public func setProduct(of x: UnsafeMutableBufferPointer<Double>, _ z: UnsafeMutableBufferPointer<Double>) {
        ckernels_multiply(x.base(as: self), z.base(as: self), base(), count)
    }

    /// y ← y e^x.
    public func multiply(byExponentialOf x: UnsafeMutableBufferPointer<Double>) {
        ckernels_multiply_exp(x.base(as: self), base(), count)
    }

    /// y ← y + p (x − y).
    public func mix(_ x: UnsafeMutableBufferPointer<Double>, share p: UnsafeMutableBufferPointer<Double>) {
        ckernels_mix(p.base(as: self), x.base(as: self), base(), count)
    }

    /// y ← y + 1 where x > limit.
    public func count(_ x: UnsafeMutableBufferPointer<Double>, above limit: Double) {
        ckernels_count_above(x.base(as: self), limit, base(), count)
    }

    /// Keeps the largest values of every element, in descending order.
    ///
    /// - Parameters:
    ///   - largest: one column after the other, a rank each.
    ///   - self: the value to put in place; holds what drops out afterwards. Not NaN.
    public func insert(intoDescending largest: UnsafeMutableBufferPointer<Double>) {
        precondition(!isEmpty && largest.count % count == 0, "one column for each rank")
        ckernels_insert_descending(largest.baseAddress, largest.count / count, base(), count)
    }

    /// Whether all values are finite and none is below 0.
    public var isPossible: Bool { ckernels_all_possible(UnsafePointer(base()), count) != 0 }

    /// y ← y + x.
    public func add(_ x: UnsafeMutableBufferPointer<Double>) { ckernels_add(x.base(as: self), base(), count) }

    /// y ← y + s x.
    public func add(_ s: Double, times x: UnsafeMutableBufferPointer<Double>) {
        ckernels_add_scaled(s, x.base(as: self), base(), count)
    }

    /// y ← y + s x z.
    public func add(
        _ s: Double, times x: UnsafeMutableBufferPointer<Double>, _ z: UnsafeMutableBufferPointer<Double>
    ) {
        ckernels_add_product(s, x.base(as: self), z.base(as: self), base(), count)
    }

    /// y ← y + a + b z.
    public func add(
        _ a: UnsafeMutableBufferPointer<Double>, _ b: UnsafeMutableBufferPointer<Double>,
        times z: UnsafeMutableBufferPointer<Double>
    ) {
        ckernels_add_shock(a.base(as: self), b.base(as: self), z.base(as: self), base(), count)
    }

    private func base() -> UnsafeMutablePointer<Double> {
        precondition(baseAddress != nil, "a column without storage")
        return baseAddress!
    }

    private func base(as column: UnsafeMutableBufferPointer<Double>) -> UnsafePointer<Double> {
        precondition(count == column.count, "columns of different lengths")
        return UnsafePointer(base())
    }
}
