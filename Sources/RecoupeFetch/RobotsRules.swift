// A site's robots.txt in, what a program of a given name may ask for out (RFC 9309): the groups of that name together, else those of
// `*`; the longest pattern that fits decides, and of two as long the one that allows.

/// What a site allows one program.
package struct RobotsRules: Sendable, Equatable {
    private struct Rule: Equatable {
        let pattern: [UInt8]
        let allows: Bool
    }

    private var rules: [Rule] = []
    /// Seconds that the site asks to wait between two requests; no part of the RFC, but widely written.
    package private(set) var delay: Double?

    /// As many bytes are read at most (RFC 9309, 2.5).
    static let bytes = 500 << 10
    private static let patternBytes = 2048

    private init() {}

    /// Everything is allowed, as where a site has no robots.txt.
    package static let everything = RobotsRules()

    package init(_ bytes: [UInt8], for name: String) {
        var own = RobotsRules()
        var common = RobotsRules()
        var isNamed = false
        var (inOwn, inCommon, inHead) = (false, false, false)
        for line in Self.lines(bytes) {
            switch line.key {
            case "user-agent":
                if !inHead { (inOwn, inCommon, inHead) = (false, false, true) }
                if Self.product(line.value).lowercased() == name.lowercased() { (inOwn, isNamed) = (true, true) }
                if line.value.starts(with: [0x2A]) { inCommon = true }
            case "allow", "disallow", "crawl-delay":
                inHead = false
                if inOwn { own.add(line.key, line.value) }
                if inCommon { common.add(line.key, line.value) }
            default: continue
            }
        }
        self = isNamed ? own : common
    }

    private mutating func add(_ key: String, _ value: ArraySlice<UInt8>) {
        if key == "crawl-delay" {
            delay = Double(String(decoding: value, as: UTF8.self)).flatMap { $0 > 0 && $0.isFinite ? $0 : nil } ?? delay
        } else if !value.isEmpty, value.count <= Self.patternBytes {
            rules.append(Rule(pattern: Self.normal(value, isPattern: true), allows: key == "allow"))
        }
    }

    /// Whether a path with its query may be asked for.
    package func allows(_ target: String) -> Bool {
        let path = Self.normal(Array(target.utf8)[...], isPattern: false)
        if path == Array("/robots.txt".utf8) { return true }
        let fitting = rules.filter { Self.fits($0.pattern, path) }
        guard let longest = fitting.map(\.pattern.count).max() else { return true }
        return fitting.contains { $0.pattern.count == longest && $0.allows }
    }

    // MARK: Lines

    private static func lines(_ bytes: [UInt8]) -> [(key: String, value: ArraySlice<UInt8>)] {
        let text = bytes.prefix(Self.bytes)
        return text.dropFirst(text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0).split { $0 == 0x0A || $0 == 0x0D }.compactMap { line in
            let told = line.prefix { $0 != 0x23 }
            guard let colon = told.firstIndex(of: 0x3A) else { return nil }
            return (String(decoding: trimmed(told[..<colon]), as: UTF8.self).lowercased(), trimmed(told[(colon + 1)...]))
        }
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let inner = bytes.drop { $0 <= 0x20 }
        return inner[inner.startIndex..<(inner.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? inner.startIndex)]
    }

    /// The product token at the head of a name: letters, `-` and `_`.
    private static func product(_ value: ArraySlice<UInt8>) -> String {
        let token = value.prefix { ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 == 0x2D || $0 == 0x5F }
        return String(decoding: token, as: UTF8.self)
    }

    // MARK: Patterns

    /// One way to write each octet: letters, digits and `-._~` as they are, what else was encoded or is outside ASCII as `%XX`.
    private static func normal(_ text: ArraySlice<UInt8>, isPattern: Bool) -> [UInt8] {
        var out: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            if byte == 0x25, index + 2 < text.endIndex, let value = octet(text[index + 1], text[index + 2]) {
                if isUnreserved(value) { out.append(value) } else { out += encoded(value) }
                index += 3
            } else {
                let isSpecial = !isPattern && (byte == 0x2A || byte == 0x24)
                if byte >= 0x80 || isSpecial { out += encoded(byte) } else { out.append(byte) }
                index += 1
            }
        }
        return out
    }

    private static func octet(_ high: UInt8, _ low: UInt8) -> UInt8? { UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16) }

    private static func encoded(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) && byte < 0x80 || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte)
    }

    /// Whether a pattern fits the beginning of a path: `*` stands for anything, `$` at its end for the path's end.
    private static func fits(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
        let isAnchored = pattern.last == 0x24
        let marks = isAnchored ? Array(pattern.dropLast()) : pattern + [0x2A]
        var (mark, place) = (0, 0)
        var star: (mark: Int, place: Int)?
        while place < path.count {
            if mark < marks.count, marks[mark] == 0x2A {
                star = (mark, place)
                mark += 1
            } else if mark < marks.count, marks[mark] == path[place] {
                (mark, place) = (mark + 1, place + 1)
            } else if let last = star {
                star = (last.mark, last.place + 1)
                (mark, place) = (last.mark + 1, last.place + 1)
            } else {
                return false
            }
        }
        return marks[mark...].allSatisfy { $0 == 0x2A }
    }
}
