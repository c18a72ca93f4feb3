// Scrubbed markup in, the arena of value nodes out. libxml2's HTML parser recovers from any markup; its tree is copied and freed
// here, so that no C value leaves this file.
internal import CLibxml2
internal import RecoupeModel

/// Parses HTML.
struct MarkupParser {
    /// The library sets itself up once.
    private static let ready: Void = xmlInitParser()

    func tree(of markup: [UInt8]) -> MarkupTree {
        _ = Self.ready
        let options = Int32(
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
                | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue)
        let document = markup.withUnsafeBytes { raw -> htmlDocPtr? in
            htmlReadMemory(raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: raw.count), nil, "UTF-8", options)
        }
        guard let document else { return MarkupTree(nodes: [MarkupTree.Node(name: "html", parent: -1)]) }
        defer { xmlFreeDoc(document) }
        // A node for so many bytes is what pages have.
        return Arena.copy(document, capacity: markup.count / 24)
    }
}
