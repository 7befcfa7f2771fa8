import Glibc

/// Compound growth a year that leads from one value to another: (to / from)^(1 / years) - 1.
///
/// Defined for a positive start, an end of zero or more, and at least one year;
/// nil otherwise, or where a value is not finite. An end of zero gives -1.
public func compoundGrowth(from start: Double, to end: Double, years: Int) -> Double? {
    guard start > 0, end >= 0, start.isFinite, end.isFinite, years > 0 else { return nil }
    // expm1 keeps the digits of small growth that pow - 1 would lose.
    return expm1(log(end / start) / Double(years))
}
