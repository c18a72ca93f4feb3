// Decoded text in, text fit for reading out: UTF-8 that was once read as windows-1252 is undone, control characters go, lines end
// with a line feed, and the whole is in Unicode normal form C.
internal import Foundation
internal import RecoupeModel

/// Repairs what charsets and copying did to a text.
struct TextRepair {
    func repair(_ text: String) -> Decoded {
        let utf8 = Array(text.utf8)
        return repair(Decoded(utf8: utf8), TextSurvey(utf8))
    }

    /// The same for a text that was looked over.
    func repair(_ text: Decoded, _ survey: TextSurvey) -> Decoded {
        var text = text
        var count = 0
        if survey.mayBeDoubled { undo(&text.utf8, &count) }
        if count > 0 { text.warnings.append(doubled(count)) }
        if survey.hasControls || count > 0 { text.utf8 = text.utf8.withUnsafeBufferPointer { withoutControls($0) } }
        if survey.lost > 0 { text.warnings.append(damaged(survey.lost)) }
        if survey.mayBeDecomposed || count > 0 { text.utf8 = text.utf8.withUnsafeBufferPointer { composed($0) } }
        return text
    }

    /// The text in normal form C, run by run of characters that are no ASCII, each with the ASCII character before it, which may combine
    /// with its first: ASCII itself never combines with what stands before it.
    private func composed(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var done = 0
        var high = ByteRun.ascii(bytes, from: 0)
        while high < bytes.count {
            var end = high + 1
            while end < bytes.count, bytes[end] >= 0x80 { end += 1 }
            let start = max(done, high - 1)
            let run = UnsafeBufferPointer(rebasing: bytes[start..<end])
            if TextSurvey(run).mayBeDecomposed {
                out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[done..<start]))
                out += String(decoding: run, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8
                done = end
            }
            high = ByteRun.ascii(bytes, from: end)
        }
        out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[done...]))
        return out
    }

    /// Undoes double encoding, and says how much of it there was.
    private func undo(_ text: inout [UInt8], _ count: inout Int) {
        let (bytes, found) = text.withUnsafeBufferPointer { undoDoubleEncoding($0) }
        guard found > 0 else { return }
        (text, count) = (bytes, found)
        guard bytes.withUnsafeBytes({ ByteSearch.first(Self.lostBlank, in: $0) }) != nil else { return }
        var scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        count += undoLostBlanks(&scalars)
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        text = Array(String(view).utf8)
    }

    /// `Ã` and a blank.
    private static let lostBlank: [UInt8] = [0xC3, 0x83, 0x20]

    /// Runs such as `Ã©` for `é` and `â€™` for `’`: characters whose windows-1252 bytes are one character of UTF-8. Nothing comes out
    /// where there are none.
    private func undoDoubleEncoding(_ bytes: UnsafeBufferPointer<UInt8>) -> (bytes: [UInt8], count: Int) {
        var out: [UInt8] = []
        var (done, count) = (0, 0)
        var index = ByteRun.ascii(bytes, from: 0)
        while index < bytes.count {
            if let (scalar, end) = doubled(at: index, in: bytes) {
                if count == 0 { out.reserveCapacity(bytes.count) }
                out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[done..<index]))
                out += UTF8.encode(scalar) ?? .init()
                (done, count) = (end, count + 1)
                index = ByteRun.ascii(bytes, from: end)
            } else {
                index = ByteRun.ascii(bytes, from: index + 1)
            }
        }
        if count > 0 { out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[done...])) }
        return (out, count)
    }

    /// What the character that begins at a byte hides, and where its last byte ends.
    private func doubled(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (Unicode.Scalar, Int)? {
        // U+00C2 to U+00F4 before another character that is no ASCII.
        guard index + 3 < bytes.count, bytes[index] == 0xC3, (0x82...0xB4).contains(bytes[index + 1]), bytes[index + 2] >= 0xC2 else {
            return nil
        }
        var start = max(0, index - 1)
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        let place = index > 0 ? 1 : 0
        var scalars = Array(String(decoding: bytes[start..<min(bytes.count, index + 14)], as: UTF8.self).unicodeScalars)
        // A last character that the window cuts is none.
        if index + 14 < bytes.count { scalars.removeLast() }
        guard let (scalar, length) = hidden(at: place, in: scalars) else { return nil }
        return (scalar, index + scalars[place..<(place + length)].reduce(0) { $0 + UTF8.width($1) })
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

    private func withoutControls(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let end = ByteRun.plain(bytes, from: index)
            out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<end]))
            index = end
            if end < bytes.count { index += keep(bytes[end], bytes, end, &out) }
        }
        return out
    }

    /// Writes what becomes of a character that may be a control; how many bytes it has.
    private func keep(_ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ out: inout [UInt8]) -> Int {
        func next(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
        switch byte {
        case 0x0D:
            if next(1) != 0x0A { out.append(0x0A) }
            return 1
        case 0x09, 0x0A, 0x80...0xC1, 0xC3...0xE1, 0xE3...0xEE, 0xF0...:
            out.append(byte)
            return 1
        case 0x0B, 0x0C:
            out.append(0x0A)
            return 1
        case 0xC2 where next(1) < 0xA0:
            if next(1) == 0x85 { out.append(0x0A) }
            return 2
        case 0xE2 where next(1) == 0x80 && (next(2) == 0xA8 || next(2) == 0xA9):
            out.append(0x0A)
            return 3
        case 0xEF where next(1) == 0xBB && next(2) == 0xBF: return 3
        case 0xC2, 0xE2, 0xEF:
            out.append(byte)
            return 1
        default: return 1
        }
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
