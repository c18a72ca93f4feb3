// Bytes that are in memory as a whole in, what they are out: one report, several, or none.
internal import Foundation
internal import RecoupeModel

/// Tells what a document is, and finds the reports in it.
struct DocumentOpener {
    let limits: IntakeLimits

    /// `kind` is what the first bytes say.
    func open(_ bytes: [UInt8], path: String, envelope: Envelope, kind: Signature?) -> Opener.Opened {
        switch kind {
        case .pdf?: return .report(Member(path: path, bytes: bytes, kind: .pdf, envelope: envelope))
        case .dossier?: return .trouble(.dossier(path))
        case .oldWord?, .richText?, .rar?:
            return .trouble(
                .unsupported(path, "is \(kind?.rawValue ?? ""), which is not read", remedy: "save it as DOCX, ODT, PDF or text"))
        case let kind?: return .noReport(.binary(path, kind: kind.rawValue))
        case nil: return text(bytes, path, envelope)
        }
    }

    private func text(_ bytes: [UInt8], _ path: String, _ envelope: Envelope) -> Opener.Opened {
        if MailReader.isMail(bytes) { return mail(bytes, path, envelope) }
        let start = bytes.prefix(65_536).drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        // What most pages are is said in their first bytes.
        if let root = XMLHead.root(of: Substring(String(decoding: start.prefix(1024), as: UTF8.self))), root.lowercased() == "html",
            !ExportReader.isExport(bytes)
        {
            return .report(Member(path: path, bytes: bytes, kind: .document, envelope: envelope))
        }
        let head = Substring(String(decoding: start, as: UTF8.self))
        if head.first == "{" || head.first == "[", let opened = json(bytes, head, path, envelope) { return opened }
        if let root = XMLHead.root(of: head), let opened = xml(bytes, root, path, envelope) { return opened }
        if ExportReader.isExport(bytes), let opened = export(bytes, path, envelope) { return opened }
        if Signature.isCode(String(head)), !Signature.isMarkup(String(head)) {
            return .noReport(.binary(path, kind: Signature.code.rawValue))
        }
        return .report(Member(path: path, bytes: bytes, kind: .document, envelope: envelope))
    }

    private func list(_ items: [Item], _ path: String, _ envelope: Envelope) -> Opener.Opened {
        guard !items.isEmpty else { return .trouble(.textless(path)) }
        return .container(ListSource(Item.steps(items, path: path, envelope: envelope)), limit: limits.reports, isArchive: false)
    }

    // MARK: Mail

    private func mail(_ bytes: [UInt8], _ path: String, _ envelope: Envelope) -> Opener.Opened {
        let mail = MIMEPart(bytes[...])
        if MailReader.isSavedPage(mail) { return .report(Member(path: path, bytes: bytes, kind: .savedPage, envelope: envelope)) }
        let report = Member(path: path, bytes: bytes, kind: .mail, envelope: envelope)
        let attachments = MailReader.attachments(mail, path: path)
        guard !attachments.isEmpty else { return .report(report) }
        let hasText = mail.leaves.contains { !$0.isAttachment && $0.media.hasPrefix("text/") && $0.content.contains { $0 > 0x20 } }
        let steps = (hasText ? [.found(.report(report))] : []) + attachments
        return .container(ListSource(steps), limit: limits.reports, isArchive: true)
    }

    // MARK: JSON

    /// An object or an array of them over several lines.
    private func json(_ bytes: [UInt8], _ head: Substring, _ path: String, _ envelope: Envelope) -> Opener.Opened? {
        let second = head.dropFirst().first { !$0.isWhitespace }
        guard let second, second == "\"" || second == "{" || second == "}" || second == "]" else { return nil }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        guard let value = JSONLines.value(body) else {
            // Prose may begin with a bracket; what goes on like JSON was meant as JSON.
            guard head.contains("\":") else { return nil }
            return .trouble(.unsupported(path, "is JSON that is damaged or cut off", remedy: "save it again"))
        }
        let objects = (value as? [Any])?.compactMap { $0 as? [String: Any] } ?? (value as? [String: Any]).map { [$0] } ?? []
        let items = objects.flatMap { JSONItems().items(in: $0) }
        guard items.contains(where: \.hasContent) else {
            return .noReport(
                .unsupported(path, "is JSON without a report", remedy: "give objects with \"text\", \"html\" or \"paragraphs\""))
        }
        guard items.count == 1, let item = items.first else { return list(items, path, envelope) }
        var inner = envelope
        inner.url = item.url
        return .report(Member(path: path, bytes: bytes, kind: .item(item), envelope: inner))
    }

