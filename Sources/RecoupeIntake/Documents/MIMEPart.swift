// A mail or a page saved as one in, its parts out (RFC 2045, 2046, 2047): heads, bodies without their transfer encoding, nested as deep
// as is sane.
internal import Foundation

/// A part of a mail, with the parts in it.
struct MIMEPart {
    let head: HeadFields
    /// Lower case, without parameters.
    let media: String
    let parts: [MIMEPart]
    private let body: ArraySlice<UInt8>

    private static let maximumDepth = 12
    private static let maximumParts = 2000

    init(_ bytes: ArraySlice<UInt8>, depth: Int = 0) {
        var end = bytes.startIndex
        head = HeadFields(bytes, end: &end)
        let type = head["content-type"] ?? "text/plain"
        media = type.prefix { $0 != ";" }.lowercased().trimmed
        body = bytes[end...]
        guard media.hasPrefix("multipart/"), depth < Self.maximumDepth, let mark = HeadFields.parameter("boundary", of: type) else {
            parts = []
            return
        }
        parts = Self.pieces(body, boundary: mark).prefix(Self.maximumParts).map { MIMEPart($0, depth: depth + 1) }
    }

    var isAttachment: Bool { head["content-disposition"]?.lowercased().hasPrefix("attachment") ?? false }

    var charset: String? { head["content-type"].flatMap { HeadFields.parameter("charset", of: $0)?.lowercased() } }

    /// The name that a part's file has.
    var fileName: String? {
        HeadFields.parameter("filename", of: head["content-disposition"] ?? "")
            ?? HeadFields.parameter("name", of: head["content-type"] ?? "")
    }

    /// This part, or all parts below that have none of their own, in order.
    var leaves: [MIMEPart] { parts.isEmpty ? [self] : parts.flatMap(\.leaves) }

    /// The body without its transfer encoding.
    var content: [UInt8] {
        switch head["content-transfer-encoding"]?.lowercased().trimmed {
        case "base64"?: return Data(base64Encoded: Data(body), options: .ignoreUnknownCharacters).map { [UInt8]($0) } ?? Self.base64(body)
        case "quoted-printable"?: return Self.unquoted(body)
        default: return Array(body)
        }
    }

    /// As much of damaged base64 as can be read.
    private static func base64(_ body: ArraySlice<UInt8>) -> [UInt8] {
        let kept = body.filter { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || (0x30...0x39).contains($0) || $0 == 0x2B || $0 == 0x2F }
        return Data(base64Encoded: Data(kept.prefix(kept.count / 4 * 4))).map { [UInt8]($0) } ?? []
    }

    /// Without quoted-printable; what is no such sign stays as it is.
    static func unquoted(_ bytes: ArraySlice<UInt8>, underscores: Bool = false) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            if byte == 0x5F, underscores { out.append(0x20); continue }
            guard byte == 0x3D else { out.append(byte); continue }
            let rest = bytes[index...].prefix(2)
            if let value = hexadecimal(rest) {
                out.append(value)
                index += 2
            } else if rest.first == 0x0A {
                index += 1
            } else if rest.elementsEqual([0x0D, 0x0A]) {
                index += 2
            } else {
                out.append(byte)
            }
        }
        return out
    }

    private static func hexadecimal(_ digits: ArraySlice<UInt8>) -> UInt8? {
        guard digits.count == 2, digits.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x46).contains($0 & 0xDF) }) else { return nil }
        return UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    /// What stands between the lines of a boundary.
    private static func pieces(_ body: ArraySlice<UInt8>, boundary: String) -> [ArraySlice<UInt8>] {
        let mark = Array("--\(boundary)".utf8)
        var out: [ArraySlice<UInt8>] = []
        var begun: Int?
        var line = body.startIndex
        while line < body.endIndex {
            let end = body[line...].firstIndex(of: 0x0A) ?? body.endIndex
            if body[line..<end].starts(with: mark) {
                if let begun, begun <= line { out.append(body[begun..<line]) }
                begun = min(end + 1, body.endIndex)
                if body[line..<end].dropFirst(mark.count).starts(with: [0x2D, 0x2D]) { return out }
            }
            line = end + 1
        }
        if let begun, begun < body.endIndex { out.append(body[begun...]) }
        return out
    }
}

/// Words in a head that are encoded: `=?utf-8?Q?Gr=C3=A8ve?=`.
enum HeadWords {
    static func decode(_ value: String) -> String {
        var out = ""
        var rest = value[...]
        var afterWord = false
        while let open = rest.firstRange(of: "=?") {
            let before = rest[..<open.lowerBound]
            let pieces = rest[open.upperBound...].split(separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
            guard pieces.count == 4, pieces[3].first == "=", let text = word(pieces[0], pieces[1], pieces[2]) else {
                out += rest[..<open.upperBound]
                rest = rest[open.upperBound...]
                afterWord = false
                continue
            }
            // White space between two encoded words belongs to neither.
            if !(afterWord && before.allSatisfy { $0.isWhitespace }) { out += before }
            out += text
            afterWord = true
            rest = pieces[3].dropFirst()
        }
        return (out + rest).trimmed
    }

    private static func word(_ charset: Substring, _ encoding: Substring, _ text: Substring) -> String? {
        let bytes: [UInt8]
        switch encoding.lowercased() {
        case "q": bytes = MIMEPart.unquoted(ArraySlice(Array(text.utf8)), underscores: true)
        case "b":
            guard let data = Data(base64Encoded: String(text), options: .ignoreUnknownCharacters) else { return nil }
            bytes = [UInt8](data)
        default: return nil
        }
        return Decoder().decode(bytes, label: charset.prefix { $0 != "*" }.lowercased()).text
    }
}
