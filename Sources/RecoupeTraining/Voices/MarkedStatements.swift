// A marked article in, who says what in it out: the bytes of each statement's pieces in the bare text and the names given for its speaker.
internal import Foundation
internal import RecoupeText

/// The statements that a reader has marked in an article.
package struct MarkedStatements: Sendable {
    /// One statement.
    package struct Said: Sendable {
        package var pieces: [Range<Int>]
        package var speakers: [String]
    }

    package let said: [Said]

    /// Reads the tags `st` and `by`; names' tags and cues are passed over.
    package init(_ bytes: [UInt8]) {
        var found: [String: Said] = [:]
        var order: [String] = []
        var open: [(tag: String, start: Int)] = []
        var plain: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == 0x3C, let end = bytes[index...].firstIndex(of: 0x3E) else {
                plain.append(bytes[index])
                index += 1
                continue
            }
            let tag = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
            index = end + 1
            guard tag.hasPrefix("/") else {
                open.append((tag, plain.count))
                continue
            }
            guard let last = open.popLast(), let number = Self.value("n", last.tag) else { continue }
            if found[number] == nil {
                found[number] = Said(pieces: [], speakers: [])
                order.append(number)
            }
            let fullest = Self.value("is", last.tag)
            if last.tag.hasPrefix("st ") {
                found[number]?.pieces.append(last.start..<plain.count)
                if let fullest { found[number]?.speakers.append(fullest) }
            } else if last.tag.hasPrefix("by ") {
                found[number]?.speakers.append(fullest ?? String(decoding: plain[last.start...], as: UTF8.self))
            }
        }
        said = order.compactMap { found[$0] }.filter { !$0.pieces.isEmpty }
    }

    private static func value(_ key: String, _ tag: String) -> String? {
        guard let start = tag.range(of: " \(key)=\"") else { return nil }
        return String(tag[start.upperBound...].prefix { $0 != "\"" })
    }

    /// The statement that holds at least half of some bytes.
    package func statement(of bytes: Range<Int>) -> Said? {
        func common(_ said: Said) -> Int { said.pieces.reduce(0) { $0 + $1.clamped(to: bytes).count } }
        guard let best = said.max(by: { common($0) < common($1) }), common(best) * 2 >= bytes.count else { return nil }
        return best
    }

    /// How much of a name and a statement's speaker is the same: the share of common words where one's words all stand in the other, else 0.
    package static func likeness(_ name: String, to said: Said) -> Double {
        let own = Set(foldedWords(name))
        return said.speakers.map { other in
            let words = Set(foldedWords(other))
            guard !own.isEmpty, !words.isEmpty, own.isSubset(of: words) || words.isSubset(of: own) else { return 0 }
            return Double(own.intersection(words).count) / Double(own.union(words).count)
        }.max() ?? 0
    }
}
