// A list of pages in (JSON lines that name each page and what readers found in it, and a folder with the saved pages, gzipped or
// not), the pages with their bytes out. Lines end at line feeds alone, since texts may hold other separators.
internal import CZlib
internal import Foundation
package import RecoupeLanguage

/// A saved page with what readers say of it.
package struct AnnotatedPage: Sendable {
    package var id: String
    package var url: String?
    /// The body that readers marked; empty where none is given.
    package var text: String
    package var bytes: [UInt8]

    /// The site: the last two labels of the host, three where the last but one is short (`co.uk`).
    package var site: String {
        guard let url, let slashes = url.firstRange(of: "//") else { return "" }
        let host = url[slashes.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != ":" && $0 != "#" }
        let labels = host.lowercased().split(separator: ".")
        let short = labels.count > 2 && (labels.dropLast().last?.count ?? 9) <= 3
        return labels.suffix(short ? 3 : 2).joined(separator: ".")
    }

    private struct Line: Decodable {
        var id: String?
        var file: String?
        var url: String?
        var text: String?
    }

    /// The pages of a list, in its order. A line without `file` means `ID.html` or `ID.html.gz`.
    package static func pages(list: String, folder: String) throws(PackError) -> [AnnotatedPage] {
        var out: [AnnotatedPage] = []
        guard let data = FileManager.default.contents(atPath: list) else {
            throw PackError(file: list, trouble: "cannot be read", remedy: "name a file that exists")
        }
        for (number, line) in data.split(separator: 0x0A).enumerated() {
            guard let line = try? JSONDecoder().decode(Line.self, from: Data(line)), let id = line.id ?? line.file else {
                throw PackError(file: list, line: number + 1, trouble: "is no JSON with an id", remedy: "give each page a line with its id")
            }
            let names = line.file.map { [$0] } ?? [id + ".html.gz", id + ".html"]
            guard let bytes = names.lazy.compactMap({ contents("\(folder)/\($0)") }).first else {
                throw PackError(file: list, line: number + 1, trouble: "names no page of \(folder)", remedy: "put the page there")
            }
            out.append(AnnotatedPage(id: id, url: line.url, text: line.text ?? "", bytes: bytes))
        }
        return out
    }

    /// The bytes of a file, unpacked where it is gzipped.
    private static func contents(_ path: String) -> [UInt8]? {
        guard FileManager.default.fileExists(atPath: path), let file = gzopen(path, "rb") else { return nil }
        defer { gzclose(file) }
        var out: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = gzread(file, &part, UInt32(part.count)), count > 0 { out += part[..<Int(count)] }
        return out
    }
}