    // MARK: XML and exports

    private func xml(_ bytes: [UInt8], _ name: String, _ path: String, _ envelope: Envelope) -> Opener.Opened? {
        do {
            switch name {
            case "rss", "feed", "RDF": return list(FeedReader().items(in: try XMLParser().root(of: bytes, path: path)), path, envelope)
            case "newsItem", "newsMessage", "nitf":
                return list(AgencyReader().items(in: try XMLParser().root(of: bytes, path: path)), path, envelope)
            case "urlset", "sitemapindex": return sitemap(try XMLParser().root(of: bytes, path: path), path)
            case "html": return nil
            default:
                // Elements of another kind may still be a saved page's.
                let head = String(decoding: bytes.prefix(16_384), as: UTF8.self)
                guard head.contains("<?xml"), !Signature.isMarkup(head) else { return nil }
                return .noReport(
                    .unsupported(path, "is XML of a kind that is not read (\(name))", remedy: "save the report as HTML or text"))
            }
        } catch {
            return .trouble(error)
        }
    }

    private func sitemap(_ root: XMLElement, _ path: String) -> Opener.Opened {
        let addresses = root.elements.compactMap { $0.text("loc") }
        let found = SitemapReader().pages(of: addresses, beside: path)
        guard !found.isEmpty else {
            return .noReport(
                .unsupported(
                    path, "is a list of \(addresses.count) addresses, not a report, and none of the pages stands beside it",
                    remedy: "give the saved pages"))
        }
        return .container(ListSource(found.map(\.step)), limit: limits.reports, isArchive: false)
    }

    private func export(_ bytes: [UInt8], _ path: String, _ envelope: Envelope) -> Opener.Opened? {
        let text = Decoder().decode(bytes, label: envelope.charset).utf8
        let scrubbed = MarkupScrubber(maximumDepth: limits.depth).scrub(text)
        let items = ExportReader().items(in: MarkupParser().tree(of: scrubbed)).filter { $0.hasContent || $0.title != nil }
        return items.isEmpty ? nil : list(items, path, envelope)
    }
}

/// The name of the first element of XML.
enum XMLHead {
    /// Without its prefix; nothing where a text does not begin as XML.
    static func root(of head: Substring) -> String? {
        var rest = head
        while rest.hasPrefix("<") {
            if rest.hasPrefix("<?") {
                guard let end = rest.firstRange(of: "?>") else { return nil }
                rest = rest[end.upperBound...].drop { $0.isWhitespace }
            } else if rest.hasPrefix("<!--") {
                guard let end = rest.firstRange(of: "-->") else { return nil }
                rest = rest[end.upperBound...].drop { $0.isWhitespace }
            } else if rest.hasPrefix("<!") {
                guard let end = afterDeclaration(rest) else { return nil }
                rest = rest[end...].drop { $0.isWhitespace }
            } else {
                let name = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == ":" || $0 == "-" || $0 == "_" }
                return name.isEmpty ? nil : name.split(separator: ":").last.map { String($0) }
            }
        }
        return nil
    }

    /// Past a DOCTYPE, with the declarations in its brackets.
    private static func afterDeclaration(_ text: Substring) -> Substring.Index? {
        var depth = 0
        for index in text.indices {
            switch text[index] {
            case "[": depth += 1
            case "]": depth -= 1
            case ">" where depth <= 0: return text.index(after: index)
            default: break
            }
        }
        return nil
    }
}
