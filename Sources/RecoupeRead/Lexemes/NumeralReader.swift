// Words for numbers come in, one value goes out. Numbers are composed by a small grammar over classes of words (0–19, tens, tens that carry
// to nineteen, hundred, scales, joints), so that no list of composed numbers is needed; the classes are the pack's `numbers.tsv`.
internal import RecoupeLanguage
internal import RecoupeText

/// Composes numbers from words.
struct NumeralReader: Sendable {
    private struct Atom: Hashable {
        enum Kind: Hashable {
            case cardinal, ten, score, hundred, scale, tenJoint, hundredJoint, point, half
        }

        var words: [String]
        var kind: Kind
        var value: Double
    }

    private var atoms: [String: [Atom]] = [:]

    private static let kinds: [String: Atom.Kind] = [
        "cardinal": .cardinal, "ten": .ten, "score": .score, "hundred": .hundred, "scale": .scale, "ten-joint": .tenJoint,
        "hundred-joint": .hundredJoint, "point": .point, "half-joint": .half,
    ]

    init(_ table: Table) {
        for row in table.rows {
            guard let kind = Self.kinds[row[0]] else { continue }
            let words = folded(row[1]).split(separator: " ").map { String($0) }
            atoms[words[0], default: []].append(Atom(words: words, kind: kind, value: Double(row[2]) ?? 0))
        }
        for key in atoms.keys { atoms[key]?.sort { $0.words.count > $1.words.count } }
    }

    /// Whether a number may begin with this word.
    func begins(_ word: String) -> Bool {
        (atoms[word] ?? []).contains { $0.kind != .tenJoint && $0.kind != .hundredJoint && $0.kind != .point && $0.kind != .half }
    }

    /// The number that the words begin with and how many words it takes; `lead` is a number in digits that stands before them, so that
    /// only scales may follow.
    func read(_ words: ArraySlice<String>, lead: Double? = nil) -> (value: Double, count: Int)? {
        var composition = Composition(lead: lead)
        var place = words.startIndex
        while place < words.endIndex, let atom = atom(words[place...]) {
            guard composition.add(atom, next: self.atom(words[(place + atom.words.count)...])) else { break }
            place += atom.words.count
        }
        let count = place - words.startIndex
        guard count > 0, composition.isNumber else { return nil }
        return (composition.value, count)
    }

    private func atom(_ words: ArraySlice<String>) -> Atom? {
        guard let first = words.first else { return nil }
        return atoms[first]?.first { words.count >= $0.words.count && Array(words.prefix($0.words.count)) == $0.words }
    }

    /// A number while it is put together.
    private struct Composition {
        private var total = 0.0
        private var group = 0.0
        private var lastScale = Double.infinity
        private var last: Atom?
        private var lead: Double?
        private var decimal: Double?

        init(lead: Double?) {
            self.lead = lead
            group = lead ?? 0
        }

        var value: Double { total + group }

        /// A scale above a thousand is no number by itself.
        private(set) var isNumber = false

        mutating func add(_ atom: Atom, next: Atom?) -> Bool {
            guard fits(atom, next: next) else { return false }
            switch atom.kind {
            case .cardinal where decimal != nil:
                let place = decimal ?? 0.1
                group += atom.value * place
                decimal = place / 10
            case .cardinal, .ten, .score: group += atom.value
            case .hundred: group = group == 0 ? 100 : group * 100
            case .scale: scale(atom.value)
            case .tenJoint, .hundredJoint: break
            case .point: decimal = 0.1
            case .half: addHalf()
            }
            isNumber = isNumber || atom.kind != .scale || lead != nil || atom.value == 1000
            last = atom
            return true
        }

        /// `et demi`: half of the last scale, or of one.
        private mutating func addHalf() {
            if last?.kind == .scale { total += lastScale / 2 } else { group += 0.5 }
        }

        private mutating func scale(_ value: Double) {
            if value < lastScale {
                total += (group == 0 ? 1 : group) * value
            } else {
                total = (total + group) * value
            }
            lastScale = value
            group = 0
        }

        private func fits(_ atom: Atom, next: Atom?) -> Bool {
            switch atom.kind {
            case .cardinal: fitsCardinal(atom.value)
            case .ten, .score: lead == nil && decimal == nil && (isOpen || last?.kind == .hundred || last?.kind == .hundredJoint)
            case .hundred: lead == nil && decimal == nil && (isOpen || ((1..<100).contains(group) && last?.kind == .cardinal))
            case .scale: last?.kind != .tenJoint && (group > 0 || total > 0 || atom.value == 1000 || last == nil) && fitsScale(atom.value)
            case .half: last?.kind == .scale || (last?.kind == .cardinal && decimal == nil)
            case .tenJoint: (last?.kind == .ten || last?.kind == .score) && (next?.value == 1 || next?.value == 11)
            case .hundredJoint: fitsJoint(next)
            case .point: last != nil && decimal == nil && next?.kind == .cardinal && (next?.value ?? 10) < 10 && lead == nil
            }
        }

        private var isOpen: Bool { last == nil || last?.kind == .scale }

        private func fitsScale(_ value: Double) -> Bool { group > 0 || value > lastScale || last == nil }

        private func fitsCardinal(_ value: Double) -> Bool {
            guard lead == nil else { return false }
            if decimal != nil { return value < 10 }
            switch last?.kind {
            case nil, .scale, .hundred, .hundredJoint: return true
            case .ten: return (1...9).contains(value)
            case .score: return (1...19).contains(value)
            case .tenJoint: return value == 1 || value == 11
            case .cardinal, .point, .half: return false
            }
        }

        private func fitsJoint(_ next: Atom?) -> Bool {
            guard lead == nil, last?.kind == .hundred || last?.kind == .scale, let next else { return false }
            return next.kind == .cardinal || next.kind == .ten || next.kind == .score
        }
    }
}
