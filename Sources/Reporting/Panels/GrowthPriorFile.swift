import Glibc
import Panels
import Scenarios

/// A fitted growth as a part of a scenario: what a scenario extends to take its prior from a panel.
public enum GrowthPriorFile {
    /// Quantiles that ranges are written with: P5 and P95 are this many standard deviations from the middle.
    private static let reach = 1.6448536269514722

    /// YAML with the yearly differential of `economy.relative_growth`: its trend in the first year, what each
    /// further year keeps, and the sd of its yearly shock.
    ///
    /// - Parameters:
    ///   - fit: of a panel of logarithms, usually of a ratio such as revenue over GDP.
    ///   - region: position of the one that the scenario is about.
    ///   - id: of the relative growth.
    ///   - file: the panel's path, for the record.
    ///   - leftOut: regions of the file that did not enter.
    ///   - command: words of the command that writes it, for whoever calibrates again; where to is added.
    public static func text(
        of fit: PanelGrowthFit, region: Int, id: String, file: String, leftOut: [String], command: [String]
    ) -> String {
        let name = fit.panel.regions[region]
        let growth = fit.nextGrowth(of: region)
        let volatility = (pow(fit.volatility(of: region), 2) + pow(fit.commonDeviation, 2)).squareRoot()
        let spread = exp(reach * fit.volatilityError(of: region) / fit.volatility(of: region))
        let source = source(fit, file: file, leftOut: leftOut)
        return """
            # Growth of \(oneLine(fit.panel.name)) in \(oneLine(name)), estimated from a panel by `milepost calibrate`.
            # Name this file in `extends:`, before the scenario's own keys. Do not edit: calibrate again instead, by
            \(comment(command + ["--out", "FILE"]))
            schema: 1
            economy:
              relative_growth:
                - id: \(YAMLText.quoted(id))
                  # \(oneLine(name)) in \((fit.panel.latest(of: region)?.year ?? fit.origin) + 1), pulled \
            \(whole(fit.pooling(of: region))) of the way to the group.
                  trend:
                    p5: \(percent(expm1(growth.mean - reach * growth.deviation)))
                    p95: \(percent(expm1(growth.mean + reach * growth.deviation)))
                    quality: C
                    source: \(YAMLText.quoted(source))
                  # The share that each further year keeps so that five years add up to what the panel's model expects.
                  damping: \(percent(fit.effectiveDamping(of: region)))
                  # Yearly shock of its own and common to the panel's regions together.
                  volatility:
                    p5: \(percent(volatility / spread))
                    p95: \(percent(volatility * spread))
                    quality: C
                    source: \(YAMLText.quoted(source))

            """
    }

    private static func source(_ fit: PanelGrowthFit, file: String, leftOut: [String]) -> String {
        let others = fit.panel.regions.count
        let breaks = fit.shifts.filter { $0.increments > 0 }.map { String($0.year) }
        var text =
            "Partially pooled growth of \(fit.panel.name) in \(others) regions, \(fit.panel.years[0]) to "
            + "\(fit.origin), \(file)"
        if !leftOut.isEmpty { text += "; without \(leftOut.joined(separator: ", "))" }
        if !breaks.isEmpty { text += "; breaks in \(breaks.joined(separator: ", ")) are no growth" }
        return text + " (milepost calibrate)"
    }

    /// A shell command over as many lines of a comment as it needs.
    private static func comment(_ words: [String]) -> String {
        var lines = ["#  "]
        for word in words.map({ shell(oneLine($0)) }) {
            // An option and its value stay together.
            if word.hasPrefix("--"), lines[lines.count - 1].count + word.count > 90 {
                lines[lines.count - 1] += " \\"
                lines.append("#      ")
            }
            lines[lines.count - 1] += " " + word
        }
        return lines.joined(separator: "\n")
    }

    private static func shell(_ word: String) -> String {
        let isPlain = word.unicodeScalars.allSatisfy {
            "-_./:=,+%@".unicodeScalars.contains($0) || $0.properties.isAlphabetic || ("0"..."9").contains($0)
        }
        if isPlain && !word.isEmpty { return word }
        return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }

    private static func percent(_ fraction: Double) -> String {
        HumanNumber.fixed(100 * fraction, decimals: 2).filter { $0 != "," } + "%"
    }

    private static func whole(_ fraction: Double) -> String { HumanNumber.fixed(100 * fraction, decimals: 0) + "%" }

    /// A comment ends at the end of its line.
    private static func oneLine(_ text: String) -> String { text.filter { !$0.isNewline } }
}
