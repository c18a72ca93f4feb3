// Paths in, the paths of regular files out. A folder is walked below itself in the order of the spelling of its paths.
internal import Foundation

/// Finds the files that a path stands for.
struct FileFinder {
    func files(at path: String) throws(IntakeError) -> [String] {
        switch try kind(at: path) {
        case .typeRegular: return [path]
        case .typeDirectory:
            let found = try files(below: path)
            guard !found.isEmpty else { throw .bare(path) }
            return found
        default: throw .irregular(path)
        }
    }

    /// The size of a regular file in bytes.
    func size(at path: String) throws(IntakeError) -> Int {
        switch try kind(at: path) {
        case .typeRegular: return (attributes(at: path)?[.size] as? Int) ?? 0
        case .typeDirectory: throw IntakeError(path: path, trouble: "is a folder", remedy: "give the files in it")
        default: throw .irregular(path)
        }
    }

    private func files(below folder: String) throws(IntakeError) -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { throw .unreadable(folder) }
        var out: [String] = []
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where !name.hasPrefix(".") {
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            // A link to a folder is passed over: it may lead back here.
            if attributes(of: path)?[.type] as? FileAttributeType == .typeDirectory {
                out += try files(below: path)
            } else if (try? kind(at: path)) == .typeRegular {
                out.append(path)
            }
        }
        return out
    }

    private func kind(at path: String) throws(IntakeError) -> FileAttributeType {
        guard let kind = attributes(at: path)?[.type] as? FileAttributeType else { throw .missing(path) }
        return kind
    }

    /// The attributes of what a path leads to, links followed.
    private func attributes(at path: String) -> [FileAttributeKey: Any]? {
        attributes(of: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
    }

    private func attributes(of path: String) -> [FileAttributeKey: Any]? { try? FileManager.default.attributesOfItem(atPath: path) }
}
