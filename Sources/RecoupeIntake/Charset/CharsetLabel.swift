// The label by which an HTML page names its charset, and the charset that the label stands for (WHATWG Encoding Standard).

/// Reads charset labels.
enum CharsetLabel {
    enum Charset { case utf8, windows1252, latin9 }

    private static let utf8: Set<String> = ["utf-8", "utf8", "unicode-1-1-utf-8", "unicode11utf8", "unicode20utf8", "x-unicode20utf8"]
    private static let windows1252: Set<String> = [
        "ansi_x3.4-1968", "ascii", "cp1252", "cp819", "csisolatin1", "ibm819", "iso-8859-1", "iso-ir-100", "iso8859-1", "iso88591",
        "iso_8859-1", "iso_8859-1:1987", "l1", "latin1", "us-ascii", "windows-1252", "x-cp1252",
    ]
    private static let latin9: Set<String> = ["csisolatin9", "iso-8859-15", "iso8859-15", "iso885915", "iso_8859-15", "l9"]

    static func charset(_ label: String) -> Charset? {
        if utf8.contains(label) { return .utf8 }
        if windows1252.contains(label) { return .windows1252 }
        return latin9.contains(label) ? .latin9 : nil
    }

    /// The label in the first bytes of a page, lower case: `charset=…` of a meta element or `encoding=…` of an XML declaration.
    static func find(in bytes: ArraySlice<UInt8>) -> String? {
        let head = bytes.prefix(8192).map { $0 < 0x80 ? ($0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0) : 0x3F }
        return label(after: Array("charset".utf8), in: head) ?? label(after: Array("<?xml".utf8), key: "encoding", in: head)
    }

    private static func label(after word: [UInt8], key: String, in head: [UInt8]) -> String? {
        head.starts(with: word) ? label(after: Array(key.utf8), in: Array(head.prefix(200))) : nil
    }

    private static func label(after word: [UInt8], in head: [UInt8]) -> String? {
        guard head.count > word.count else { return nil }
        for start in 0..<(head.count - word.count) where head[start..<(start + word.count)].elementsEqual(word) {
            var rest = head[(start + word.count)...].drop { $0 <= 0x20 }
            guard rest.first == 0x3D else { continue }
            rest = rest.dropFirst().drop { $0 <= 0x20 || $0 == 0x22 || $0 == 0x27 }
            let label = rest.prefix { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != 0x3E && $0 != 0x3B && $0 != 0x2F }
            if !label.isEmpty { return String(decoding: label, as: UTF8.self) }
        }
        return nil
    }
}
