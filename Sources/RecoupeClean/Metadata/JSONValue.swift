// JSON as pages carry it, with the faults that pages have: line ends inside strings, comments or CDATA marks around, commas too many.
// What cannot be read gives nothing; depth is limited, so that no input can exhaust the stack.

/// A JSON value. Members of an object keep their order.
enum JSONValue: Sendable {
    case object([(key: String, value: JSONValue)])
    case array([JSONValue])
    case string(String)
    case number(String)
    case truth(Bool)
    case other

    /// A member of an object, by name.
    subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == name }?.value
    }

    /// The value as text: a string or a number.
    var text: String? {
        switch self {
        case .string(let text), .number(let text): text
        default: nil
        }
    }

    /// The value as yes or no, also where it is written as a string.
    var flag: Bool? {
        switch self {
        case .truth(let value): value
        case .string(let text): ["true": true, "false": false][text.lowercased()]
        default: nil
        }
    }

    /// The elements of an array; a single value as one.
    var elements: [JSONValue] {
        if case .array(let values) = self { return values }
        return [self]
    }

    init?(_ text: String) {
        var parser = JSONParser(Array(text.utf8))
        guard let value = parser.value(depth: 0) else { return nil }
        self = value
    }
}

/// A forgiving reader of RFC 8259.
private struct JSONParser {
    private let bytes: [UInt8]
    private var index: Int
    private static let maximumDepth = 48

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        index = bytes.firstIndex { $0 == 0x7B || $0 == 0x5B } ?? bytes.count
    }

    mutating func value(depth: Int) -> JSONValue? {
        skipBlanks()
        guard index < bytes.count, depth < Self.maximumDepth else { return nil }
        switch bytes[index] {
        case 0x7B: return object(depth)
        case 0x5B: return array(depth)
        case 0x22: return string().map { .string($0) }
        default: return plain()
        }
    }

    private mutating func object(_ depth: Int) -> JSONValue? {
        index += 1
        var members: [(key: String, value: JSONValue)] = []
        while let byte = next() {
            if byte == 0x7D { index += 1; break }
            if byte == 0x2C { index += 1; continue }
            guard byte == 0x22, let key = string(), next() == 0x3A else { break }
            index += 1
            guard let value = value(depth: depth + 1) else { break }
            members.append((key, value))
        }
        return .object(members)
    }

    private mutating func array(_ depth: Int) -> JSONValue? {
        index += 1
        var values: [JSONValue] = []
        while let byte = next() {
            if byte == 0x5D { index += 1; break }
            if byte == 0x2C { index += 1; continue }
            guard let value = value(depth: depth + 1) else { break }
            values.append(value)
        }
        return .array(values)
    }

    private mutating func string() -> String? {
        index += 1
        var out: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case 0x22: return String(decoding: out, as: UTF8.self)
            case 0x5C: escape(into: &out)
            default: out.append(byte)
            }
        }
        return nil
    }

    private mutating func escape(into out: inout [UInt8]) {
        guard index < bytes.count else { return }
        let byte = bytes[index]
        index += 1
        switch byte {
        case 0x6E: out.append(0x0A)
        case 0x74: out.append(0x09)
        case 0x72, 0x62, 0x66: out.append(0x20)
        case 0x75: out += Array(String(unicode()).utf8)
        default: out.append(byte)
        }
    }

    /// The scalar of `\uXXXX`, two such for one outside the first plane.
    private mutating func unicode() -> Unicode.Scalar {
        let first = unit()
        guard (0xD800..<0xDC00).contains(first), index + 1 < bytes.count, bytes[index] == 0x5C, bytes[index + 1] == 0x75 else {
            return Unicode.Scalar(first) ?? "\u{FFFD}"
        }
        index += 2
        let second = unit()
        guard (0xDC00..<0xE000).contains(second) else { return "\u{FFFD}" }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func unit() -> UInt32 {
        let digits = bytes[index..<min(index + 4, bytes.count)]
        index += digits.count
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0xFFFD
    }

    private mutating func plain() -> JSONValue? {
        let start = index
        while index < bytes.count, ![0x2C, 0x5D, 0x7D, 0x3A].contains(bytes[index]), bytes[index] > 0x20 { index += 1 }
        guard index > start else { return nil }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        if text == "true" || text == "false" { return .truth(text == "true") }
        return Double(text) == nil ? .other : .number(text)
    }

    private mutating func next() -> UInt8? {
        skipBlanks()
        return index < bytes.count ? bytes[index] : nil
    }

    private mutating func skipBlanks() { while index < bytes.count, bytes[index] <= 0x20 { index += 1 } }
}
