// Month and weekday names of all packs (`calendar.tsv`), and those of other languages (`Languages/markup/months.tsv`), for the dates that
// pages state of themselves.
internal import RecoupeLanguage
internal import RecoupeText

/// The names of months and weekdays, folded, without full stops.
struct DateWords: Sendable {
    private(set) var months: [String: Int] = [:]
    private(set) var weekdays: [String: Int] = [:]

    init(packs: [LanguagePack]) throws(PackError) {
        for pack in packs {
            for row in try pack.table("calendar.tsv", columns: 3).rows {
                guard let value = Int(row[2]) else { continue }
                let form = folded(row[1]).filter { $0 != "." }
                if row[0].hasPrefix("month"), (1...12).contains(value) { months[form] = value }
                if row[0].hasPrefix("weekday"), (1...7).contains(value) { weekdays[form] = value }
            }
        }
    }
    /// The same with the names of months in other languages.
    func everywhere(files: PackFiles) throws(PackError) -> DateWords {
        let path = "Languages/markup/months.tsv"
        guard let bytes = files.bytes(path) else { throw PackError(file: path, trouble: "is missing", remedy: "restore the file") }
        var all = self
        for row in try Table(bytes, file: path, columns: 2).rows {
            if let month = Int(row[0]), (1...12).contains(month) { all.months[folded(row[1])] = all.months[folded(row[1])] ?? month }
        }
        return all
    }
}
