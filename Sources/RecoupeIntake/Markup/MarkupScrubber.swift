// A byte pass before the parser: takes out scripts (their linked data is kept), styles, drawings and comments, and the tags of
// elements that stand too deep in one another, so that no page can exhaust the parser. Follows the tokenizer of the HTML standard
// as far as these parts need it. For a page it also leaves out attributes that nobody reads and white space that parts nothing.
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
    /// Keep all attributes and all white space.
    var keepsAll = true

    /// The parser gives up at 256; its own frame takes some.
    private static let parserDepth = 240
    private static let dropped = TagNames(["script", "style", "svg", "template", "iframe", "object", "canvas"])
    /// Elements that have no content, and those that the parser closes by itself.
    private static let flat = TagNames([
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "td",
        "tr", "th", "dt", "dd", "option", "html", "head", "body",
    ])
    private static let linkedData = Array("ld+json".utf8)
    private static let (script, verbatim) = (TagName("script"), TagName("pre"))

    func scrub(_ bytes: [UInt8]) -> ScrubbedMarkup { bytes.withUnsafeBufferPointer { scrub($0) } }

    private func scrub(_ bytes: UnsafeBufferPointer<UInt8>) -> ScrubbedMarkup {
        var out = ScrubbedMarkup()
        out.markup.reserveCapacity(bytes.count)
        var nesting = Nesting(limit: min(maximumDepth, Self.parserDepth))
        let ends = Ends(bytes)
        var index = 0
        while index < bytes.count {
            let angle = MarkupTag.next(0x3C, bytes, from: index) ?? bytes.count
            if angle > index { write(bytes, from: index, to: angle, nesting, into: &out) }
            index = angle
            guard index < bytes.count else { break }
            index = readAngle(bytes, at: index, ends, into: &out, &nesting)
        }
        return out
    }

    /// Adds text; of the white space that it begins with only the first outside preformatted text.
    private func write(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, _ nesting: Nesting, into out: inout ScrubbedMarkup
    ) {
        var index = start
        if !keepsAll, nesting.verbatim == 0 {
            while index < end, bytes[index] <= 0x20 { index += 1 }
            if index > start {
                out.markup.append(bytes[start])
                if index == end { return }
            }
        }
        out.markup.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<end]))
    }

    /// Reads what a `<` opens; the place after it.
    private func readAngle(
        _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ ends: Ends, into out: inout ScrubbedMarkup, _ nesting: inout Nesting
    ) -> Int {
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        if next == 0x21 || next == 0x3F { return skipDeclaration(bytes, at: index, ends, into: &out) }
        guard index < ends.tag, let tag = MarkupTag(bytes, at: index) else {
            out.markup += Array("&lt;".utf8)
            return index + 1
        }
        if Self.dropped.contains(tag.name) {
            return tag.isEnd || tag.isSelfClosing ? tag.end : skipElement(bytes, tag, into: &out)
        }
        if tag.name == Self.verbatim { nesting.verbatim = max(0, nesting.verbatim + (tag.isEnd ? -1 : 1)) }
        guard Self.flat.contains(tag.name) || nesting.admits(tag) else { return tag.end }
        if keepsAll {
            out.markup.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[tag.start..<tag.end]))
        } else {
            MarkupAttributes.write(tag, bytes, into: &out.markup)
        }
        return tag.end
    }

    /// A comment, a declaration or a processing instruction.
    private func skipDeclaration(
        _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ ends: Ends, into out: inout ScrubbedMarkup
    ) -> Int {
        guard bytes[index...].starts(with: Self.commentStart) else { return after(0x3E, bytes, from: index) }
        guard index < ends.comment, let end = ByteSearch.first(Self.commentEnd, in: UnsafeRawBufferPointer(bytes), from: index + 4) else {
            return after(0x3E, bytes, from: index)
        }
        let comment = bytes[index..<end].prefix(2048)
        if out.savedFrom == nil, comment.count > 30 { out.savedFrom = Self.savedAddress(String(decoding: comment, as: UTF8.self)) }
        return end + 3
    }

    private static let (commentStart, commentEnd) = (Array("<!--".utf8), Array("-->".utf8))

    /// The address in `saved from url=(0023)https://…`.
    private static func savedAddress(_ comment: String) -> String? {
        guard comment.contains("saved from url="), let start = comment.firstRange(of: ")http")?.lowerBound else { return nil }
        let address = comment[comment.index(after: start)...].prefix { !$0.isWhitespace && $0 != "\"" }
        return address.isEmpty ? nil : String(address)
    }

    /// An element whose content goes with it.
    private func skipElement(_ bytes: UnsafeBufferPointer<UInt8>, _ tag: MarkupTag, into out: inout ScrubbedMarkup) -> Int {
        let end = endTag(of: tag, in: bytes) ?? bytes.count
        if tag.name == Self.script, tag.holds(Self.linkedData, bytes) {
            out.linkedData.append(String(decoding: bytes[tag.end..<end], as: UTF8.self))
        }
        return end == bytes.count ? end : after(0x3E, bytes, from: end)
    }

    private func after(_ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Int {
        (MarkupTag.next(byte, bytes, from: index) ?? bytes.count - 1) + 1
    }

    /// Where the end tag of an element begins, whatever the case of its name.
    private func endTag(of tag: MarkupTag, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let name = tag.nameStart..<tag.nameEnd
        var index = tag.end
        while let found = MarkupTag.next(0x3C, bytes, from: index), found + 2 + name.count <= bytes.count {
            if bytes[found + 1] == 0x2F, name.allSatisfy({ bytes[$0] | 0x20 == bytes[found + 2 + $0 - tag.nameStart] | 0x20 }) {
                return found
            }
            index = found + 1
        }
        return nil
    }
}

/// Where the last tag and the last comment end, so that what never ends is not looked for again and again.
private struct Ends {
    let tag: Int
    let comment: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        tag = bytes.lastIndex(of: 0x3E) ?? -1
        var place = tag
        while place >= 2, !(bytes[place] == 0x3E && bytes[place - 1] == 0x2D && bytes[place - 2] == 0x2D) { place -= 1 }
        comment = place
    }
}

/// How deep the elements stand, as far as tags tell.
private struct Nesting {
    let limit: Int
    /// How many elements of preformatted text are open.
    var verbatim = 0
    private var open: [TagName] = []
    /// Elements whose start tag was taken out, by name.
    private var beyond: [TagName: Int] = [:]

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

    private mutating func closes(_ name: TagName) -> Bool {
        if !beyond.isEmpty, let count = beyond[name], count > 0 {
            beyond[name] = count - 1
            return false
        }
        if let index = open.lastIndex(of: name) { open.removeSubrange(index...) }
        return true
    }
}
