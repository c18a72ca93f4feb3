// The words of class and id attributes around a block, as `story-body__text` gives `story`, `body`, `text`.

/// Parts class names into words.
enum ClassWords {
    /// The words of an element's class and id, lower case, letters only, at least three letters each.
    static func words(_ value: String) -> [String] {
        var out: [String] = []
        var current: [UInt8] = []
        var lower = false
        func end() {
            if (3...20).contains(current.count) { out.append(String(decoding: current, as: UTF8.self)) }
            current = []
        }
        for byte in value.utf8 {
            switch byte {
            case 0x61...0x7A:
                current.append(byte)
                lower = true
            case 0x41...0x5A:
                if lower { end() }
                current.append(byte | 0x20)
                lower = false
            default:
                end()
                lower = false
            }
        }
        end()
        return out
    }
}
