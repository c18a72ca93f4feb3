// A byte pass before the parser: takes out scripts (their linked data is kept), styles, drawings and comments, the tags of elements that
// stand too deep in one another, so that no page can exhaust the parser, and puts numbers in the place of texts and attributes. Follows
// the tokenizer of the HTML standard as far as these parts need it. For a page it also leaves out attributes that nobody reads and white
// space that parts nothing.
internal import Foundation
internal import RecoupeModel

/// Markup made harmless, and what was kept from the parts taken out.
struct ScrubbedMarkup {
    /// Tags, each with the number of its attributes, and texts as `12;`.
    var skeleton: [UInt8] = []
    var pieces: MarkupPieces
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

    /// Trees deeper than this are of no use to anyone.
    private static let parserDepth = 240

    /// Takes UTF-8.
    func scrub(_ markup: [UInt8]) -> ScrubbedMarkup {
        markup.withUnsafeBufferPointer { bytes in
            var run = Run(bytes, keepsAll: keepsAll, depth: min(maximumDepth, Self.parserDepth))
            run.read()
            return run.out
        }
    }
}

/// One pass over a page.
private struct Run {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let keepsAll: Bool
    /// Where the last tag ends, so that what never ends is not looked for again and again.
    private let lastEnd: Int
    /// Whether the comments found so far had an end.
    private var commentsEnd = true
    private var nesting: Nesting
    /// Whether a text was the last thing written, which more text goes on with.
    private var isInText = false
    private(set) var out: ScrubbedMarkup

    private static let dropped = MarkupNames(["script", "style", "svg", "template", "iframe", "object", "canvas"])
    /// Elements that have no content, and those that the parser closes by itself.
    private static let flat = MarkupNames([
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "td",
        "tr", "th", "dt", "dd", "option", "html", "head", "body",
    ])
    /// Elements without text that no reader of a page asks for.
    private static let mute = MarkupNames(["img", "input", "source", "track", "wbr", "area", "col", "embed", "param"])
    private static let linkedData = Array("ld+json".utf8)
    private static let (script, verbatim, link) = (MarkupName("script"), MarkupName("pre"), MarkupName("link"))
    private static let (commentStart, commentEnd) = (Array("<!--".utf8), Array("-->".utf8))
    private static let savedSign = Array("saved from url=".utf8)

    init(_ bytes: UnsafeBufferPointer<UInt8>, keepsAll: Bool, depth: Int) {
        (self.bytes, self.keepsAll) = (bytes, keepsAll)
        lastEnd = bytes.lastIndex(of: 0x3E) ?? -1
        nesting = Nesting(limit: depth)
        out = ScrubbedMarkup(pieces: MarkupPieces(bytes: bytes.count))
        out.skeleton.reserveCapacity(bytes.count / 8)
    }

    mutating func read() {
        var index = 0
        while index < bytes.count {
            let angle = MarkupTag.next(0x3C, bytes, from: index) ?? bytes.count
            if angle > index { write(index..<angle) }
            index = angle < bytes.count ? readAngle(at: angle) : angle
        }
    }

    // MARK: Texts

    /// Adds text; of the white space that it begins with only the first outside preformatted text.
    private mutating func write(_ range: Range<Int>) {
        var index = range.lowerBound
        let isVerbatim = nesting.verbatim > 0
        if !isVerbatim {
            while index < range.upperBound, bytes[index] <= 0x20 { index += 1 }
            if index == range.upperBound {
                if isInText { return out.pieces.addText(bytes[range.lowerBound]) }
                if out.skeleton.last != 0x20 { out.skeleton.append(0x20) }
                return
            }
        }
        beginText()
        if keepsAll || isVerbatim {
            index = range.lowerBound
        } else if index > range.lowerBound {
            out.pieces.addText(bytes[range.lowerBound])
        }
        out.pieces.addText(UnsafeBufferPointer(rebasing: bytes[index..<range.upperBound]))
    }

    private mutating func beginText() {
        if isInText { return }
        write(number: out.pieces.beginText())
        out.skeleton.append(0x3B)
        isInText = true
    }

