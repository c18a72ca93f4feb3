// Month and weekday names of all packs (`calendar.tsv`), for the dates that pages state of themselves.
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
}
