// The day that an address names: `/2019/10/24/`, `2019-10-24`, `/20191024-…`, `/2019/191024_…`. The address of an archive's copy names
// the day of the copy before the address of the page; that day is when the page was saved, never when it was published.
internal import RecoupeText

/// An address and the days in it.
struct PageAddress {
    let url: String
    private(set) var day: CalendarDay?
    /// When an archive saved the page.
    private(set) var saved: CalendarDay?

    init(_ address: String?, months: [String: Int]) {
        let whole = address ?? ""
        (url, saved) = Self.original(whole)
        day = Self.parted(DateScanner.tokens(url), months) ?? Self.compact(url)
    }

    /// The address of the page itself, and the day that stands before it in an archive's address.
    private static func original(_ url: String) -> (String, CalendarDay?) {
        guard let web = url.place(of: "/web/"), let inner = url[web.upperBound...].place(of: "/http") else { return (url, nil) }
        let stamp = url[web.upperBound..<inner.lowerBound].prefix { $0.isNumber }
        guard stamp.count == 14 else { return (url, nil) }
        return (String(url[inner.lowerBound...].dropFirst()), number(stamp.prefix(8)))
    }

    /// Year, month and day between the same signs.
    private static func parted(_ tokens: [DateScanner.Token], _ months: [String: Int]) -> CalendarDay? {
        for index in tokens.indices.dropLast(4) {
            guard let year = tokens[index].number, tokens[index].text.utf8.count == 4, (PublicationFinder.firstYear...2100).contains(year),
                tokens[index + 1].text == tokens[index + 3].text, ["/", "-", "_"].contains(tokens[index + 1].text),
                let day = tokens[index + 4].number, tokens[index + 4].text.utf8.count <= 2,
                let month = tokens[index + 2].number ?? months[tokens[index + 2].folded],
                let found = CalendarDay(year: year, month: month, day: day)
            else { continue }
            return found
        }
        return nil
    }

    /// Eight digits that are a day, or six where the address names their year besides; other letters or digits touch neither.
    private static func compact(_ url: String) -> CalendarDay? {
        let path = url.place(of: "//").map { url[$0.upperBound...].drop { $0 != "/" } } ?? url[...]
        for run in path.split(whereSeparator: { !($0.isLetter || $0.isNumber) }) where run.allSatisfy({ $0.isASCII && $0.isNumber }) {
            if run.count == 8, let day = number(run) { return day }
            if run.count == 6, path.contains("/20" + run.prefix(2) + "/"), let day = number("20" + run) { return day }
        }
        return nil
    }

    /// A day from its eight digits.
    private static func number(_ digits: some StringProtocol) -> CalendarDay? {
        guard let number = Int(digits), (PublicationFinder.firstYear...2100).contains(number / 10_000) else { return nil }
        return CalendarDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }
}
