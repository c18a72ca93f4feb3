// An agency's XML in, its stories out: NewsML-G2 (IPTC; a news item, or a message of several) and NITF, alone or inside it.
internal import RecoupeModel

/// Reads stories of agencies.
struct AgencyReader {
    func items(in root: XMLElement) -> [Item] {
        if root.name == "nitf" { return [story(root, Item(format: "nitf"))] }
        let found = root.name == "newsItem" ? [root] : root.below("newsItem")
        return found.filter { isStory($0) }.map { item($0) }
    }

    /// Pictures and the like have items of their own.
    private func isStory(_ element: XMLElement) -> Bool {
        guard let kind = element.first("itemMeta")?.first("itemClass")?["qcode"] else { return true }
        return kind.hasSuffix(":text") || kind.hasSuffix(":composite")
    }

    private func item(_ element: XMLElement) -> Item {
        var item = Item(format: "newsml-g2")
        let (own, content) = (element.first("itemMeta"), element.first("contentMeta"))
        item.title = content?.text("headline") ?? own?.text("title")
        item.authors = (content?.all("by").compactMap(\.text) ?? []) + (content?.all("creator").compactMap { $0.text("name") } ?? [])
        item.published = own?.text("firstCreated") ?? content?.text("contentCreated") ?? own?.text("versionCreated")
        item.outlet = own?.first("provider").flatMap { $0.text("name") ?? $0["literal"] } ?? content?.text("creditline")
        item.language = content?.first("language")?["tag"] ?? element["lang"]
        item.url = element.first("rightsInfo")?.first("link")?["href"]
        guard let set = element.first("contentSet") else { return item }
        if let inner = set.all("inlineXML").lazy.compactMap({ $0.elements.first }).first {
            return inner.name == "nitf" ? story(inner, item) : with(Fragment.html(inner.first("body") ?? inner), item)
        }
        item.text = set.all("inlineData").lazy.compactMap(\.text).first
        return item
    }

    private func with(_ html: String, _ item: Item) -> Item {
        var item = item
        item.html = html
        return item
    }

    /// The body of a NITF document; what the envelope does not say, its own head does.
    private func story(_ nitf: XMLElement, _ given: Item) -> Item {
        var item = given
        let body = nitf.first("body")
        let head = body?.first("body.head")
        item.title = item.title ?? head?.first("hedline")?.text("hl1") ?? nitf.first("head")?.text("title")
        if item.authors.isEmpty { item.authors = head?.all("byline").compactMap { $0.text("person") ?? $0.text } ?? [] }
        let data = nitf.first("head")?.first("docdata")
        item.published = item.published ?? data?.first("date.issue")?["norm"] ?? data?.first("date.release")?["norm"]
        item.outlet = item.outlet ?? nitf.first("head")?.first("pubdata")?["name"] ?? head?.first("distributor")?.text
        item.language = item.language ?? nitf["lang"]
        item.html = (body?.first("body.content") ?? body).map { Fragment.html($0) }
        return item
    }
}
