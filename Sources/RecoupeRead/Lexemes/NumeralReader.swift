// Words for numbers come in, one value goes out. Numbers are composed by a small grammar over classes of words (0–19, tens, tens that carry
// to nineteen, hundred, scales, joints), so that no list of composed numbers is needed; the classes are the pack's `numbers.tsv`.
internal import RecoupeLanguage
internal import RecoupeText

/// Composes numbers from words.
struct NumeralReader: Sendable {
    private struct Atom: Hashable {
        enum Kind: Hashable {
            case cardinal, ten, score, hundred, lastHundred, scale, tenJoint, hundredJoint, point, half, ordinal, ordinals
        }

        var words: [String]
        var kind: Kind
        var value: Double
    }

    private var atoms: [String: [Atom]] = [:]
    private var scores: Set<Double> = []
    /// The words after the first of atoms of several.
    private var parts: Set<String> = []
    /// The greatest number of hundreds that the language says (`dix-neuf cents`, `ninety-nine hundred`).
    private var mostHundreds = 99.0

    private static let kinds: [String: Atom.Kind] = [
        "cardinal": .cardinal, "ten": .ten, "score": .score, "hundred": .hundred, "hundred-last": .lastHundred, "scale": .scale,
        "ten-joint": .tenJoint,
        "hundred-joint": .hundredJoint, "point": .point, "half-joint": .half, "ordinal-end": .ordinal, "ordinal-end-plural": .ordinals,
    ]

    init(_ table: Table) {
        for row in table.rows {
            if row[0] == "hundred-most" { mostHundreds = Double(row[2]) ?? mostHundreds }
            guard let kind = Self.kinds[row[0]] else { continue }
            let words = folded(row[1]).split(separator: " ").map { String($0) }
            let value = Double(row[2]) ?? 0
            atoms[words[0], default: []].append(Atom(words: words, kind: kind, value: value))
            if kind == .score { scores.insert(value) }
            parts.formUnion(words.dropFirst())
        }
        for key in atoms.keys { atoms[key]?.sort { $0.words.count > $1.words.count } }
    }

    /// A number in words.
    struct Words: Hashable {
        var value: Double
        /// How many words it takes.
        var count: Int
        /// Whether its last word makes it an ordinal (`vingt et unième`).
        var isOrdinal = false
        /// What stands before its last joint (`one hundred and three`), where one is.
        var whole: Double?
    }

    /// Whether a number may begin with this word.
    func begins(_ word: String) -> Bool {
        (atoms[word] ?? []).contains {
            ![.lastHundred, .tenJoint, .hundredJoint, .point, .half, .ordinal, .ordinals].contains($0.kind)
                && ($0.kind != .scale || word.utf8.count > 1)
        }
    }

    /// All words that a number may hold.
    var words: [String] { Set(atoms.keys).union(parts).sorted() }

    /// Whether the word joins hundreds or thousands to what follows.
    func isJoint(_ word: String) -> Bool { (atoms[word] ?? []).contains { $0.kind == .hundredJoint } }

    /// Whether a number may hold this word.
    func knows(_ word: String) -> Bool { atoms[word] != nil || parts.contains(word) }

    /// The number that the words begin with; `lead` is a number in digits that stands before them, so that only scales may follow.
    /// `isJoined` says whether a hyphen joins a word to the one before: only then does a plural ordinal end a number (`vingt-cinquièmes`),
    /// else it is what a fraction is divided by (`vingt cinquièmes`).
    func read(_ words: ArraySlice<String>, lead: Double? = nil, isJoined: (Int) -> Bool = { _ in false }) -> Words? {
        var composition = Composition(lead: lead, mostHundreds: mostHundreds)
        var place = words.startIndex
        var whole: Double?
        while place < words.endIndex, let atom = atom(words[place...]) {
            if atom.kind == .ordinal || atom.kind == .ordinals {
                guard lead == nil, place > words.startIndex, atom.kind == .ordinal || isJoined(place), composition.end(cardinal(atom))
                else {
                    break
                }
                return Words(value: composition.value, count: place + atom.words.count - words.startIndex, isOrdinal: true)
            }
            // A lone letter is a scale only after digits (`10k`).
            guard lead != nil || atom.kind != .scale || atom.words[0].utf8.count > 1 else { break }
            if atom.kind == .hundredJoint { whole = composition.value }
            guard composition.add(atom, next: next(words[(place + atom.words.count)...])) else { break }
            place += atom.words.count
        }
        let count = place - words.startIndex
        guard count > 0, composition.isNumber else { return nil }
        return Words(value: composition.value, count: count, whole: whole.flatMap { $0 < composition.value ? $0 : nil })
    }

