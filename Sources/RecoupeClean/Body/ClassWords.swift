// The words of class and id attributes around a block, as `story-body__text` gives `story`, `body`, `text`.

/// Parts class names into words.
enum ClassWords {
    private static let longest = 20

    /// The words of an element's class and id, lower case, letters only, at least three letters each.
    static func words(_ value: UnsafeBufferPointer<UInt8>) -> [String] {
        var out: [String] = []
        each(value) { out.append(String(decoding: $0, as: UTF8.self)) }
        return out
    }

    /// Gives each word as bytes, which hold only for the call.
    static func each(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest + 1) { word in
            var count = 0
            var lower = false
            func end() {
                if (3...longest).contains(count) { body(UnsafeBufferPointer(rebasing: word[..<count])) }
                count = 0
            }
            for byte in bytes {
                let isUpper = (0x41...0x5A).contains(byte)
                guard isUpper || (0x61...0x7A).contains(byte) else {
                    end()
                    lower = false
                    continue
                }
                if isUpper, lower { end() }
                if count <= longest - 1 { word[count] = byte | 0x20 }
                count = min(count + 1, longest + 1)
                lower = !isUpper
            }
            end()
        }
    }
}
