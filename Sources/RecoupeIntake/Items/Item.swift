// A report that its container gives in named fields: a feed's entry, an agency's story, an article of an export, a line of JSON. Written
// as one JSON object, which read as a line gives the same item again; that object is what is kept of it.
internal import Foundation
internal import RecoupeModel

/// A report in fields.
struct Item: Sendable, Codable, Equatable {
    var format: String
    var title: String?
    var authors: [String] = []
    var published: String?
    var outlet: String?
    var language: String?
    var url: String?
    var captured: String?
    var html: String?
    var text: String?
    /// Whether only a summary was given.
    var summary: Bool?

    init(format: String) { self.format = format }

    var hasContent: Bool { (html ?? text).map { !$0.trimmed.isEmpty } ?? false }

    var provenance: Provenance {
        Provenance(
            format: format, title: title, authors: authors, published: published, outlet: outlet, language: language, captured: captured
        )
    }

    /// The item as a line of JSON.
    var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { [UInt8]($0) } ?? []
    }

    /// The items of a container as its steps, numbered from 1; those without content get a line.
    static func steps(_ items: [Item], path: String, envelope: Envelope) -> [Step] {
        items.enumerated().map { index, item in
            let place = "\(path)#\(index + 1)"
            guard item.hasContent else { return .found(.trouble(.textless(place))) }
            var inner = envelope
            inner.url = item.url
            return .found(.report(Member(path: place, bytes: item.bytes, kind: .item(item), envelope: inner)))
        }
    }
}
