// How a token begins, asked of every word around a figure: by its first byte where that is ASCII, else by its first character.

extension Token {
    /// Whether its first character is a capital.
    var beginsWithCapital: Bool {
        guard let first = form.utf8.first else { return false }
        return first < 0x80 ? (0x41...0x5A).contains(first) : form.first?.isUppercase == true
    }

    /// Whether its first character is a digit, or else a number.
    var beginsWithNumber: Bool {
        guard let first = form.utf8.first else { return false }
        return first < 0x80 ? (0x30...0x39).contains(first) : form.first?.isNumber == true
    }
}
