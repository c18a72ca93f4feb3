// Bytes in, damaged bytes out, as disks, networks, people and people of bad will damage them: bytes changed, cut out, cut off, doubled,
// spliced with another input's, nested thousands deep. The same seed gives the same damage.

/// Damages bytes.
package struct Mutator {
    private var random: SeededGenerator

    package init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// What is nested: openings that close never, of each kind of markup that is read.
    private static let openings = [
        "<div>", "<table><tr><td>", "<b><p>", "<a>", "[", "{\"a\":", "((", "> ", "<!--", "&lt;", "%PDF-1.4 <<", "--q\n",
    ]

    package mutating func mutated(_ bytes: [UInt8], with other: [UInt8]) -> [UInt8] {
        var out = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) where !out.isEmpty { mutate(&out, with: other) }
        return out
    }

    private mutating func mutate(_ out: inout [UInt8], with other: [UInt8]) {
        let place = Int.random(in: 0..<out.count, using: &random)
        let end = min(out.count, place + Int.random(in: 1...200, using: &random))
        switch Int.random(in: 0..<8, using: &random) {
        case 0: out[place] = UInt8.random(in: 0...255, using: &random)
        case 1: out[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
        case 2: out.removeSubrange(place..<end)
        case 3: out = Array(out[..<place])
        case 4: out.insert(contentsOf: out[place..<end], at: Int.random(in: 0...out.count, using: &random))
        case 5: out.insert(contentsOf: nested(Array(out[place..<end])), at: place)
        case 6:
            let from = Int.random(in: 0..<max(1, other.count), using: &random)
            out = Array(out[..<place]) + other[min(from, other.count)...]
        default:
            let from = Int.random(in: 0..<max(1, other.count), using: &random)
            out.insert(contentsOf: other[min(from, other.count)...].prefix(300), at: place)
        }
    }

    /// Something many times over: an opening, or the bytes at hand.
    private mutating func nested(_ piece: [UInt8]) -> [UInt8] {
        let times = 1 << Int.random(in: 1...13, using: &random)
        if Bool.random(using: &random) { return Array(repeatElement(piece, count: min(times, 1 << 9)).joined()) }
        let opening = Self.openings.randomElement(using: &random) ?? ""
        return Array(repeatElement(Array(opening.utf8), count: times).joined())
    }
}
