// A saved feed in, its entries out: RSS 0.9x, 1.0 and 2.0, and Atom (RFC 4287), with the modules by which feeds carry whole reports.
internal import RecoupeModel

/// Reads feeds.
struct FeedReader {
    func items(in root: XMLElement) -> [Item] { root.name == "feed" ? atom(root) : rss(root) }

    // MARK: RSS

    private func rss(_ root: XMLElement) -> [Item] {
        let channel = root.first("channel") ?? root
        // RSS 1.0 puts the entries beside the channel.
        let entries = channel.all("item") + root.all("item")
        let (outlet, language) = (channel.text("title").map { Self.name($0) }, channel.text("language", "dc:language"))
        return entries.map { entry in
            var item = Item(format: "rss")
            item.title = entry.text("title", "dc:title", "media:title")
            item.authors = entry.all("dc:creator").compactMap(\.text) + entry.all("author").compactMap { $0.text.map(Self.withoutAddress) }
            item.published =
                entry.text("pubDate").map { MailDate.iso($0) ?? $0 } ?? entry.text("dc:date", "dcterms:issued", "dcterms:created")
            item.outlet = outlet
            item.language = entry.text("dc:language") ?? language
            item.url = Self.address(entry.text("feedburner:origLink", "link") ?? permanent(entry))
            let whole = entry.text("content:encoded") ?? entry.first("xhtml:body", "body").map { Fragment.html($0) }
            item.html = whole ?? entry.text("description", "dc:description")
            if whole == nil { item.summary = true }
            return item
        }
    }

    private func permanent(_ entry: XMLElement) -> String? {
        entry.first("guid").flatMap { $0["isPermaLink"] == "false" ? nil : $0.text }
    }

    /// `desk@journal.example (Anne Petit)` names a person; the address alone does not.
    private static func withoutAddress(_ author: String) -> String {
        guard author.contains("@"), let open = author.firstIndex(of: "("), let close = author.lastIndex(of: ")"), open < close else {
            return author
        }
        return String(author[author.index(after: open)..<close])
    }

    /// The name at the head of a feed's title, without the section or the slogan after it.
    static func name(_ title: String) -> String {
        let ends = [" - ", " | ", " – ", " — ", " : ", " :: ", " » "].compactMap { title.firstRange(of: $0)?.lowerBound }
        return ends.min().map { String(title[..<$0]) } ?? title
    }

    private static func address(_ text: String?) -> String? { text.flatMap { $0.hasPrefix("http") ? $0 : nil } }

    // MARK: Atom

    private func atom(_ root: XMLElement) -> [Item] {
        let (outlet, authors) = (root.text("title").map { Self.name($0) }, names(root) ?? [])
        return root.all("entry").map { entry in
            var item = Item(format: "atom")
            item.title = entry.first("title").map { Self.plain($0) }
            item.authors = names(entry) ?? authors
            item.published = entry.text("published", "issued", "dc:date")
            item.outlet = entry.first("source")?.text("title").map { Self.name($0) } ?? outlet
            item.language = entry["lang"] ?? root["lang"]
            item.url = Self.address(link(entry))
            let content = entry.first("content").flatMap { Self.content($0) }
            item.html = content ?? entry.first("summary").flatMap { Self.content($0) }
            if content == nil { item.summary = true }
            return item
        }
    }

    private func names(_ element: XMLElement) -> [String]? {
        let found = element.all("author").compactMap { $0.text("name") }
        return found.isEmpty ? nil : found
    }

    private func link(_ entry: XMLElement) -> String? {
        let links = entry.all("link")
        return (links.first { $0["rel"] == "alternate" } ?? links.first { $0["rel"] == nil })?["href"]
    }

    /// The content as HTML, whichever way it is written.
    private static func content(_ element: XMLElement) -> String? {
        switch element["type"] {
        case "xhtml", "application/xhtml+xml": Fragment.html(element)
        case "html", "text/html": element.text
        default: element.text.map { Signature.isMarkup($0) ? $0 : Fragment.escaped($0) }
        }
    }

    /// A title that may be HTML, as text.
    private static func plain(_ element: XMLElement) -> String {
        guard element["type"] == "html", let text = element.text, text.contains("<") || text.contains("&") else {
            return element.text ?? ""
        }
        return MarkupText.plain(text)
    }
}
