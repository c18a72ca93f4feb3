// A JSON object in, the reports in it out: an article in fields, whatever the program that wrote it calls them, an agency's story
// (ninjs 1.x and 2.x), or a feed (JSON Feed 1.1).
internal import Foundation

/// Finds reports in JSON objects.
struct JSONItems {
    /// Names of fields, without case, underscores and hyphens, the surest first.
    private enum Names {
        static let title = ["title", "headline", "headlines", "articletitle", "heading"]
        static let html = ["html", "bodyhtml", "contenthtml", "bodyxhtml", "articlehtml", "rawhtml"]
        static let text = [
            "text", "bodytext", "contenttext", "maintext", "plaintext", "articlebody", "articletext", "fulltext", "rawtext", "body",
            "content", "article", "story", "bodies", "paragraphs",
        ]
        static let summary = ["summary", "description", "abstract", "excerpt", "lead"]
        static let authors = ["byline", "bylines", "authors", "author", "creator", "creators", "by", "writer"]
        static let published = [
            "published", "datepublished", "publishedat", "publisheddate", "publicationdate", "publishdate", "datepublish", "pubdate",
            "publishedtime",
            "firstcreated", "contentcreated", "versioncreated", "issued", "date",
        ]
        static let outlet = [
            "outlet", "publisher", "sitename", "publication", "newspaper", "sourcename", "source", "provider", "infosources", "media",
        ]
        static let language = ["language", "lang", "languagecode", "inlanguage"]
        static let url = ["url", "canonicalurl", "link", "permalink", "sourceurl", "weburl", "externalurl", "uri"]
        static let captured = [
            "captured", "capturedat", "crawldate", "crawled", "crawledat", "datecrawled", "datedownload", "downloadedat", "fetched",
            "fetchedat", "retrieved", "retrievedat", "accessdate", "scrapedat",
        ]
    }

    /// The reports in an object; those without content too.
    func items(in object: [String: Any]) -> [Item] {
        let fields = Self.normal(object)
        if let entries = fields["items"] as? [Any], (fields["version"] as? String)?.contains("jsonfeed.org") == true {
            return feed(fields, entries.compactMap { $0 as? [String: Any] })
        }
        return [item(fields, format: isAgency(fields) ? "ninjs" : fields["format"] as? String ?? "json")]
    }

    /// Names alike but for case and marks are one; the first by spelling counts.
    private static func normal(_ object: [String: Any]) -> [String: Any] {
        var out: [String: Any] = [:]
        for key in object.keys.sorted() where !(object[key] is NSNull) {
            let name = key.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
            if out[name] == nil { out[name] = object[key] }
        }
        return out
    }

    private func isAgency(_ fields: [String: Any]) -> Bool {
        fields["versioncreated"] != nil && fields["uri"] != nil && ["bodytext", "bodyhtml", "bodies"].contains { fields[$0] != nil }
    }

    private func feed(_ fields: [String: Any], _ entries: [[String: Any]]) -> [Item] {
        entries.map { entry in
            var item = item(Self.normal(entry), format: "json-feed")
            item.outlet = item.outlet ?? (fields["title"] as? String).map { FeedReader.name($0) }
            item.language = item.language ?? fields["language"] as? String
            if item.authors.isEmpty { item.authors = names(in: fields, ["authors", "author"]) }
            return item
        }
    }

    private func item(_ fields: [String: Any], format: String) -> Item {
        var item = Item(format: format)
        item.title = first(fields, Names.title)
        item.authors = names(in: fields, Names.authors)
        item.published = first(fields, Names.published)
        item.outlet = names(in: fields, Names.outlet).first { !$0.hasPrefix("http") }
        item.language = first(fields, Names.language)
        item.url = Names.url.lazy.compactMap { text(fields[$0], " ") }.first { $0.hasPrefix("http") }
        item.captured = first(fields, Names.captured)
        item.html = first(fields, Names.html)
        // A field of that name may be a link or a mark beside the text itself.
        item.text = Names.text.lazy.compactMap { text(fields[$0], "\n\n") }.first { !$0.isEmpty }
        if item.html != nil, (item.text?.utf8.count ?? 0) < 200 || format != "json" { item.text = nil }
        if item.html == nil, item.text == nil {
            item.text = first(fields, Names.summary)
            if item.text != nil { item.summary = true }
        }
        // A report that was kept says of itself whether it is one.
        if let stated = fields["summary"] as? Bool { item.summary = stated }
        return item
    }

    private func first(_ fields: [String: Any], _ names: [String]) -> String? {
        names.lazy.compactMap { text(fields[$0], "\n\n") }.first { !$0.isEmpty }
    }

    /// A value as text: a string, a number, the parts of an array, the content of an object.
    private func text(_ value: Any?, _ joint: String, depth: Int = 0) -> String? {
        guard depth < 4 else { return nil }
        switch value {
        case let text as String: return text.trimmed
        case let values as [Any]:
            let parts = values.compactMap { text($0, joint, depth: depth + 1) }.filter { !$0.isEmpty }
            return parts.isEmpty ? nil : parts.joined(separator: joint)
        case let object as [String: Any]:
            return ["value", "text", "content", "name", "title"].lazy.compactMap { text(object[$0], joint, depth: depth + 1) }.first
        case let number as NSNumber:
            return number.doubleValue == number.doubleValue.rounded() && abs(number.doubleValue) < 1e15
                ? String(Int(number.doubleValue)) : nil
        default: return nil
        }
    }

    /// Names in a string, an array of strings or objects, or an object with a name.
    private func names(in fields: [String: Any], _ keys: [String]) -> [String] {
        for key in keys {
            let values = (fields[key] as? [Any]) ?? fields[key].map { [$0] } ?? []
            let found = values.compactMap { value -> String? in
                if let object = value as? [String: Any] { return (object["name"] ?? object["title"] ?? object["value"]) as? String }
                return value as? String
            }.map(\.trimmed).filter { !$0.isEmpty }
            if !found.isEmpty { return found }
        }
        return []
    }
}
