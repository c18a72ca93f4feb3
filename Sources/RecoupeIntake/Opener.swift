// Bytes in, what they are out: one report, a container with its reader, or why they are neither. Told by content alone; what is packed is
// unpacked on the way, and what comes out is looked at anew.
internal import RecoupeModel

/// Tells what a stream of bytes is.
struct Opener {
    let limits: IntakeLimits
    let budget: Budget

    enum Opened {
        case report(Member)
        case trouble(IntakeError)
        /// A picture, a style sheet: nothing that was meant as a report.
        case noReport(IntakeError)
        case container(any MemberSource, limit: Int?, isArchive: Bool)
    }

    /// Opens a file; `size` is its size in bytes.
    func open(file: String, size: Int) -> Opened {
        let stream = ByteStream(file: file)
        if Signature.kind(of: stream.peek(4096)) == .indexed, size > limits.bytes { return package(file: file) }
        return open(stream, path: file, envelope: Envelope(), level: 0, size: size)
    }

    /// Opens a stream. `level` counts the containers around it.
    func open(_ stream: ByteStream, path: String, envelope: Envelope, level: Int, size: Int? = nil) -> Opened {
        let head = stream.peek(4096)
        if let failure = stream.failure, head.isEmpty { return .trouble(failure) }
        guard !head.isEmpty else { return .noReport(.empty(path)) }
        let kind = Signature.kind(of: head)
        if [.compressed, .indexed, .tar, .webArchive].contains(kind), level >= limits.nesting {
            return .trouble(.nested(path, limit: limits.nesting))
        }
        switch kind {
        case .compressed: return unpacked(stream, path, envelope, level)
        case .tar: return archive(path) { () throws(IntakeError) in try Archive(stream, .tar, path: path, budget: budget) }
        case .webArchive: return .container(WebArchiveSource(stream, path: path, limits: limits), limit: limits.reports, isArchive: false)
        case nil where JSONLines.begin(stream, limit: limits.bytes):
            return .container(JSONLinesSource(stream, path: path, limits: limits, envelope: envelope), limit: nil, isArchive: false)
        default: return whole(stream, path, envelope, kind, size)
        }
    }

    private func unpacked(_ stream: ByteStream, _ path: String, _ envelope: Envelope, _ level: Int) -> Opened {
        do {
            if stream.peek(2).elementsEqual([0x1F, 0x8B]) {
                let inner = try Inflater(stream, path: path, budget: budget).output
                return open(inner, path: path, envelope: envelope, level: level + 1)
            }
            let archive = try Archive(stream, .compressed, path: path, budget: budget)
            guard try archive.next() != nil else { return .noReport(.empty(path)) }
            return open(archive.stream(), path: path, envelope: envelope, level: level + 1)
        } catch {
            return .trouble(error)
        }
    }

    /// What has to be in memory as a whole.
    private func whole(_ stream: ByteStream, _ path: String, _ envelope: Envelope, _ kind: Signature?, _ size: Int?) -> Opened {
        if let size, size > limits.bytes { return .trouble(.large(path, bytes: size, limit: limits.bytes)) }
        guard let bytes = stream.rest(limit: limits.bytes) else { return .trouble(stream.failure ?? .outgrown(path, limit: limits.bytes)) }
        if let failure = stream.failure { return .trouble(failure) }
        if kind == .indexed { return package(bytes, path, envelope) }
        return DocumentOpener(limits: limits).open(bytes, path: path, envelope: envelope, kind: kind)
    }

    /// A zip or its like: an office document, a packed web archive, or an archive of files.
    private func package(_ bytes: [UInt8], _ path: String, _ envelope: Envelope) -> Opened {
        let again = { () throws(IntakeError) in try Archive(bytes, .indexed, path: path, budget: budget) }
        do {
            switch try PackedDocument.kind(of: again()) {
            case .word: return .report(Member(path: path, bytes: bytes, kind: .word, envelope: envelope))
            case .openDocument: return .report(Member(path: path, bytes: bytes, kind: .openDocument, envelope: envelope))
            case .other(let what):
                return .noReport(.unsupported(path, "is \(what), not a report", remedy: "save the report as DOCX, ODT, PDF, HTML or text"))
            case .webArchive: return archive(path, isWebArchive: true, again)
            case .files: return archive(path, again)
            }
        } catch {
            return .trouble(error)
        }
    }

    /// A zip too large for one report.
    private func package(file: String) -> Opened {
        let again = { () throws(IntakeError) in try Archive(file: file, path: file, budget: budget) }
        do {
            let kind = try PackedDocument.kind(of: again())
            return archive(file, isWebArchive: kind == .webArchive, again)
        } catch {
            return .trouble(error)
        }
    }

    private func archive(_ path: String, isWebArchive: Bool = false, _ open: () throws(IntakeError) -> Archive) -> Opened {
        do {
            let source = ArchiveSource(try open(), path: path, isWebArchive: isWebArchive)
            return .container(source, limit: limits.reports, isArchive: true)
        } catch {
            return .trouble(error)
        }
    }
}
