// XML of feeds, agencies and office documents in, the arena out. Entities of the document's own are never expanded and no other file
// is ever fetched, so that no document can grow in memory; broken XML is read as far as it goes.
internal import CLibxml2
internal import RecoupeModel

/// Parses XML.
struct XMLParser {
    /// The prefixes that names have here, whatever the document calls them.
    private static let prefixes: [String: String] = [
        "http://www.w3.org/2005/Atom": "", "http://purl.org/rss/1.0/": "", "http://iptc.org/std/nar/2006-10-01/": "",
        "http://iptc.org/std/NITF/2006-10-18/": "", "http://www.w3.org/1999/xhtml": "", "http://www.sitemaps.org/schemas/sitemap/0.9": "",
        "http://purl.org/rss/1.0/modules/content/": "content", "http://purl.org/dc/elements/1.1/": "dc",
        "http://purl.org/dc/terms/": "dcterms", "http://search.yahoo.com/mrss/": "media",
        "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
        "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
        "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
        "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text", "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
        "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0": "meta",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    ]
    private static let ready: Void = xmlInitParser()

    /// The document element; nothing where the bytes are no XML.
    func root(of bytes: [UInt8], path: String) throws(IntakeError) -> XMLElement {
        _ = Self.ready
        let text = Decoder().decode(bytes).text
        guard !Self.declaresEntities(text) else {
            throw .unsupported(
                path, "is XML that declares entities of its own, which are not expanded",
                remedy: "save it with plain text in their place")
        }
        let options = Int32(
            XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue
                | XML_PARSE_COMPACT.rawValue)
        let utf8 = Self.withoutNamedEntities(Array(text.utf8.drop { $0 <= 0x20 }))
        let document = utf8.withUnsafeBytes { raw in
            xmlReadMemory(raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: raw.count), nil, "UTF-8", options)
        }
        guard let document else { throw .unsupported(path, "is XML that cannot be read", remedy: "save it again") }
        defer { xmlFreeDoc(document) }
        return XMLElement(tree: Arena.copy(document, prefixes: Self.prefixes), index: 0)
    }

    /// The names that HTML has for characters, which feeds use without declaring them (`&eacute;`), as those characters.
    private static func withoutNamedEntities(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(0x26) else { return bytes }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x26, let (character, end) = namedEntity(bytes, from: index + 1) {
                out += character
                index = end
            } else {
                out.append(bytes[index])
                index += 1
            }
        }
        return out
    }

    private static func namedEntity(_ bytes: [UInt8], from start: Int) -> ([UInt8], Int)? {
        let name = bytes[start...].prefix(10).prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || (0x30...0x39).contains($0) }
        let end = start + name.count
        guard !name.isEmpty, end < bytes.count, bytes[end] == 0x3B else { return nil }
        let word = Array(name)
        guard !["amp", "lt", "gt", "quot", "apos"].contains(where: { word.elementsEqual($0.utf8) }) else { return nil }
        guard let found = htmlEntityLookup(word + [0]), let scalar = Unicode.Scalar(found.pointee.value) else { return nil }
        return (Array(String(scalar).utf8), end + 1)
    }

    private static func declaresEntities(_ text: String) -> Bool {
        guard let type = text.firstRange(of: "<!DOCTYPE") else { return false }
        return text[type.upperBound...].prefix(65_536).contains("<!ENTITY")
    }
}

/// An element of a parsed document.
struct XMLElement {
    let tree: MarkupTree
    let index: Int

    var name: MarkupName { tree.nodes[index].name }

    subscript(attribute: MarkupName) -> String? { tree[index, attribute] }

    /// The elements in it, in order.
    var elements: [XMLElement] {
        tree.children(of: index).filter { !tree.nodes[$0].isText }.map { XMLElement(tree: tree, index: $0) }
    }

    /// The first element in it with one of these names, in the order of the names.
    func first(_ names: MarkupName...) -> XMLElement? {
        let all = elements
        for name in names {
            if let found = all.first(where: { $0.name == name }) { return found }
        }
        return nil
    }

    func all(_ name: MarkupName) -> [XMLElement] { elements.filter { $0.name == name } }

    /// All elements below with a name, in document order.
    func below(_ name: MarkupName) -> [XMLElement] {
        var out: [XMLElement] = []
        var stack = [index]
        while let next = stack.popLast() {
            if next != index, tree.nodes[next].name == name { out.append(XMLElement(tree: tree, index: next)) }
            stack += tree.children(of: next).reversed()
        }
        return out
    }

    /// All text below it, trimmed; nothing where there is none.
    var text: String? {
        var out = ""
        var stack = [index]
        while let next = stack.popLast() {
            if tree.nodes[next].isText { out += tree.text(of: next) }
            stack += tree.children(of: next).reversed()
        }
        let trimmed = out.trimmed
        return trimmed.isEmpty ? nil : trimmed
    }

    /// The text of the first element with one of these names that has any.
    func text(_ names: MarkupName...) -> String? {
        for name in names {
            for element in all(name) { if let text = element.text { return text } }
        }
        return nil
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        let inner = unicodeScalars.drop { $0.properties.isWhitespace }
        guard let last = inner.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
        return String(inner[...last])
    }
}
