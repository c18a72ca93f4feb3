// An HTTP answer in, the addresses that it lists out, where it is a feed or a sitemap: what a feed's reader follows to the reports.
internal import Foundation
internal import RecoupeModel

extension Intake {
    /// The addresses of a feed's entries or a sitemap's pages, each once, in their order; nothing where an answer (head and body) is
    /// neither.
    package func entryAddresses(of answer: [UInt8], path: String) -> [String]? {
        guard let response = WebResponse(answer[...]), let body = try? response.body(of: answer, path: path, limits: limits) else {
            return nil
        }
        guard let found = EntryAddresses().list(body, path: path) else { return nil }
        var seen: Set<String> = []
        return found.filter { seen.insert($0).inserted }
    }
}

/// Finds what a feed or a sitemap lists.
struct EntryAddresses {
    func list(_ body: [UInt8], path: String) -> [String]? {
        let start = body.prefix(65_536).drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        let head = Substring(String(decoding: start, as: UTF8.self))
        if head.first == "{" { return feed(JSONLines.object(body)) }
        guard let name = XMLHead.root(of: head), ["rss", "feed", "RDF", "urlset"].contains(name) else { return nil }
        guard let root = try? XMLParser().root(of: body, path: path) else { return nil }
        if name == "urlset" { return root.elements.compactMap { $0.text("loc") } }
        return FeedReader().items(in: root).compactMap(\.url)
    }

    /// JSON Feed names its version by an address of its own.
    private func feed(_ object: [String: Any]?) -> [String]? {
        guard let object, (object["version"] as? String)?.contains("jsonfeed.org") == true else { return nil }
        return JSONItems().items(in: object).compactMap(\.url)
    }
}
