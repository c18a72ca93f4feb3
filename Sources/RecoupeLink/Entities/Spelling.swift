// Are two words two spellings of one name? Names carried over from other scripts are written in many ways (ou/u, k/q, ei/ey, kh/k,
// doubled letters); a skeleton levels those, and an edit distance forgives one slip in a long word.
internal import RecoupeText

/// Comparing the parts of names.
enum Spelling {
    /// How two parts agree, best first.
    enum Agreement: Int, Comparable {
        case same, skeleton, initial, slip

        static func < (a: Agreement, b: Agreement) -> Bool { a.rawValue < b.rawValue }
    }

    private static let levelled: [(String, String)] = [
        ("ou", "u"), ("oo", "u"), ("ph", "f"), ("sch", "s"), ("tch", "s"), ("sh", "s"), ("ch", "s"), ("ck", "k"), ("kh", "k"),
        ("dh", "d"), ("th", "t"), ("gh", "g"), ("dj", "j"), ("ei", "e"), ("ej", "e"), ("ey", "e"), ("ai", "e"), ("ay", "e"), ("ee", "i"),
        ("q", "k"), ("y", "i"), ("w", "v"),
    ]

    /// A part of a name without what transliteration leaves open. The part is folded already.
    static func skeleton(_ part: String) -> String {
        var rest = Substring(part)
        var out = ""
        while let first = rest.first {
            if let (from, to) = levelled.first(where: { rest.hasPrefix($0.0) }) {
                append(to, to: &out)
                rest.removeFirst(from.count)
            } else {
                append(String(first), to: &out)
                rest.removeFirst()
            }
        }
        return out
    }

    private static func append(_ letters: String, to out: inout String) {
        for letter in letters where out.last != letter { out.append(letter) }
    }

    /// How two surnames agree, or nothing: a silent `e` at the end of a long one is the receiving language's.
    static func surnameAgreement(_ a: NamePart, _ b: NamePart) -> Agreement? {
        if let agreement = agreement(a, b), agreement != .slip { return agreement }
        func bare(_ part: NamePart) -> Substring {
            part.skeleton.count >= Tuning.forgivingLength && part.skeleton.hasSuffix("e") ? part.skeleton.dropLast() : part.skeleton[...]
        }
        return bare(a) == bare(b) ? .skeleton : agreement(a, b)
    }

    /// How two parts agree, or nothing.
    static func agreement(_ a: NamePart, _ b: NamePart) -> Agreement? {
        if a.text == b.text { return .same }
        if a.skeleton == b.skeleton { return .skeleton }
        if a.text.utf8.count == 1 || b.text.utf8.count == 1 { return a.text.first == b.text.first ? .initial : nil }
        let shorter = min(a.text.count, b.text.count)
        return shorter >= Tuning.forgivingLength && editDistance(a.text, b.text) <= 1 ? .slip : nil
    }
}

/// A part of a name, with its skeleton.
struct NamePart: Hashable, Sendable {
    let text: String
    let skeleton: String

    init(_ text: String) {
        self.text = text
        skeleton = Spelling.skeleton(text)
    }
}
