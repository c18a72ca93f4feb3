// Head fields as WARC, HTTP and MIME write them: `name: value` lines, folded ones joined, up to an empty line.

/// The fields of a head, in order, names in lower case.
struct HeadFields {
    private(set) var fields: [(name: String, value: String)] = []

    /// The value of the first field with a name.
    subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

    /// Reads a head from a stream, the empty line after it included; nothing where it does not end.
    init?(_ stream: ByteStream, limit: Int) {
        var size = 0
        while case .line(let line) = stream.line(limit: limit) {
            if line.isEmpty { return }
            size += line.count
            guard size <= limit else { return nil }
            add(line[...])
        }
        return nil
    }

    /// Reads the head at the beginning of some bytes; `end` is where the body begins, or the end of the bytes.
    init(_ bytes: ArraySlice<UInt8>, end: inout Int) {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let stop = bytes[index...].firstIndex(of: 0x0A) ?? bytes.endIndex
            var line = bytes[index..<stop]
            if line.last == 0x0D { line = line.dropLast() }
            index = min(stop + 1, bytes.endIndex)
            if line.isEmpty { break }
            add(line)
        }
        end = index
    }

    private mutating func add(_ line: ArraySlice<UInt8>) {
        if let first = line.first, first == 0x20 || first == 0x09, let last = fields.indices.last {
            guard fields[last].value.utf8.count < 1 << 16 else { return }
            fields[last].value += " " + Self.text(line)
        } else if let colon = line.firstIndex(of: 0x3A) {
            fields.append((Self.text(line[..<colon]).lowercased(), Self.text(line[(colon + 1)...])))
        }
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        let inner = bytes.drop { $0 <= 0x20 }
        let end = inner.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? inner.startIndex
        return Decoder().decode(Array(inner[inner.startIndex..<end])).text
    }

    /// A parameter of a field's value: `charset` of `text/html; charset="utf-8"`.
    static func parameter(_ name: String, of value: String) -> String? {
        for part in pieces(value).dropFirst() {
            guard let equals = part.firstIndex(of: "=") else { continue }
            guard part[..<equals].lowercased().filter({ $0 != " " }) == name else { continue }
            let text = part[part.index(after: equals)...].drop { $0 == " " || $0 == "\"" }
            let end = text.lastIndex { $0 != " " && $0 != "\"" }
            return end.map { String(text[...$0]) }
        }
        return nil
    }

    /// The parts between semicolons that stand outside quotation marks.
    private static func pieces(_ value: String) -> [Substring] {
        var out: [Substring] = []
        var start = value.startIndex
        var quoted = false
        for index in value.indices {
            if value[index] == "\"" { quoted.toggle() }
            if value[index] == ";", !quoted {
                out.append(value[start..<index])
                start = value.index(after: index)
            }
        }
        return out + [value[start...]]
    }
}
