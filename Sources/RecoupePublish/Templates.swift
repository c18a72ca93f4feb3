// The page templates (Mustache) carried inside the program, parsed once. Values come escaped (`Value`), so every template is read as text.
internal import Mustache
internal import RecoupeLanguage

/// The templates of `Page/*.mustache` by name, and the style sheet.
struct Templates: Sendable {
    private static let folder = "Sources/RecoupePublish/Page/"
    private let library: MustacheLibrary
    let style: String

    init(files: PackFiles = PackFiles()) throws(PackError) {
        var library = MustacheLibrary()
        for path in files.paths(under: Self.folder) where path.hasSuffix(".mustache") {
            let name = String(path.dropFirst(Self.folder.count).dropLast(".mustache".count))
            let text = String(decoding: files.bytes(path) ?? [], as: UTF8.self)
            do {
                try library.register("{{% CONTENT_TYPE: TEXT}}" + text, named: name)
            } catch {
                throw PackError(file: path, trouble: "is no Mustache template: \(error)", remedy: "correct it")
            }
        }
        self.library = library
        guard let style = files.bytes(Self.folder + "style.css") else {
            throw PackError(file: Self.folder + "style.css", trouble: "is missing", remedy: "run Scripts/embed")
        }
        self.style = String(decoding: style, as: UTF8.self)
    }

    /// Fills a template; an unknown name gives nothing.
    func fill(_ name: String, _ value: Value) -> Markup { Markup(library.render(value, withTemplate: name) ?? "") }
}
