// Members of data that a page's scripts hold, found in the markup as it came: `"publishedDate":"2016-11-04T20:37:27Z"`. The last resort
// for pages whose text and head say nothing; the names are those of the date vocabulary.

/// Finds members by name.
struct RawMembers {
    private let keys: [[UInt8]]

    init(_ keys: [String]) { self.keys = keys.map { Array($0.utf8) } }

    private static let most = 8
    private static let longest = 40

    /// Names with the strings they have, in the order of the names, then of the page.
    func values(in markup: [UInt8]) -> [(key: String, value: String)] {
        var found: [(rank: Int, value: String)] = []
        markup.withUnsafeBufferPointer { bytes in
            var index = 0
            while index + 8 < bytes.count, found.count < Self.most {
                if bytes[index] == 0x22, let (rank, value) = member(bytes, at: index + 1) { found.append((rank, value)) }
                index += 1
            }
        }
        return found.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map {
            (String(decoding: keys[$0.element.rank], as: UTF8.self), $0.element.value)
        }
    }

    /// The string of the member whose name begins at a place.
    private func member(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (rank: Int, value: String)? {
        for (rank, key) in keys.enumerated() {
            var end = start + key.count
            guard end + 3 < bytes.count, bytes[start] == key[0], bytes[end] == 0x22, bytes[start..<end].elementsEqual(key) else { continue }
            end += 1
            while end < bytes.count, bytes[end] == 0x3A || bytes[end] == 0x20 { end += 1 }
            guard end < bytes.count, bytes[end] == 0x22 else { return nil }
            let value = bytes[(end + 1)...].prefix(Self.longest).prefix { $0 != 0x22 }
            return (rank, String(decoding: value, as: UTF8.self))
        }
        return nil
    }
}