    /// The atom after a joint; an ordinal counts as its cardinal.
    private func next(_ words: ArraySlice<String>) -> Atom? { atom(words).map { $0.kind == .ordinal ? cardinal($0) : $0 } }

    /// An ordinal as the cardinal of its value.
    private func cardinal(_ atom: Atom) -> Atom {
        var out = atom
        switch atom.value {
        case 100: out.kind = .hundred
        case 1000...: out.kind = .scale
        case 0..<20: out.kind = .cardinal
        case let value: out.kind = scores.contains(value) ? .score : .ten
        }
        return out
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

        private let mostHundreds: Double

        init(lead: Double?, mostHundreds: Double) {
            self.mostHundreds = mostHundreds
            self.lead = lead
            group = lead ?? 0
        }

        var value: Double { total + group }

        /// A scale above a thousand is no number by itself.
        private(set) var isNumber = false

        /// Ends with an ordinal, given as its cardinal.
        /// A lone one before hundredths and what is smaller counts them (`un centième`).
        mutating func end(_ atom: Atom) -> Bool {
            let countsParts = value == 1 && (atom.kind == .hundred || atom.kind == .scale)
            return decimal == nil && !countsParts && add(atom, next: nil)
        }

        mutating func add(_ atom: Atom, next: Atom?) -> Bool {
            guard fits(atom, next: next) else { return false }
            switch atom.kind {
            case .cardinal where decimal != nil:
                let place = decimal ?? 0.1
                group += atom.value * (atom.value < 10 ? place : place / 10)
                decimal = place / 10
            case .ten where decimal != nil, .score where decimal != nil:
                group += atom.value * 0.01
                decimal = 0.01
            case .cardinal, .ten, .score: group += atom.value
            case .hundred, .lastHundred: group = group == 0 ? 100 : group * 100
            case .scale: scale(atom.value)
            case .tenJoint, .hundredJoint, .ordinal, .ordinals: break
            case .point: decimal = 0.1
            case .half: addHalf()
            }
            isNumber = isNumber || atom.kind != .scale || lead != nil || atom.value == 1000
            last = atom
            return true
        }

        /// `et demi`: half of the last scale, or of one.
        private mutating func addHalf() {
            if last?.kind == .scale {
                total += lastScale / 2
            } else if let value = last?.value, value >= 1e6 {
                group += value / 2
            } else {
                group += 0.5
            }
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
            case .ten, .score:
                lead == nil
                    && (decimal == nil ? isOpen || last?.kind == .hundred || last?.kind == .hundredJoint : last?.kind == .point)
            case .ordinal, .ordinals: false
            case .hundred where lead != nil: last == nil
            case .hundred, .lastHundred:
                lead == nil && decimal == nil && (isOpen || ((1...mostHundreds).contains(group) && group != 10 && last?.kind == .cardinal))
            case .scale: last?.kind != .tenJoint && (group > 0 || total > 0 || atom.value == 1000 || last == nil) && fitsScale(atom.value)
            case .half: last?.kind == .scale || (last?.kind == .cardinal && decimal == nil)
            case .tenJoint: (last?.kind == .ten || last?.kind == .score) && (next?.value == 1 || next?.value == 11)
            case .hundredJoint: fitsJoint(next)
            case .point:
                last != nil && decimal == nil && lead == nil
                    && (next.map { $0.value < 100 && [.cardinal, .ten, .score].contains($0.kind) } ?? false)
            }
        }

        private var isOpen: Bool { last == nil || last?.kind == .scale }

        /// `deux millions mille`: a thousand needs no number before it.
        private func fitsScale(_ value: Double) -> Bool {
            group > 0 || value > lastScale || last == nil || (value == 1000 && last?.kind == .scale)
        }

        private func fitsCardinal(_ value: Double) -> Bool {
            guard lead == nil else { return false }
            if decimal != nil { return value < 10 || last?.kind == .point }
            switch last?.kind {
            case nil, .scale, .hundred, .hundredJoint: return true
            case .ten: return (1...9).contains(value)
            case .score: return (1...19).contains(value)
            case .tenJoint: return value == 1 || value == 11
            case .cardinal, .lastHundred, .point, .half, .ordinal, .ordinals: return false
            }
        }

        private func fitsJoint(_ next: Atom?) -> Bool {
            guard lead == nil, last?.kind == .hundred || last?.kind == .scale, let next else { return false }
            return next.kind == .cardinal || next.kind == .ten || next.kind == .score
        }
    }
}
