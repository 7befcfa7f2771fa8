/// Names for chart files made from ids that a user chose.
struct FileNames {
    private var used: Set<String> = []

    /// `charts/NAME`, with a name that every file system takes, told apart from earlier ones by a number.
    mutating func path(for name: String) -> String {
        let safe = String(
            String.UnicodeScalarView(
                name.unicodeScalars.prefix(60).map { scalar in
                    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                        || "-_".unicodeScalars.contains(scalar)
                        ? scalar : "-"
                }))
        var candidate = safe
        var number = 2
        while !used.insert(candidate.lowercased()).inserted {
            candidate = "\(safe)-\(number)"
            number += 1
        }
        return NamedChart.folder + candidate
    }
}