    private mutating func write(number: Int) {
        var divisor = 1
        while number / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            out.skeleton.append(UInt8(0x30 + number / divisor % 10))
            divisor /= 10
        }
    }

    // MARK: Tags

    /// Reads what a `<` opens; the place after it.
    private mutating func readAngle(at index: Int) -> Int {
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        if next == 0x21 || next == 0x3F { return skipDeclaration(at: index) }
        let before = out.pieces.attributeCount
        guard index < lastEnd,
            let tag = MarkupTag(bytes, at: index, into: &out.pieces, keepsAll: keepsAll)
        else {
            beginText()
            out.pieces.addText(0x3C)
            return index + 1
        }
        let isDropped = Self.dropped.contains(tag.name)
        if !isDropped, tag.name == Self.verbatim { nesting.verbatim = max(0, nesting.verbatim + (tag.isEnd ? -1 : 1)) }
        let isMute = !keepsAll && (Self.mute.contains(tag.name) || tag.name == Self.link && !out.pieces.isCanonical(from: before))
        guard !isDropped, !isMute, Self.flat.contains(tag.name) || nesting.admits(tag) else {
            out.pieces.forgetAttributes(after: before)
            return isDropped && !tag.isEnd && !tag.isSelfClosing ? skipElement(tag) : tag.end
        }
        write(tag, attributesFrom: before)
        return tag.end
    }

    private mutating func write(_ tag: MarkupTag, attributesFrom before: Int) {
        isInText = false
        out.skeleton.append(0x3C)
        if tag.isEnd { out.skeleton.append(0x2F) }
        for byte in bytes[tag.nameStart..<tag.nameEnd].prefix(64) { out.skeleton.append(Self.isName(byte) ? byte : 0x2D) }
        if let number = out.pieces.endTag(from: before) {
            out.skeleton.append(contentsOf: Self.attribute)
            write(number: number)
        }
        if tag.isSelfClosing {
            out.skeleton.append(0x20)
            out.skeleton.append(0x2F)
        }
        out.skeleton.append(0x3E)
    }

    private static let attribute = Array(" a=".utf8)

    /// What the parser takes for part of a name: it must not see another name than was read here (`script"x` is no script).
    private static func isName(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x3A).contains(byte) || byte == 0x2D || byte == 0x2E || byte == 0x5F
    }

    // MARK: What is left out

    /// A comment, a declaration or a processing instruction.
    private mutating func skipDeclaration(at index: Int) -> Int {
        guard bytes[index...].starts(with: Self.commentStart) else { return after(0x3E, from: index) }
        let raw = UnsafeRawBufferPointer(bytes)
        guard commentsEnd, let end = ByteSearch.first(Self.commentEnd, in: raw, from: index + 4) else {
            commentsEnd = false
            return after(0x3E, from: index)
        }
        let comment = UnsafeRawBufferPointer(rebasing: raw[index..<min(end, index + 2048)])
        if out.savedFrom == nil, comment.count > 30, ByteSearch.first(Self.savedSign, in: comment) != nil {
            out.savedFrom = Self.savedAddress(String(decoding: comment, as: UTF8.self))
        }
        return end + 3
    }

    /// The address in `saved from url=(0023)https://…`.
    private static func savedAddress(_ comment: String) -> String? {
        guard comment.contains("saved from url="), let start = comment.firstRange(of: ")http")?.lowerBound else { return nil }
        let address = comment[comment.index(after: start)...].prefix { !$0.isWhitespace && $0 != "\"" }
        return address.isEmpty ? nil : String(address)
    }

    /// An element whose content goes with it.
    private mutating func skipElement(_ tag: MarkupTag) -> Int {
        let end = endTag(of: tag) ?? bytes.count
        if tag.name == Self.script, tag.holds(Self.linkedData, bytes) {
            out.linkedData.append(String(decoding: bytes[tag.end..<end], as: UTF8.self))
        }
        return end == bytes.count ? end : after(0x3E, from: end)
    }

    private func after(_ byte: UInt8, from index: Int) -> Int { (MarkupTag.next(byte, bytes, from: index) ?? bytes.count - 1) + 1 }

    /// Where the end tag of an element begins, whatever the case of its name.
    private func endTag(of tag: MarkupTag) -> Int? {
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

/// How deep the elements stand, as far as tags tell.
private struct Nesting {
    let limit: Int
    /// How many elements of preformatted text are open.
    var verbatim = 0
    private var open: [MarkupName] = []
    /// Elements whose start tag was taken out, by name.
    private var beyond: [MarkupName: Int] = [:]

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

    private mutating func closes(_ name: MarkupName) -> Bool {
        if !beyond.isEmpty, let count = beyond[name], count > 0 {
            beyond[name] = count - 1
            return false
        }
        if let index = open.lastIndex(of: name) { open.removeSubrange(index...) }
        return true
    }
}
