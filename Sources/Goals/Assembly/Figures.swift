/// Three significant digits: 5781.3 → `5780`, 16.04 → `16`, 0.1234 → `0.123`.
func significant(_ value: Double) -> String {
    guard value.isFinite, value != 0 else { return "\(value)" }
    var scale = 1.0
    while abs(value) * scale < 100 { scale *= 10 }
    while abs(value) * scale >= 1000 { scale /= 10 }
    let rounded = (value * scale).rounded() / scale
    return rounded == rounded.rounded() && abs(rounded) < 1e15 ? "\(Int(rounded))" : "\(rounded)"
}

/// `0.123` → `12.3%`.
func percent(_ share: Double) -> String {
    let tenths = (share * 1000).rounded()
    let whole = Int(abs(tenths)) / 10
    return "\(tenths < 0 ? "-" : "")\(whole).\(Int(abs(tenths)) % 10)%"
}
