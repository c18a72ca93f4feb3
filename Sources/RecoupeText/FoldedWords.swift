// The words of a text, folded, one after another as bytes: most words of a page are ASCII or Latin, and need no text of their own to be
// compared or counted. Parts at ASCII signs first: those are starters that nothing composes with in a way that folding keeps, so each
// stretch between them folds alone.

/// The runs of letters and digits of a text, folded.
public func foldedWords(_ text: some StringProtocol) -> [String] {
    var text = String(text)
    var out: [String] = []
    text.withUTF8 { eachFoldedWord($0) { out.append(String(decoding: $0, as: UTF8.self)) } }
    return out
}

/// The same from UTF-8, each word as UTF-8 that holds only for the call.
public func eachFoldedWord(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { room in
        var (start, plain) = (0, true)
        for index in 0...bytes.count {
            let byte = index < bytes.count ? bytes[index] : 0x20
            if byte >= 0x80 { plain = false }
            if byte >= 0x80 || isWordByte(byte) { continue }
            if index > start {
                let stretch = UnsafeBufferPointer(rebasing: bytes[start..<index])
                if plain, stretch.count <= room.count {
                    for place in stretch.indices { room[place] = lowered(stretch[place]) }
                    body(UnsafeBufferPointer(rebasing: room[..<stretch.count]))
                } else {
                    Stretch.words(stretch, body)
                }
            }
            (start, plain) = (index + 1, true)
        }
    }
}

private func lowered(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

private func isWordByte(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }

/// What stands between two ASCII signs.
private enum Stretch {
    /// Whether a scalar below the table's bound folds to letters and digits, or to nothing, and so parts no words.
    private static let joins: [Bool] = LatinFolding.table.map { folded in
        String(decoding: folded, as: UTF8.self).unicodeScalars.allSatisfy { isWord($0) }
    }

    static func words(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        var word: [UInt8] = []
        var words: [[UInt8]] = []
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            if scalar.value < LatinFolding.bound, joins[Int(scalar.value)] {
                word += LatinFolding.table[Int(scalar.value)]
            } else if scalar.value < LatinFolding.bound || parts(scalar.value) {
                if !word.isEmpty { words.append(word) }
                word.removeAll()
            } else if !(0x200B...0x200D).contains(scalar.value) {
                return general(bytes, body)
            }
        }
        if !word.isEmpty { words.append(word) }
        for word in words { word.withUnsafeBufferPointer { body($0) } }
    }

    /// Punctuation and symbols that are no letter, no number, and of which no letter is made.
    private static func parts(_ value: UInt32) -> Bool {
        switch value {
        case 0x200B...0x200D: false
        case 0x2000...0x205F, 0x20A0...0x20CF, 0x2116, 0x2122, 0x2190...0x23FF, 0x2500...0x2775, 0x1F300...0x1FAFF: true
        default: false
        }
    }

    private static func general(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        let scalars = folded(String(decoding: bytes, as: UTF8.self)).unicodeScalars
        for part in scalars.split(whereSeparator: { !isWord($0) }) {
            var word = String(part)
            word.withUTF8 { body($0) }
        }
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}
