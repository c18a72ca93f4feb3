// Turns paths and bytes into pages: finds the files, finds the reports in them however they are packed, decodes each, and parses HTML
// into an arena of value nodes. What cannot be a report is refused with a typed error; formats are told apart by content, never by name.
internal import Foundation
package import RecoupeModel
internal import RecoupeText

/// The way in: finds and decodes reports.
package struct Intake: Sendable {
    package let limits: IntakeLimits
    /// The program that reads PDF (poppler's pdftotext).
    private let pdfProgram: String

    package init(limits: IntakeLimits = IntakeLimits(), pdfProgram: String = "pdftotext") {
        self.limits = limits
        self.pdfProgram = pdfProgram
    }

    /// The files that some paths stand for: a file itself, a folder's files below it, sorted by path, hidden ones passed over.
    package func files(at paths: [String]) throws(IntakeError) -> [String] {
        var out: [String] = []
        for path in paths { out += try FileFinder().files(at: path) }
        return out
    }

    // MARK: Finding reports

    /// The reports in the file at a path, one after another; only the one at hand is in memory.
    package func members(at path: String) -> Members {
        do {
            let size = try FileFinder().size(at: path)
            let opener = Opener(limits: limits, budget: Budget(path: path, packed: size, limits: limits))
            return Members(opener.open(file: path, size: size), opener: opener, path: path)
        } catch {
            let opener = Opener(limits: limits, budget: Budget(path: path, packed: 0, limits: limits))
            return Members(.trouble(error), opener: opener, path: path)
        }
    }

    /// The reports in some bytes. `path` names them in messages and in the reports.
    package func members(_ bytes: [UInt8], path: String) -> Members {
        let opener = Opener(limits: limits, budget: Budget(path: path, packed: bytes.count, limits: limits))
        let opened = opener.open(ByteStream(bytes), path: path, envelope: Envelope(), level: 0, size: bytes.count)
        return Members(opened, opener: opener, path: path)
    }

    /// A report of which the bytes were kept, with the path it was found at and its surroundings (nothing where none were kept).
    package func member(kept bytes: [UInt8], digest: String, path: String, surroundings: [UInt8]?) -> Found {
        for case .report(let member) in members(bytes, path: path) where member.digest == digest {
            return .report(member.kept(at: path, surroundings: surroundings))
        }
        return .trouble(.unsupported(path, "is kept in a form that is not read", remedy: "add the file itself again"))
    }

    // MARK: Reading a report

    /// Decodes a report.
    package func page(_ member: Member) throws(IntakeError) -> Page {
        var draft = try draft(member)
        draft.url = draft.url ?? member.envelope.url
        draft.provenance = draft.provenance ?? member.envelope.provenance
        draft.warnings = member.envelope.warnings + draft.warnings
        return try page(draft, digest: member.digest, path: member.path)
    }

    private func draft(_ member: Member) throws(IntakeError) -> Draft {
        let (bytes, path) = (member.bytes, member.path)
        switch member.kind {
        case .document:
            let decoded = Decoder().decode(bytes, label: member.envelope.charset)
            return Draft(content: .either(decoded.utf8), warnings: decoded.warnings)
        case .item(let item): return self.draft(item)
        case .pdf: return try PDFReader(program: pdfProgram, limits: limits).draft(bytes, path: path)
        case .word: return try OfficeReader(limits: limits).word(bytes, path: path)
        case .openDocument: return try OfficeReader(limits: limits).openDocument(bytes, path: path)
        case .mail: return try MailReader().mail(bytes, path: path)
        case .savedPage: return try MailReader().savedPage(bytes, path: path)
        }
    }

    private func draft(_ item: Item) -> Draft {
        let repaired = TextRepair().repair(item.html ?? item.text ?? "")
        let warnings = repaired.warnings + (item.summary == true ? [Self.summaryOnly] : [])
        let isMarkup = item.html != nil || Signature.isMarkup(repaired.utf8)
        return Draft(
            content: isMarkup ? .html(repaired.utf8) : .text(repaired.text), url: item.url, provenance: item.provenance, warnings: warnings
        )
    }

    private static let summaryOnly = RecoupeModel.Warning(
        code: "intake.item.summary", message: "Only a summary of this report was given.", remedy: "Save the report itself from its address."
    )

    /// Decodes the bytes of one report. `path` names them in messages and in the article.
    package func page(_ bytes: [UInt8], path: String) throws(IntakeError) -> Page {
        guard bytes.count <= limits.bytes else { throw .large(path, bytes: bytes.count, limit: limits.bytes) }
        for found in members(bytes, path: path) {
            switch found {
            case .report(let member): return try page(member)
            case .trouble(let error): throw error
            }
        }
        throw .textless(path)
    }

    /// Reads the file at a path, which is one report.
    package func page(at path: String) throws(IntakeError) -> Page {
        for found in members(at: path) {
            switch found {
            case .report(let member): return try page(member)
            case .trouble(let error): throw error
            }
        }
        throw .textless(path)
    }

    /// A page whose markup is known already, as the filter gets it; `id` stands for the path.
    package func page(html: String, id: String, url: String? = nil) throws(IntakeError) -> Page {
        let repaired = TextRepair().repair(html)
        return try page(Draft(content: .html(repaired.utf8), url: url, warnings: repaired.warnings), digest: sha256(html), path: id)
    }

    /// A page whose text is known already, as the filter gets it; `id` stands for the path.
    package func page(text: String, id: String, url: String? = nil) throws(IntakeError) -> Page {
        let repaired = TextRepair().repair(text)
        return try page(Draft(content: .text(repaired.text), url: url, warnings: repaired.warnings), digest: sha256(text), path: id)
    }

    private func page(_ draft: Draft, digest: String, path: String) throws(IntakeError) -> Page {
        switch draft.content {
        case .html(let markup): return try htmlPage(markup, draft, digest, path)
        case .text(let text): return try textPage(text, draft, digest, path)
        case .either(let utf8):
            if Signature.isMarkup(utf8) { return try htmlPage(utf8, draft, digest, path) }
            let text = String(decoding: utf8, as: UTF8.self)
            guard MarkdownReader.isMarkdown(text) else { return try textPage(text, draft, digest, path) }
            var undone = MarkdownReader().draft(text)
            undone.url = undone.url ?? draft.url
            undone.warnings = draft.warnings
            return try page(undone, digest: digest, path: path)
        }
    }

    private func textPage(_ text: String, _ draft: Draft, _ digest: String, _ path: String) throws(IntakeError) -> Page {
        try check(text, path)
        return Page(
            path: path, sha256: digest, url: draft.url, form: .text, utf8: Array(text.utf8), provenance: draft.provenance,
            warnings: draft.warnings
        )
    }

    private func htmlPage(_ markup: [UInt8], _ draft: Draft, _ digest: String, _ path: String) throws(IntakeError) -> Page {
        guard markup.count <= limits.bytes * 2 else { throw .large(path, bytes: markup.count, limit: limits.bytes) }
        let scrubbed = MarkupScrubber(maximumDepth: limits.depth, keepsAll: false).scrub(markup)
        let tree = MarkupParser().tree(of: scrubbed)
        guard Self.holdsText(tree) else { throw .textless(path) }
        return Page(
            path: path, sha256: digest, url: draft.url ?? scrubbed.savedFrom, form: .html, utf8: markup, tree: tree,
            linkedData: scrubbed.linkedData, provenance: draft.provenance, warnings: draft.warnings
        )
    }

    /// Whether a text of the page is more than blanks.
    private static func holdsText(_ tree: MarkupTree) -> Bool {
        tree.nodes.indices.contains { node in
            let range = tree.textRange(node)
            guard tree.text[range].contains(where: { $0 > 0x20 }) else { return false }
            return tree.text(of: node).unicodeScalars.contains { !$0.properties.isWhitespace }
        }
    }

    private func check(_ text: String, _ path: String) throws(IntakeError) {
        guard text.utf8.count <= limits.bytes * 2 else { throw .large(path, bytes: text.utf8.count, limit: limits.bytes) }
        guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { throw .textless(path) }
    }
}
