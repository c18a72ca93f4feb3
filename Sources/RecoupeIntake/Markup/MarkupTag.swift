// One tag as bytes: its name, its attributes, where it ends, as the tokenizer of the HTML standard reads them.
internal import Foundation
internal import RecoupeModel

/// A start or end tag.
struct MarkupTag {
    /// Lower case.
    let name: MarkupName
    let isEnd: Bool
    private(set) var isSelfClosing = false
    let start: Int
    /// Where the name begins, and just past it.
    let nameStart: Int
    let nameEnd: Int
    /// Just past the `>`.
    private(set) var end: Int

    private typealias Bytes = UnsafeBufferPointer<UInt8>

    /// The attributes of which Recoupe reads the value, or that they are there.
    private static let read = MarkupNames([
        "class", "id", "itemprop", "role", "rel", "title", "style", "hidden", "datetime", "pubdate", "content", "lang", "xml:lang", "name",
        "property", "data-component", "data-testid",
    ])
    /// Elements that speak of the whole page keep all.
    private static let whole = MarkupNames(["html", "head", "meta", "link", "base"])

    /// Which attributes are kept.
    private enum Kept { case all, read, none }

    /// Nothing where the bytes at a `<` are no tag. Its attributes are added to the pieces: all, or those that are read.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, into pieces: inout MarkupPieces, keepsAll: Bool) {
        var index = start + 1
        isEnd = index < bytes.count && bytes[index] == 0x2F
        if isEnd { index += 1 }
        guard index < bytes.count, (0x61...0x7A).contains(bytes[index] | 0x20) else { return nil }
        var nameEnd = index
        while nameEnd < bytes.count, !Self.endsName(bytes[nameEnd]) { nameEnd += 1 }
        name = MarkupName(UnsafeBufferPointer(rebasing: bytes[index..<min(nameEnd, index + 32)]))
        (self.start, nameStart, self.nameEnd, end) = (start, index, nameEnd, nameEnd)
        let kept: Kept = isEnd ? .none : keepsAll || Self.whole.contains(name) ? .all : .read
        guard readAttributes(bytes, into: &pieces, kept) else { return nil }
    }

    private static func endsName(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x2F || byte == 0x3E || byte == 0x3C }

    private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }

    /// Reads on to the end of the tag; false where it has none.
    private mutating func readAttributes(_ bytes: Bytes, into pieces: inout MarkupPieces, _ kept: Kept) -> Bool {
        var index = nameEnd
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x3E {
                end = index + 1
                return true
            }
            isSelfClosing = byte == 0x2F
            if Self.isBlank(byte) || byte == 0x2F {
                index += 1
            } else {
                index = readAttribute(bytes, from: index, into: &pieces, kept)
            }
        }
        // A quotation that never ends: the tag ends at its first sign of an end.
        guard let close = Self.next(0x3E, bytes, from: nameEnd) else { return false }
        end = close + 1
        return true
    }

    /// Reads an attribute; where what follows on it begins.
    private func readAttribute(_ bytes: Bytes, from start: Int, into pieces: inout MarkupPieces, _ kept: Kept) -> Int {
        var index = start + 1
        while index < bytes.count, !Self.endsAttributeName(bytes[index]) { index += 1 }
        let value = Self.value(bytes, after: index)
        if kept != .none {
            let key = MarkupName(UnsafeBufferPointer(rebasing: bytes[start..<index]))
            if kept == .all || Self.read.contains(key) {
                pieces.addAttribute(key, UnsafeBufferPointer(rebasing: bytes[value?.range ?? index..<index]))
            }
        }
        return value?.next ?? index
    }

    private static func endsAttributeName(_ byte: UInt8) -> Bool { isBlank(byte) || byte == 0x2F || byte == 0x3E || byte == 0x3D }

    /// The value after a name, and where what follows on it begins; nothing where there is none.
    private static func value(_ bytes: Bytes, after name: Int) -> (range: Range<Int>, next: Int)? {
        var index = name
        while index < bytes.count, isBlank(bytes[index]) { index += 1 }
        guard index < bytes.count, bytes[index] == 0x3D else { return nil }
        index += 1
        while index < bytes.count, isBlank(bytes[index]) { index += 1 }
        guard index < bytes.count else { return (index..<index, index) }
        let first = bytes[index]
        if first == 0x22 || first == 0x27 {
            guard let end = next(first, bytes, from: index + 1) else { return (index..<index, bytes.count) }
            return ((index + 1)..<end, end + 1)
        }
        let start = index
        while index < bytes.count, !isBlank(bytes[index]), bytes[index] != 0x3E { index += 1 }
        return (start..<index, index)
    }

    /// Where a byte stands next.
    static func next(_ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let base = bytes.baseAddress, start < bytes.count, let found = memchr(base + start, Int32(byte), bytes.count - start) else {
            return nil
        }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// Whether a word in small letters stands among the attributes, in any case.
    func holds(_ word: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let lower = bytes[start..<min(end, start + 512)].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return lower.withUnsafeBytes { ByteSearch.first(word, in: $0) } != nil
    }
}
