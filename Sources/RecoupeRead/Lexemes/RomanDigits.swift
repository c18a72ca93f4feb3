// A word comes in; the number that the Roman digits at its beginning make goes out, with what follows them (`XXe` is 20 and `e`). A smaller
// digit before a greater one is taken away.

/// Roman digits with something after them.
struct RomanDigits {
    let value: Int
    let rest: Substring

    /// Nothing where no digit begins the word, and where nothing follows the digits.
    init?(_ word: String) {
        guard let first = word.utf8.first, (0x43...0x58).contains(first) else { return nil }
        let digits = word.utf8.prefix { Self.value($0) > 0 }
        guard !digits.isEmpty, digits.count < word.utf8.count else { return nil }
        var (total, before) = (0, 0)
        for digit in digits.reversed() {
            let value = Self.value(digit)
            total += value < before ? -value : value
            before = max(before, value)
        }
        value = total
        rest = word[digits.endIndex...]
    }

    private static func value(_ digit: UInt8) -> Int {
        switch digit {
        case 0x49: 1
        case 0x56: 5
        case 0x58: 10
        case 0x4C: 50
        case 0x43: 100
        case 0x44: 500
        case 0x4D: 1000
        default: 0
        }
    }
}
