// Decoded text in, text fit for reading out: UTF-8 that was once read as windows-1252 is undone, control characters go, lines end
// with a line feed, and the whole is in Unicode normal form C.
internal import Foundation
internal import RecoupeModel

/// Repairs what charsets and copying did to a text.
struct TextRepair {
    func repair(_ text: String) -> Decoded {
        var warnings: [Warning] = []
        if text.utf8.allSatisfy({ ($0 >= 0x20 && $0 < 0x7F) || $0 == 0x0A }) { return Decoded(text: text, warnings: []) }
        var (undone, count) = undoDoubleEncoding(Array(text.unicodeScalars))
        if count > 0 { count += undoLostBlanks(&undone) }
        if count > 0 { warnings.append(doubled(count)) }
        let scalars = withoutControls(undone)
        let lost = scalars.count { $0 == "\u{FFFD}" }
        if lost > 0 { warnings.append(damaged(lost)) }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return Decoded(text: String(view).precomposedStringWithCanonicalMapping, warnings: warnings)
    }

    /// Runs such as `Ã©` for `é` and `â€™` for `’`: characters whose windows-1252 bytes are one character of UTF-8.
    private func undoDoubleEncoding(_ scalars: [Unicode.Scalar]) -> ([Unicode.Scalar], Int) {
        var out: [Unicode.Scalar] = []
        out.reserveCapacity(scalars.count)
        var count = 0
        var index = 0
        while index < scalars.count {
            if scalars[index].value >= 0xC2, let (scalar, length) = hidden(at: index, in: scalars) {
                out.append(scalar)
                index += length
                count += 1
            } else {
                out.append(scalars[index])
                index += 1
            }
        }
        return (out, count)
    }

    /// `Ã` before a blank: an `à` in double encoding whose second byte, a no-break blank, became an ordinary one.
    private func undoLostBlanks(_ scalars: inout [Unicode.Scalar]) -> Int {
        let places = scalars.indices.filter { index in
            scalars[index] == "Ã" && (index == 0 || !scalars[index - 1].properties.isAlphabetic)
                && index + 1 < scalars.count && scalars[index + 1] == " "
        }
        for index in places.reversed() {
            scalars[index] = "à"
            if index + 2 < scalars.count, scalars[index + 2] == " " { scalars.remove(at: index + 1) }
        }
        return places.count
    }

    /// The character that stands at a place in double encoding, and how many scalars it takes.
    private func hidden(at index: Int, in scalars: [Unicode.Scalar]) -> (Unicode.Scalar, Int)? {
        guard let first = SingleByte.byte(scalars[index]), (0xC2...0xF4).contains(first) else { return nil }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard index + length <= scalars.count else { return nil }
        var bytes = [first]
        for other in scalars[(index + 1)..<(index + length)] {
            guard let byte = SingleByte.byte(other), byte & 0xC0 == 0x80 else { return nil }
            bytes.append(byte)
        }
        // `Â»` may close a quotation after a word in capitals.
        if first == 0xC2, index > 0, scalars[index - 1].properties.isUppercase { return nil }
        guard UTF8Survey.length(at: 0, in: bytes[...]) == length, let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first,
            scalar.value >= 0xA0
        else { return nil }
        return (scalar, length)
    }

    private func withoutControls(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var out: [Unicode.Scalar] = []
        out.reserveCapacity(scalars.count)
        for (index, scalar) in scalars.enumerated() {
            switch scalar.value {
            case 0x0D: if index + 1 >= scalars.count || scalars[index + 1] != "\n" { out.append("\n") }
            case 0x85, 0x0B, 0x0C, 0x2028, 0x2029: out.append("\n")
            case 0x09, 0x0A: out.append(scalar)
            case 0..<0x20, 0x7F...0x9F, 0xFEFF: break
            default: out.append(scalar)
            }
        }
        return out
    }

    private func doubled(_ count: Int) -> Warning {
        Warning(
            code: "intake.text.double-encoding",
            message: "\(count) characters were encoded twice (such as Ã© for é) and were set right.",
            remedy: "Compare accents and quotation marks with the page."
        )
    }

    private func damaged(_ count: Int) -> Warning {
        Warning(
            code: "intake.text.damaged",
            message: "\(count) characters of the text are lost (shown as \u{FFFD}).",
            remedy: "Save the page again from its address."
        )
    }
}
