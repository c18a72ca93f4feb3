// What this program is called where it leaves its name.

internal import RecoupeLanguage

/// The program's name and version.
public enum Program {
    public static let version = "0.1.0"
}

extension Program {
    /// The licence of the program, then the notices of all lexicons and models carried in it, by file.
    public static var notices: [(file: String, text: String)] {
        let files = PackFiles()
        let packs = files.paths(under: "Languages/").filter { $0.hasSuffix("/SOURCES.md") || $0.hasSuffix(".card.json") }
        return (["LICENSE"] + packs).compactMap { path in
            files.bytes(path).map { (path, String(decoding: $0, as: UTF8.self)) }
        }
    }
}
