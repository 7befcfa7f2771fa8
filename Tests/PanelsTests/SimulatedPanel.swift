import Panels
import RealModule
import Sampling

/// A panel of logarithms drawn from known parameters.
struct SimulatedPanel {
    var regions = 30
    var years = 15
    var trend = 0.08
    var commonDeviation = 0.03
    var regionDeviation = 0.1
    /// sd of the regions' own trends, which last.
    var trendDeviation = 0.0
    /// Growth year from which the trend is damped; the panel's end where forecasts are tested.
    var dampedFrom = Int.max
    var damping = 0.9
    /// Shift of all regions, and sd of their own, at each break.
    var shift = 0.0
    var shiftDeviation = 0.0
    var breaks: [Int] = []
    var seed: UInt64 = 1

    static let firstYear = 2000

    func panel(hiding hidden: (_ region: Int, _ year: Int) -> Bool = { _, _ in false }) throws -> Panel {
        func normals(_ purpose: String, _ count: Int) -> [Double] {
            let stream = RandomStream(seed: seed, purpose: purpose, item: "")
            return (0..<count).map { normalQuantile(stream.uniform(step: 0, member: UInt64($0))) }
        }
        let common = normals("common", years)
        let own = normals("own", regions * years)
        let trends = normals("trends", regions)
        let shifts = normals("shifts", regions * max(breaks.count, 1))
        var values: [[Double?]] = []
        for region in 0..<regions {
            var level = Double(region)
            var row: [Double?] = [hidden(region, 0) ? nil : level]
            for year in 1..<years {
                let kept = Double.pow(damping, max(0, year - dampedFrom))
                level += (trend + trendDeviation * trends[region]) * kept
                level += commonDeviation * common[year] + regionDeviation * own[region * years + year]
                for (index, first) in breaks.enumerated() where first == Self.firstYear + year {
                    level += shift + shiftDeviation * shifts[region * breaks.count + index]
                }
                row.append(hidden(region, year) ? nil : level)
            }
            values.append(row)
        }
        return try Panel(
            name: "simulated", regions: (0..<regions).map { "r\($0)" },
            years: Array(Self.firstYear..<Self.firstYear + years), values: values, breaks: breaks)
    }
}
