// What a zip is besides an archive, told by the files in it: an office document, a packed web archive (WACZ 1.1.1), a book, an app.

/// Tells packed documents.
enum PackedDocument: Equatable {
    case word, openDocument, webArchive, files
    case other(String)

    private static let others: [(file: String, what: String)] = [
        ("xl/workbook.xml", "a table of Excel"), ("ppt/presentation.xml", "a presentation"),
        ("META-INF/container.xml", "a book or an office document"),
        ("AndroidManifest.xml", "an app"), ("META-INF/MANIFEST.MF", "a program"),
    ]

    static func kind(of archive: Archive) throws(IntakeError) -> PackedDocument {
        var names: Set<String> = []
        var type = ""
        while let entry = try archive.next(), names.count < 10_000 {
            names.insert(entry.name)
            if entry.name == "mimetype" { type = String(decoding: try archive.piece().prefix(100), as: UTF8.self) }
        }
        if names.contains("word/document.xml") { return .word }
        if type.hasPrefix("application/vnd.oasis.opendocument.text") { return .openDocument }
        if type.hasPrefix("application/vnd.oasis.opendocument") { return .other("an office document without running text") }
        let hasRecords = names.contains { $0.hasPrefix("archive/") && ($0.hasSuffix(".warc") || $0.hasSuffix(".warc.gz")) }
        if names.contains("datapackage.json"), hasRecords { return .webArchive }
        return others.first { names.contains($0.file) }.map { .other($0.what) } ?? .files
    }
}
