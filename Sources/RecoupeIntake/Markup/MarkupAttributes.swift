// The attributes of a start tag in, those that cleaning reads out: addresses, sizes and scripts' data make up most of a page's tags, and
// the parser need not see them. Only tags written by the book are shortened; the rest stay as they are, for the parser to make sense of.

/// Shortens start tags.
struct MarkupAttributes {
    /// The attributes of which Recoupe reads the value, or that they are there.
    private static let read = TagNames([
        "class", "id", "itemprop", "role", "rel", "title", "style", "hidden", "datetime", "pubdate", "content", "lang", "xml:lang", "name",
        "property", "data-component", "data-testid",
    ])
    /// Elements that speak of the whole page keep all.
    private static let whole = TagNames(["html", "head", "meta", "link", "base"])

    /// Adds a tag to the markup.
    static func write(_ tag: MarkupTag, _ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
        let before = out.count
        if !tag.isEnd, tag.end - tag.nameEnd > 4, !whole.contains(tag.name) {
            if shorten(tag, bytes, into: &out) { return }
            out.removeSubrange(before...)
        }
        out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[tag.start..<tag.end]))
    }

    /// False where the tag is not written by the book; what was added is then worth nothing.
    private static func shorten(_ tag: MarkupTag, _ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) -> Bool {
        let close = tag.end - 1
        out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[tag.start..<tag.nameEnd]))
        var index = tag.nameEnd
        while true {
            let gap = index
            while index < close, isBlank(bytes[index]) { index += 1 }
            if index == close { break }
            if bytes[index] == 0x2F, index + 1 == close {
                out.append(0x20)
                out.append(0x2F)
                break
            }
            guard index > gap, let name = attributeName(bytes, from: index, to: close),
                let end = valueEnd(bytes, from: name, to: close)
            else { return false }
            if read.contains(TagName(bytes[index..<name])) {
                out.append(0x20)
                out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<end]))
            }
            index = end
        }
        out.append(0x3E)
        return true
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

    /// Where the name of an attribute ends.
    private static func attributeName(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to close: Int) -> Int? {
        guard (0x61...0x7A).contains(bytes[start] | 0x20) else { return nil }
        var index = start + 1
        while index < close {
            let byte = bytes[index]
            guard (0x61...0x7A).contains(byte | 0x20) || (0x30...0x3A).contains(byte) || byte == 0x2D || byte == 0x5F || byte == 0x2E
            else { break }
            index += 1
        }
        return index
    }

    /// Where an attribute's value ends, whose name ends here; the same place where it has none.
    private static func valueEnd(_ bytes: UnsafeBufferPointer<UInt8>, from name: Int, to close: Int) -> Int? {
        var index = name
        while index < close, isBlank(bytes[index]) { index += 1 }
        guard index < close, bytes[index] == 0x3D else {
            return name == close || isBlank(bytes[name]) || bytes[name] == 0x2F && name + 1 == close ? name : nil
        }
        index += 1
        while index < close, isBlank(bytes[index]) { index += 1 }
        guard index < close else { return nil }
        let first = bytes[index]
        if first == 0x22 || first == 0x27 {
            guard let end = MarkupTag.next(first, bytes, from: index + 1), end < close else { return nil }
            let after = bytes[end + 1]
            return end + 1 == close || isBlank(after) || after == 0x2F && end + 2 == close ? end + 1 : nil
        }
        while index < close, !isBlank(bytes[index]) {
            let byte = bytes[index]
            if byte == 0x22 || byte == 0x27 || byte == 0x3C || byte == 0x3D || byte == 0x60 { return nil }
            index += 1
        }
        return index
    }
}
