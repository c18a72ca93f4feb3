// A saved sitemap in, the saved pages it points to out, where they stand beside it as programs that copy sites lay them out.
internal import Foundation

/// Finds the pages of a sitemap.
struct SitemapReader {
    struct Page {
        let file: String
        let url: String

        /// The page as a stream; its file is opened when the stream is read.
        var step: Step { .nested(ByteStream(file: file), path: file, envelope: Envelope(url: url)) }
    }

    /// Files for addresses, below the folder of the sitemap: `host/path` or `path`, with `.html` or `index.html` where the address has none.
    func pages(of addresses: [String], beside path: String) -> [Page] {
        guard !path.contains("#"), let slash = path.lastIndex(of: "/") else { return [] }
        let folder = path[..<slash]
        return addresses.compactMap { address in
            guard let colon = address.firstRange(of: "://") else { return nil }
            let rest = address[colon.upperBound...].prefix { $0 != "?" && $0 != "#" }
            let inner = rest.drop { $0 != "/" }
            guard !rest.split(separator: "/").contains(".."), !rest.isEmpty else { return nil }
            let names = [String(rest), String(inner.dropFirst())].flatMap { name in
                let bare = name.hasSuffix("/") ? String(name.dropLast()) : name
                return [name, bare + ".html", bare + ".htm", bare + "/index.html"]
            }
            let found = names.lazy.map { "\(folder)/\($0)" }.first { Self.isFile($0) && $0 != path }
            return found.map { Page(file: $0, url: address) }
        }
    }

    private static func isFile(_ path: String) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.type] as? FileAttributeType == .typeRegular
    }
}
