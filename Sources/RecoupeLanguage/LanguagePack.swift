// A language is a folder of data: the same file names in each, no Swift in them. A pack is read once and never changes.
internal import Foundation

/// One language's data.
package struct LanguagePack: Sendable {
    /// ISO 639-1.
    package let code: String
    /// The language's own name for itself.
    package let name: String
    package let files: PackFiles

    private struct Card: Decodable {
        var language: String
        var name: String
    }

    /// Opens the pack `Languages/<code>`.
    package init(_ code: String, files: PackFiles = PackFiles()) throws(PackError) {
        self.files = files
        let path = "Languages/\(code)/pack.json"
        guard let bytes = files.bytes(path) else { throw PackError(file: path, trouble: "no such language pack", remedy: "add the folder") }
        do {
            let card = try JSONDecoder().decode(Card.self, from: Data(bytes))
            self.code = card.language
            name = card.name
        } catch {
            throw PackError(file: path, trouble: "cannot be read: \(error)", remedy: "it needs \"language\" and \"name\"")
        }
    }

    /// The codes of all packs, sorted.
    package static func codes(files: PackFiles = PackFiles()) -> [String] {
        files.paths(under: "Languages/").filter { $0.hasSuffix("/pack.json") }.map { String($0.split(separator: "/")[1]) }
    }

    /// All packs, by code.
    package static func all(files: PackFiles = PackFiles()) throws(PackError) -> [LanguagePack] {
        var packs: [LanguagePack] = []
        for code in codes(files: files) { packs.append(try LanguagePack(code, files: files)) }
        return packs
    }

    /// A file of the pack, or nothing.
    package func bytes(_ name: String) -> [UInt8]? { files.bytes("Languages/\(code)/\(name)") }

    /// A table of the pack; an error where the file is missing or a row has fewer than `columns` cells.
    package func table(_ name: String, columns: Int) throws(PackError) -> Table {
        let path = "Languages/\(code)/\(name)"
        guard let bytes = files.bytes(path) else {
            throw PackError(file: path, trouble: "is missing", remedy: "every pack has the same files; see Languages/README.md")
        }
        return try Table(bytes, file: path, columns: columns)
    }
}

/// A language pack that cannot be used: which file, which line, what is wrong, what to do.
package struct PackError: Error, Sendable, Hashable, CustomStringConvertible {
    package let file: String
    package let line: Int?
    package let trouble: String
    package let remedy: String

    package init(file: String, line: Int? = nil, trouble: String, remedy: String) {
        self.file = file
        self.line = line
        self.trouble = trouble
        self.remedy = remedy
    }

    package var description: String { "\(file)\(line.map { ":\($0)" } ?? ""): \(trouble); \(remedy)" }
}
