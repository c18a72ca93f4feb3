// Dates as mail and feeds write them (RFC 5322, RFC 2822, RFC 822: `Tue, 4 Jun 2024 08:00:00 +0200`) in, ISO 8601 out.

/// Reads dates of mail.
enum MailDate {
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// The day and, where it is written, the time; the day is that of the sender.
    static func iso(_ text: String) -> String? {
        // No date is longer.
        let text = text.prefix(100)
        let hasTime = text.contains(":")
        let words = text.split { $0 == " " || $0 == "," || $0 == "-" && !hasTime || $0 == "\t" }
        guard let at = words.firstIndex(where: { months.contains($0.prefix(3).lowercased()) }), at > 0, at + 1 < words.count,
            let month = months.firstIndex(of: words[at].prefix(3).lowercased()), let day = Int(words[at - 1]), (1...31).contains(day),
            var year = Int(words[at + 1])
        else { return nil }
        if year < 100 { year += year < 70 ? 2000 : 1900 }
        guard (1900...2200).contains(year) else { return nil }
        let date = "\(year)-\(two(month + 1))-\(two(day))"
        guard at + 2 < words.count, words[at + 2].contains(":") else { return date }
        let time = words[at + 2].split(separator: ":").compactMap { Int($0) }
        guard time.count >= 2, time.allSatisfy({ (0..<61).contains($0) }) else { return date }
        let zone = at + 3 < words.count ? self.zone(words[at + 3]) : ""
        return date + "T" + two(time[0]) + ":" + two(time[1]) + ":" + two(time.count > 2 ? time[2] : 0) + zone
    }

    private static func zone(_ word: Substring) -> String {
        if ["GMT", "UTC", "UT", "Z", "-0000"].contains(word) { return "Z" }
        guard word.count == 5, word.first == "+" || word.first == "-", word.dropFirst().allSatisfy({ $0.isNumber }) else { return "" }
        return String(word.prefix(3)) + ":" + word.suffix(2)
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
