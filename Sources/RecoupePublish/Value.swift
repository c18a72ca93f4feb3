// What a template is filled with. Text from reports is escaped here, byte by byte, and nowhere else: the template library escapes by
// grapheme cluster, so that a quotation mark joined to a combining mark would slip through; its own escaping is switched off.
internal import Mustache

/// HTML made by this target, with everything that came from a report escaped.
package struct Markup: Sendable, Hashable {
    package var html: String

    init(_ html: String) { self.html = html }

    /// Text as HTML.
    init(text: String) { html = escaped(text) }
}

/// Text made fit for HTML text and for quoted attribute values.
func escaped(_ text: String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
        switch byte {
        case 0x26: out.append(contentsOf: "&amp;".utf8)
        case 0x3C: out.append(contentsOf: "&lt;".utf8)
        case 0x3E: out.append(contentsOf: "&gt;".utf8)
        case 0x22: out.append(contentsOf: "&quot;".utf8)
        case 0x27: out.append(contentsOf: "&#39;".utf8)
        case 0: out.append(contentsOf: "\u{FFFD}".utf8)
        default: out.append(byte)
        }
    }
    return String(decoding: out, as: UTF8.self)
}

/// A value of a template. Keys that may be without value stand there as `.nothing`: a missing key would be looked up further out.
enum Value: Sendable {
    case nothing
    case flag(Bool)
    case text(String)
    case markup(Markup)
    case list([Value])
    case fields([String: Value])

    init(_ text: String?) { self = text.map { $0.isEmpty ? .nothing : .text($0) } ?? .nothing }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral {
    init(stringLiteral value: String) { self = .text(value) }

    init(dictionaryLiteral elements: (String, Value)...) { self = .fields(Dictionary(elements) { _, last in last }) }
}

extension Value: MustacheCustomRepresentation {
    var representation: Any? {
        switch self {
        case .nothing: nil
        case .flag(let flag): flag
        case .text(let text): Leaf(renderText: escaped(text))
        case .markup(let markup): Leaf(renderText: markup.html)
        case .list(let list): list
        case .fields(let fields): fields
        }
    }
}

/// A piece of HTML to be put in as it is; it has no children, so that names inside a section are looked up further out.
private struct Leaf: MustacheCustomRenderable, MustacheParent {
    let renderText: String
    var isNull: Bool { false }

    func child(named: String) -> Any? { nil }
}
