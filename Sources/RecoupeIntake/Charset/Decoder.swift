// Bytes in, text out: byte order mark, then strict UTF-8, then the label of the head or the page (WHATWG Encoding), then windows-1252.
// A page that is UTF-8 but for some stray bytes keeps its UTF-8, and the stray bytes are read as windows-1252.
internal import RecoupeModel

/// A decoded text with what a reader should know of it.
struct Decoded {
    /// Valid UTF-8.
    var utf8: [UInt8]
    var warnings: [Warning] = []

    var text: String { String(decoding: utf8, as: UTF8.self) }
}

/// Decodes the bytes of a report.
struct Decoder {
    /// `label` is the charset that a head around the bytes names; it counts before the page's own.
    func decode(_ bytes: [UInt8], label: String? = nil) -> Decoded {
        if let order = WideText.order(of: bytes) { return TextRepair().repair(WideText.decode(bytes, order)) }
        let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let body = isMarked ? Array(bytes.dropFirst(3)) : bytes
        let named = isMarked ? "utf-8" : label?.lowercased()
        let survey = TextSurvey(body)
        if let text = unlikeUTF8(body[...], named, survey) { return TextRepair().repair(text) }
        if survey.isValid { return TextRepair().repair(Decoded(utf8: body), survey) }
        var warnings: [Warning] = []
        let text = decode(body[...], named, warnings: &warnings)
        var decoded = TextRepair().repair(text)
        decoded.warnings = warnings + decoded.warnings
        return decoded
    }

    private func decode(_ body: ArraySlice<UInt8>, _ named: String?, warnings: inout [Warning]) -> String {
        let survey = UTF8Survey(body)
        let label = named ?? CharsetLabel.find(in: body)
        let charset = label.map { CharsetLabel.charset($0) } ?? nil
        if charset == .utf8 || survey.whole >= 4 * survey.stray {
            warnings.append(mixed(survey.stray))
            return survey.decode(body)
        }
        if case .foreign(let name)? = charset, let text = ForeignText.decode(body, name) { return text }
        if let label, charset != .windows1252, charset != .latin9 { warnings.append(unknown(label)) }
        return SingleByte.decode(body, charset == .latin9 ? .latin9 : .windows1252)
    }

    /// Charsets whose bytes may pass for UTF-8: UTF-16 named by a head, and Japanese mail's, which is all ASCII and escapes.
    private func unlikeUTF8(_ body: ArraySlice<UInt8>, _ named: String?, _ survey: TextSurvey) -> String? {
        guard survey.hasControls else { return nil }
        if let named, case .wide(let order)? = CharsetLabel.charset(named), body.prefix(512).contains(0) {
            return WideText.decode(Array(body), order)
        }
        guard ByteSearch.holds(0x1B, in: body), body.allSatisfy({ $0 < 0x80 }) else { return nil }
        guard let label = named ?? CharsetLabel.find(in: body), case .foreign(let name)? = CharsetLabel.charset(label) else { return nil }
        return ForeignText.decode(body, name)
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
