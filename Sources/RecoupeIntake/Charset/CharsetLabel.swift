// The label by which an HTML page names its charset, and the charset that the label stands for (WHATWG Encoding Standard).

/// Reads charset labels.
enum CharsetLabel {
    enum Charset: Equatable {
        case utf8, windows1252, latin9
        case wide(WideText)
        /// By the name that the C library has for it.
        case foreign(String)
    }

    private static let utf8: Set<String> = ["utf-8", "utf8", "unicode-1-1-utf-8", "unicode11utf8", "unicode20utf8", "x-unicode20utf8"]
    private static let windows1252: Set<String> = [
        "ansi_x3.4-1968", "ascii", "cp1252", "cp819", "csisolatin1", "ibm819", "iso-8859-1", "iso-ir-100", "iso8859-1", "iso88591",
        "iso_8859-1", "iso_8859-1:1987", "l1", "latin1", "us-ascii", "windows-1252", "x-cp1252",
    ]
    private static let latin9: Set<String> = ["csisolatin9", "iso-8859-15", "iso8859-15", "iso885915", "iso_8859-15", "l9"]

    static func charset(_ label: String) -> Charset? {
        if utf8.contains(label) { return .utf8 }
        if windows1252.contains(label) { return .windows1252 }
        if latin9.contains(label) { return .latin9 }
        if let order = wide[label] { return .wide(order) }
        return foreign[label].map { .foreign($0) }
    }

    private static let wide: [String: WideText] = [
        "utf-16": .little, "utf-16le": .little, "utf-16be": .big, "csunicode": .little, "iso-10646-ucs-2": .little, "ucs-2": .little,
        "unicode": .little, "unicodefeff": .little, "unicodefffe": .big,
    ]

    /// Labels by the charset that browsers take them for: the wider one of a family, as pages use its letters.
    private static let foreign: [String: String] = {
        var out: [String: String] = [:]
        for (name, labels) in families {
            for label in labels.split(separator: " ") { out[String(label)] = name }
        }
        return out
    }()

    private static let families: [(String, String)] = [
        ("IBM866", "866 cp866 csibm866 ibm866"),
        ("ISO-8859-2", "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 l2 latin2"),
        ("ISO-8859-3", "csisolatin3 iso-8859-3 iso8859-3 iso_8859-3 l3 latin3"),
        ("ISO-8859-4", "csisolatin4 iso-8859-4 iso8859-4 iso_8859-4 l4 latin4"),
        ("ISO-8859-5", "csisolatincyrillic cyrillic iso-8859-5 iso8859-5 iso_8859-5"),
        ("ISO-8859-6", "arabic asmo-708 ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i iso8859-6 iso_8859-6"),
        ("ISO-8859-7", "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso8859-7 iso_8859-7"),
        ("ISO-8859-8", "csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-8859-8-i iso8859-8 iso_8859-8 logical visual"),
        ("ISO-8859-10", "csisolatin6 iso-8859-10 iso8859-10 l6 latin6"), ("ISO-8859-13", "iso-8859-13 iso8859-13"),
        ("ISO-8859-14", "iso-8859-14 iso8859-14"), ("ISO-8859-16", "iso-8859-16"), ("KOI8-R", "cskoi8r koi koi8 koi8-r koi8_r"),
        ("KOI8-U", "koi8-ru koi8-u"), ("MACINTOSH", "csmacintosh mac macintosh x-mac-roman"),
        ("MAC-CYRILLIC", "x-mac-cyrillic x-mac-ukrainian"), ("CP874", "dos-874 iso-8859-11 iso8859-11 tis-620 windows-874"),
        ("CP1250", "cp1250 windows-1250 x-cp1250"), ("CP1251", "cp1251 windows-1251 x-cp1251"),
        ("CP1253", "cp1253 windows-1253 x-cp1253"),
        ("CP1254", "cp1254 csisolatin5 iso-8859-9 iso8859-9 iso_8859-9 l5 latin5 windows-1254 x-cp1254"),
        ("CP1255", "cp1255 windows-1255 x-cp1255"), ("CP1256", "cp1256 windows-1256 x-cp1256"),
        ("CP1257", "cp1257 windows-1257 x-cp1257"), ("CP1258", "cp1258 windows-1258 x-cp1258"),
        ("GB18030", "chinese csgb2312 csiso58gb231280 gb18030 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk"),
        ("BIG5-HKSCS", "big5 big5-hkscs cn-big5 csbig5 x-x-big5"), ("EUC-JP-MS", "cseucpkdfmtjapanese euc-jp x-euc-jp"),
        ("ISO-2022-JP", "csiso2022jp iso-2022-jp"), ("CP932", "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis"),
        ("UHC", "cseuckr csksc56011987 euc-kr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949"),
    ]

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
