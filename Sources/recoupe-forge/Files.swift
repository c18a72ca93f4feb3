// Files of the command line as values, with errors that name them.
internal import Foundation
internal import RecoupeLanguage
internal import RecoupeTraining

/// Reads and writes what the commands name.
enum Files {
    static func bytes(_ path: String) throws(PackError) -> [UInt8] {
        do { return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) } catch {
            throw PackError(file: path, trouble: "cannot be read", remedy: "name a file that exists")
        }
    }

    static func text(_ path: String) throws(PackError) -> String { String(decoding: try bytes(path), as: UTF8.self) }

    static func treebank(_ path: String) throws(PackError) -> Treebank { try Treebank(bytes(path), file: path) }

    static func write(_ bytes: [UInt8], to path: String) throws(PackError) {
        do {
            let url = URL(fileURLWithPath: path)
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: url)
        } catch { throw PackError(file: path, trouble: "cannot be written", remedy: "name a folder that can be written to") }
    }

    static func report(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }
}
