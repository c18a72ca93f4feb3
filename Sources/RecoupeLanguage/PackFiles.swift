// Where language packs and other carried files come from: the executable itself, or a folder on disk (`--languages DIR`).
package import Foundation
internal import CEmbedded

/// Reads files by their path below the repository's root.
package struct PackFiles: Sendable {
    /// A folder that stands in for `Languages/`; nothing for the files inside the executable.
    package let folder: URL?

    package init(folder: URL? = nil) { self.folder = folder }

    /// The bytes of a file such as `Languages/fr/speech.tsv`, or nothing where there is none.
    package func bytes(_ path: String) -> [UInt8]? {
        if let folder, path.hasPrefix("Languages/") {
            let url = folder.appendingPathComponent(String(path.dropFirst("Languages/".count)))
            return (try? Data(contentsOf: url)).map { [UInt8]($0) }
        }
        return Self.embedded(path)
    }

    /// The paths of all files below a folder such as `Languages/fr/`, sorted.
    package func paths(under prefix: String) -> [String] {
        guard let folder, prefix.hasPrefix("Languages/") else {
            return Self.embeddedPaths.filter { $0.hasPrefix(prefix) }
        }
        let below = folder.appendingPathComponent(String(prefix.dropFirst("Languages/".count)))
        let names = FileManager.default.enumerator(atPath: below.path)?.compactMap { $0 as? String } ?? []
        return names.map { prefix + $0 }.filter { bytes($0) != nil }.sorted()
    }

    private static let embeddedPaths: [String] = (0..<recoupe_embedded_count()).map { index in
        recoupe_embedded_file_at(index).map { String(cString: $0.pointee.path) } ?? ""
    }

    private static func embedded(_ path: String) -> [UInt8]? {
        guard let index = embeddedPaths.firstIndex(of: path), let file = recoupe_embedded_file_at(index)?.pointee else { return nil }
        return [UInt8](UnsafeBufferPointer(start: file.bytes, count: file.count))
    }
}
