// A byte pass before the parser: takes out scripts (their linked data is kept), styles, drawings and comments, and the tags of
// elements that stand too deep in one another, so that no page can exhaust the parser. Follows the tokenizer of the HTML standard
// as far as these parts need it.
internal import Foundation

/// Markup made harmless, and what was kept from the parts taken out.
struct ScrubbedMarkup {
    var markup: [UInt8] = []
    /// The contents of `application/ld+json` scripts.
    var linkedData: [String] = []
    /// The address that a browser notes when it saves a page.
    var savedFrom: String?
}

/// Takes out what is not for reading.
struct MarkupScrubber {
    let maximumDepth: Int

    /// The parser gives up at 256; its own frame takes some.
    private static let parserDepth = 240
    private static let dropped: Set<String> = ["script", "style", "svg", "template", "iframe", "object", "canvas"]
    /// Elements that have no content, and those that the parser closes by itself.
    private static let flat: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "td",
        "tr", "th", "dt", "dd", "option", "html", "head", "body",
    ]

    func scrub(_ bytes: [UInt8]) -> ScrubbedMarkup {
        var out = ScrubbedMarkup()
        out.markup.reserveCapacity(bytes.count)
        var nesting = Nesting(limit: min(maximumDepth, Self.parserDepth))
        let ends = Ends(bytes)
        var index = 0
        while index < bytes.count {
            let angle = next(0x3C, bytes, from: index) ?? bytes.count
            if angle > index { out.markup += bytes[index..<angle] }
            index = angle
            guard index < bytes.count else { break }
            index = readAngle(bytes, at: index, ends, into: &out, &nesting)
        }
        return out
    }

    /// Reads what a `<` opens; the place after it.
    private func readAngle(_ bytes: [UInt8], at index: Int, _ ends: Ends, into out: inout ScrubbedMarkup, _ nesting: inout Nesting) -> Int {
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        if next == 0x21 || next == 0x3F { return skipDeclaration(bytes, at: index, ends, into: &out) }
        guard index < ends.tag, let tag = MarkupTag(bytes, at: index) else {
            out.markup += Array("&lt;".utf8)
            return index + 1
        }
        if Self.dropped.contains(tag.name) {
            return tag.isEnd || tag.isSelfClosing ? tag.end : skipElement(bytes, tag, into: &out)
        }
        if Self.flat.contains(tag.name) || nesting.admits(tag) { out.markup += bytes[index..<tag.end] }
        return tag.end
    }

    /// A comment, a declaration or a processing instruction.
    private func skipDeclaration(_ bytes: [UInt8], at index: Int, _ ends: Ends, into out: inout ScrubbedMarkup) -> Int {
        guard bytes[index...].starts(with: Array("<!--".utf8)) else { return after(0x3E, bytes, from: index) }
        guard index < ends.comment, let end = find(Array("-->".utf8), in: bytes, from: index + 4) else {
            return after(0x3E, bytes, from: index)
        }
        let comment = bytes[index..<end].prefix(2048)
        if out.savedFrom == nil, comment.count > 30 { out.savedFrom = Self.savedAddress(String(decoding: comment, as: UTF8.self)) }
        return end + 3
    }

    /// The address in `saved from url=(0023)https://…`.
    private static func savedAddress(_ comment: String) -> String? {
        guard comment.contains("saved from url="), let start = comment.firstRange(of: ")http")?.lowerBound else { return nil }
        let address = comment[comment.index(after: start)...].prefix { !$0.isWhitespace && $0 != "\"" }
        return address.isEmpty ? nil : String(address)
    }

    /// An element whose content goes with it.
    private func skipElement(_ bytes: [UInt8], _ tag: MarkupTag, into out: inout ScrubbedMarkup) -> Int {
        let close = Array("</\(tag.name)".utf8)
        let end = findFolded(close, in: bytes, from: tag.end) ?? bytes.count
        if tag.name == "script", tag.attributes(bytes).contains("ld+json") {
            out.linkedData.append(String(decoding: bytes[tag.end..<end], as: UTF8.self))
        }
        return end == bytes.count ? end : after(0x3E, bytes, from: end)
    }

    private func after(_ byte: UInt8, _ bytes: [UInt8], from index: Int) -> Int {
        (next(byte, bytes, from: index) ?? bytes.count - 1) + 1
    }

    private func next(_ byte: UInt8, _ bytes: [UInt8], from start: Int) -> Int? {
        bytes.withUnsafeBytes { raw in
            guard let base = raw.baseAddress, start < raw.count, let found = memchr(base + start, Int32(byte), raw.count - start) else {
                return nil
            }
            return UnsafeRawPointer(found) - base
        }
    }

    private func find(_ word: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        bytes.withUnsafeBytes { ByteSearch.first(word, in: $0, from: start) }
    }

    /// Finds a word whose first sign has no case, whatever the case of the others.
    private func findFolded(_ word: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while let found = next(word[0], bytes, from: index), found + word.count <= bytes.count {
            if word.indices.allSatisfy({ bytes[found + $0] | 0x20 == word[$0] | 0x20 }) { return found }
            index = found + 1
        }
        return nil
    }
}

/// Where the last tag and the last comment end, so that what never ends is not looked for again and again.
private struct Ends {
    let tag: Int
    let comment: Int

    init(_ bytes: [UInt8]) {
        tag = bytes.lastIndex(of: 0x3E) ?? -1
        var place = tag
        while place >= 2, !(bytes[place] == 0x3E && bytes[place - 1] == 0x2D && bytes[place - 2] == 0x2D) { place -= 1 }
        comment = place
    }
}

/// How deep the elements stand, as far as tags tell.
private struct Nesting {
    let limit: Int
    private var open: [String] = []
    /// Elements whose start tag was taken out, by name.
    private var beyond: [String: Int] = [:]

    init(limit: Int) { self.limit = limit }

    /// Whether a tag may stay.
    mutating func admits(_ tag: MarkupTag) -> Bool {
        if tag.isEnd { return closes(tag.name) }
        if tag.isSelfClosing { return true }
        if open.count >= limit {
            beyond[tag.name, default: 0] += 1
            return false
        }
        open.append(tag.name)
        return true
    }

    private mutating func closes(_ name: String) -> Bool {
        if let count = beyond[name], count > 0 {
            beyond[name] = count - 1
            return false
        }
        if let index = open.lastIndex(of: name) { open.removeSubrange(index...) }
        return true
    }
}
