// A word processor's document in, its text out: WordprocessingML (ISO 29500, DOCX) and OpenDocument text (ISO 26300, ODT). Deleted text,
// comments and notes stay out; rows of a table are lines. Who last saved the document is not taken for its author, nor when for its day.
internal import RecoupeModel

/// Reads office documents.
struct OfficeReader {
    let limits: IntakeLimits

    func word(_ bytes: [UInt8], path: String) throws(IntakeError) -> Draft {
        let files = try files(["word/document.xml", "docProps/core.xml"], in: bytes, path)
        guard let main = files["word/document.xml"] else { throw .textless(path) }
        var text = OfficeText(names: .word)
        text.take(try XMLParser().root(of: main, path: path))
        return try draft(text, format: "docx", core: files["docProps/core.xml"], path: path)
    }

    func openDocument(_ bytes: [UInt8], path: String) throws(IntakeError) -> Draft {
        let files = try files(["content.xml", "meta.xml"], in: bytes, path)
        guard let main = files["content.xml"] else { throw .textless(path) }
        var text = OfficeText(names: .openDocument)
        let root = try XMLParser().root(of: main, path: path)
        text.take(root.below("office:text").first ?? root)
        return try draft(text, format: "odt", core: files["meta.xml"], path: path)
    }

    private func draft(_ text: OfficeText, format: String, core: [UInt8]?, path: String) throws(IntakeError) -> Draft {
        guard !text.paragraphs.isEmpty else { throw .textless(path) }
        var provenance = Provenance(format: format, title: text.title)
        if let core, let root = try? XMLParser().root(of: core, path: path) {
            let stated = root.below("dc:title").first?.text
            // Programs put file names there; what also heads the text is its title.
            if provenance.title == nil, let stated, text.paragraphs.prefix(5).contains(where: { $0.trimmed == stated }) {
                provenance.title = stated
            }
            provenance.captured = (root.below("dcterms:modified").first ?? root.below("dc:date").first)?.text
        }
        return Draft(content: .text(text.paragraphs.joined(separator: "\n\n")), provenance: provenance)
    }

    private func files(_ names: Set<String>, in bytes: [UInt8], _ path: String) throws(IntakeError) -> [String: [UInt8]] {
        let archive = try Archive(bytes, .indexed, path: path, budget: Budget(path: path, packed: bytes.count, limits: limits))
        var out: [String: [UInt8]] = [:]
        while let entry = try archive.next() {
            guard names.contains(entry.name), out[entry.name] == nil else { continue }
            if entry.isEncrypted { throw .encrypted(path) }
            let stream = archive.stream()
            guard let content = stream.rest(limit: limits.bytes) else { throw .outgrown(path, limit: limits.bytes) }
            if let failure = stream.failure { throw failure }
            out[entry.name] = content
        }
        return out
    }
}

/// Paragraphs of a document as they are gathered.
struct OfficeText {
    /// What elements are called in a format.
    struct Names {
        let paragraphs: Set<MarkupName>
        let text: Set<MarkupName>
        let breaks: Set<MarkupName>
        let blanks: Set<MarkupName>
        let cells: Set<MarkupName>
        let rows: Set<MarkupName>
        let dropped: Set<MarkupName>

        static let word = Names(
            paragraphs: ["w:p"], text: ["w:t"], breaks: ["w:br", "w:cr"], blanks: ["w:tab"], cells: ["w:tc"], rows: ["w:tr"],
            dropped: ["w:del", "w:moveFrom", "w:instrText", "w:footnoteReference", "mc:Fallback", "w:pPr", "w:rPr", "w:sectPr"]
        )
        static let openDocument = Names(
            paragraphs: ["text:p", "text:h"], text: [], breaks: ["text:line-break"], blanks: ["text:s", "text:tab"],
            cells: ["table:table-cell"],
            rows: ["table:table-row"], dropped: ["text:tracked-changes", "office:annotation", "text:note", "text:sequence-decls"]
        )
    }

    private(set) var paragraphs: [String] = []
    /// The paragraph that its style calls the title.
    private(set) var title: String?
    private let names: Names
    private var current = ""
    private var row: [String]?

    init(names: Names) { self.names = names }

    private enum Visit { case open(Int), close(Int) }

    /// Gathers what stands below an element.
    mutating func take(_ root: XMLElement) {
        let tree = root.tree
        var stack: [Visit] = [.open(root.index)]
        while let next = stack.popLast() {
            switch next {
            case .close(let index): close(tree.nodes[index].name, XMLElement(tree: tree, index: index))
            case .open(let index):
                let node = tree.nodes[index]
                if node.isText {
                    if names.text.isEmpty || node.parent >= 0 && names.text.contains(tree.nodes[Int(node.parent)].name) {
                        current += tree.text(of: index)
                    }
                } else if !names.dropped.contains(node.name) {
                    open(node.name)
                    stack.append(.close(index))
                    stack += tree.children(of: index).reversed().map { .open($0) }
                }
            }
        }
        end()
    }

    private mutating func open(_ name: MarkupName) {
        if names.paragraphs.contains(name) { end() }
        if names.rows.contains(name) { row = row ?? [] }
        if names.breaks.contains(name) { current += "\n" }
        if names.blanks.contains(name) { current += " " }
    }

    private mutating func close(_ name: MarkupName, _ element: XMLElement) {
        if names.paragraphs.contains(name) {
            if title == nil, Self.isTitle(element) { title = current.trimmed.isEmpty ? nil : current.trimmed }
            end()
        }
        if names.rows.contains(name), let cells = row {
            row = nil
            if !cells.isEmpty { paragraphs.append(cells.joined(separator: " | ")) }
        }
    }

    private mutating func end() {
        let text = current.trimmed
        current = ""
        guard !text.isEmpty else { return }
        if row != nil { row?.append(text) } else { paragraphs.append(text) }
    }

    private static func isTitle(_ paragraph: XMLElement) -> Bool {
        let style = paragraph.first("w:pPr")?.first("w:pStyle")?["val"] ?? paragraph["style-name"]
        return style == "Title"
    }
}
