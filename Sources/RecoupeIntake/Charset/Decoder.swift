// Bytes in, text out: byte order mark, then strict UTF-8, then the label of the page (WHATWG Encoding), then windows-1252. A page
// that is UTF-8 but for some stray bytes keeps its UTF-8, and the stray bytes are read as windows-1252.
internal import RecoupeModel

/// A decoded text with what a reader should know of it.
struct Decoded {
    var text: String
    var warnings: [Warning]
}

/// Decodes the bytes of a report.
struct Decoder {
    /// `label` is the charset that a head around the bytes names; it counts before the page's own.
    func decode(_ bytes: [UInt8], label: String? = nil) -> Decoded {
        var warnings: [Warning] = []
        let text = decode(bytes, stated: label, warnings: &warnings)
        var decoded = TextRepair().repair(text)
        decoded.warnings = warnings + decoded.warnings
        return decoded
    }

    private func decode(_ bytes: [UInt8], stated: String?, warnings: inout [Warning]) -> String {
        if let order = WideText.order(of: bytes) { return WideText.decode(bytes, order) }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        if let text = String(validating: body, as: UTF8.self) { return text }
        let survey = UTF8Survey(body)
        let label = body.startIndex == 3 ? "utf-8" : stated?.lowercased() ?? CharsetLabel.find(in: body)
        let charset = label.map { CharsetLabel.charset($0) } ?? nil
        if let label, charset == nil { warnings.append(unknown(label)) }
        if charset == .utf8 || survey.whole >= 4 * survey.stray {
            warnings.append(mixed(survey.stray))
            return survey.decode(body)
        }
        return SingleByte.decode(body, charset == .latin9 ? .latin9 : .windows1252)
    }

    private func unknown(_ label: String) -> Warning {
        Warning(
            code: "intake.text.charset-unknown",
            message: "The page says that it is written in \(label), which is not known here; it was read as windows-1252.",
            remedy: "Save the page as UTF-8."
        )
    }

    private func mixed(_ count: Int) -> Warning {
        Warning(
            code: "intake.text.charset-mixed",
            message: "\(count) bytes are not UTF-8 as the rest is; they were read as windows-1252.",
            remedy: "Compare accents and quotation marks with the page."
        )
    }
}
