// Words found in texts byte for byte: no case is folded and no characters are composed, so that a search costs one pass over UTF-8.
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

extension StringProtocol {
    /// Where some text first stands, as the same bytes; nothing for an empty one.
    public func place(of part: String) -> Range<Index>? {
        var part = part
        let found = part.withUTF8 { part in utf8.withContiguousStorageIfAvailable { Self.place(of: part, in: $0) } }
        guard let found else { return String(self).place(of: part).map { range(utf8: $0, in: String(self)) } }
        guard let start = found else { return nil }
        let lower = utf8.index(startIndex, offsetBy: start)
        return lower..<utf8.index(lower, offsetBy: part.utf8.count)
    }

    /// Whether some text stands in it, as the same bytes.
    public func holds(_ part: String) -> Bool { place(of: part) != nil }

    private static func place(of part: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let base = text.baseAddress, let sign = part.first, text.count >= part.count else { return nil }
        var index = 0
        while let found = memchr(base + index, Int32(sign), text.count - part.count + 1 - index) {
            index = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            if part.elementsEqual(text[index..<(index + part.count)]) { return index }
            index += 1
            if index > text.count - part.count { return nil }
        }
        return nil
    }

    /// A range of a copy as a range of this.
    private func range(utf8 range: Range<String.Index>, in copy: String) -> Range<Index> {
        let start = copy.utf8.distance(from: copy.startIndex, to: range.lowerBound)
        let count = copy.utf8.distance(from: range.lowerBound, to: range.upperBound)
        let lower = utf8.index(startIndex, offsetBy: start)
        return lower..<utf8.index(lower, offsetBy: count)
    }
}
