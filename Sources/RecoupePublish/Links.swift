// Where a link leads: on a site of several pages, or inside one page that holds everything. Every passage has an address of its own.
internal import RecoupeModel

/// The parts of a dossier that have a page.
package enum Section: String, Sendable, CaseIterable {
    case overview, chronology, figures, statements, entities, conflicts, commitments, reports

    /// Its address on a site.
    package var path: String { self == .overview ? "/" : "/" + rawValue }
}

/// Makes the addresses of one form of publication.
struct Links: Sendable {
    enum Form: Sendable { case site, singlePage }

    let form: Form
    /// The language asked for by address, kept from link to link; nothing where the browser's wish decides.
    let language: String?

    private var query: String { language.map { "?lang=" + Self.encoded($0) } ?? "" }

    func section(_ section: Section) -> String {
        form == .site ? section.path + query : "#" + section.rawValue
    }

    /// An item of a section, by its id.
    func item(_ id: String, in section: Section) -> String {
        (form == .site ? section.path + query : "") + "#" + Self.encoded(id)
    }

    func report(_ id: String) -> String {
        form == .site ? "/report/" + Self.encoded(id) + query : "#" + Self.encoded(id)
    }

    func passage(_ passage: Passage) -> String {
        (form == .site ? report(passage.article) : "") + "#" + Self.encoded(anchor(passage.article, passage.start, passage.end))
    }

    /// The name of a passage's mark; offsets are code points.
    func anchor(_ article: String, _ start: Int, _ end: Int) -> String {
        let mark = "p\(start)-\(end)"
        return form == .site ? mark : article + "-" + mark
    }

    /// Letters, digits and `-._~` as they are, all other bytes as `%XX` (RFC 3986).
    static func encoded(_ text: String) -> String {
        let hexadecimal = Array("0123456789ABCDEF".utf8)
        var out: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: out.append(byte)
            default: out += [0x25, hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// An address from a report that may become a link: `http` and `https` alone, without blanks or control characters.
    static func outside(_ address: String?) -> String? {
        guard let address else { return nil }
        let lower = address.lowercased()
        guard lower.hasPrefix("http://") || lower.hasPrefix("https://") else { return nil }
        return address.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F && !$0.properties.isWhitespace } ? address : nil
    }
}
