// The files of an archive, each as a stream of its own. Hidden files and links are passed over; a name that leads out of the archive is
// told and its file left alone. In a packed web archive (WACZ 1.1.1) only its WARC files hold pages; the rest are lists of them.

/// The files in an archive.
final class ArchiveSource: MemberSource {
    private let archive: Archive
    private let path: String
    private let isWebArchive: Bool
    private var hasEnded = false

    init(_ archive: Archive, path: String, isWebArchive: Bool) {
        self.archive = archive
        self.path = path
        self.isWebArchive = isWebArchive
    }

    func next() -> Step? {
        guard !hasEnded, !archive.isBroken else { return nil }
        do {
            while let entry = try archive.next() {
                if let step = step(entry) { return step }
            }
            hasEnded = true
            return nil
        } catch {
            hasEnded = true
            return .found(.trouble(error))
        }
    }

    private func step(_ entry: Archive.Entry) -> Step? {
        guard entry.isFile else { return nil }
        let place = "\(path)#\(entry.name)"
        let parts = entry.name.split(whereSeparator: { $0 == "/" || $0 == "\\" })
        if entry.name.hasPrefix("/") || parts.contains("..") || parts.first?.last == ":" { return .found(.trouble(.outside(place))) }
        if parts.contains(where: { $0.hasPrefix(".") || $0 == "__MACOSX" }) { return nil }
        if entry.isEncrypted { return .found(.trouble(.encrypted(place))) }
        if isWebArchive, parts.first != "archive" { return nil }
        return .nested(archive.stream(), path: place, envelope: Envelope())
    }
}
