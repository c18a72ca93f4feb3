// May two names of persons name one person? Decided on their parts alone: given names or initials, then surname. Two full names that
// do not fit are two persons, whatever else speaks for one.

/// The parts of a person's name.
struct PersonName: Hashable, Sendable {
    let parts: [NamePart]

    var isBare: Bool { parts.count < 2 }

    /// How two full names fit.
    enum Fit: Int, Comparable {
        /// The same words, or the same but for transliteration.
        case same
        /// Initials or middle names that only one of them has.
        case fuller
        /// One slip of the pen.
        case slip
        /// One is the beginning or the end of the other.
        case contained
        /// Same surname and a given name with the same beginning: one person only where more speaks for it.
        case nickname

        static func < (a: Fit, b: Fit) -> Bool { a.rawValue < b.rawValue }
    }

    /// How two full names fit, or nothing where they name two persons.
    func fit(_ other: PersonName) -> Fit? {
        guard !isBare, !other.isBare else { return nil }
        if let aligned = aligned(other) { return aligned }
        if reversed(other) { return .same }
        if contained(other) { return .contained }
        return nickname(other) ? .nickname : nil
    }

    private func aligned(_ other: PersonName) -> Fit? {
        guard let last = parts.last, let otherLast = other.parts.last, let surname = Spelling.surnameAgreement(last, otherLast),
            surname != .initial, let given = Spelling.agreement(parts[0], other.parts[0]),
            let middle = middles(Array(parts.dropFirst().dropLast()), Array(other.parts.dropFirst().dropLast()))
        else { return nil }
        let agreements = [surname, given] + middle
        guard agreements.count(where: { $0 == .slip }) <= 1 else { return nil }
        if agreements.contains(.slip) { return .slip }
        return agreements.contains(.initial) || parts.count != other.parts.count ? .fuller : .same
    }

    /// How the middle names agree: those of the shorter list stand in the longer one, in order.
    private func middles(_ a: [NamePart], _ b: [NamePart]) -> [Spelling.Agreement]? {
        let (shorter, longer) = a.count <= b.count ? (a, b) : (b, a)
        var found: [Spelling.Agreement] = []
        var rest = longer[...]
        for part in shorter {
            guard let index = rest.firstIndex(where: { Spelling.agreement(part, $0) != nil }),
                let agreement = Spelling.agreement(part, rest[index])
            else { return nil }
            found.append(agreement)
            rest = rest[(index + 1)...]
        }
        return found
    }

    private func reversed(_ other: PersonName) -> Bool {
        parts.count == 2 && other.parts.count == 2 && parts[0].skeleton == other.parts[1].skeleton
            && parts[1].skeleton == other.parts[0].skeleton
    }

    private func contained(_ other: PersonName) -> Bool {
        let (shorter, longer) = parts.count <= other.parts.count ? (parts, other.parts) : (other.parts, parts)
        let words = shorter.map(\.skeleton)
        return words.count < longer.count
            && (longer.suffix(words.count).map(\.skeleton) == words || longer.prefix(words.count).map(\.skeleton) == words)
    }

    private func nickname(_ other: PersonName) -> Bool {
        guard let last = parts.last, last.skeleton == other.parts.last?.skeleton else { return false }
        return parts[0].text.prefix(2) == other.parts[0].text.prefix(2)
    }
}
