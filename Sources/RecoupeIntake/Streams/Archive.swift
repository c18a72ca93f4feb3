// Packed bytes in, the files packed in them out, one after another, through libarchive. Nothing is written to disk: names are names
// here, never places.
internal import CLibarchive
internal import Foundation

/// One archive, or one compressed stream, open for reading.
final class Archive {
    /// What the packed bytes are.
    enum Kind { case compressed, tar, indexed }

    struct Entry {
        let name: String
        let isFile: Bool
        let isEncrypted: Bool
    }

    private let handle: OpaquePointer
    private let path: String
    private let budget: Budget
    /// Whether nothing more can be read of it; the trouble has been thrown.
    private(set) var isBroken = false
    /// What libarchive reads from, alive as long as the handle is.
    private var memory: UnsafeMutableRawBufferPointer?
    private var feed: Feed?

    /// Opens a file that can be sought in.
    init(file: String, path: String, budget: Budget) throws(IntakeError) {
        (self.path, self.budget) = (path, budget)
        handle = try Self.make(.indexed, path)
        try check(archive_read_open_filename(handle, file, 1 << 16))
    }

    /// Opens bytes in memory.
    init(_ bytes: [UInt8], _ kind: Kind, path: String, budget: Budget) throws(IntakeError) {
        (self.path, self.budget) = (path, budget)
        handle = try Self.make(kind, path)
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 16)
        copy.copyBytes(from: bytes)
        memory = copy
        try check(archive_read_open_memory(handle, copy.baseAddress, bytes.count))
    }

    /// Opens a stream.
    init(_ stream: ByteStream, _ kind: Kind, path: String, budget: Budget) throws(IntakeError) {
        (self.path, self.budget) = (path, budget)
        handle = try Self.make(kind, path)
        let feed = Feed(stream)
        self.feed = feed
        let opened = archive_read_open(
            handle, Unmanaged.passUnretained(feed).toOpaque(), nil,
            { _, context, buffer in
                guard let context, let buffer else { return -1 }
                return Unmanaged<Feed>.fromOpaque(context).takeUnretainedValue().give(buffer)
            }, nil)
        try check(opened)
    }

    deinit {
        archive_read_free(handle)
        memory?.deallocate()
    }

    private static func make(_ kind: Kind, _ path: String) throws(IntakeError) -> OpaquePointer {
        guard let handle = archive_read_new() else { throw .unpacked(path, "there is no memory for it") }
        switch kind {
        case .compressed:
            for support in [
                archive_read_support_filter_bzip2, archive_read_support_filter_xz,
                archive_read_support_filter_zstd, archive_read_support_filter_lz4, archive_read_support_filter_compress,
            ] { _ = support(handle) }
            archive_read_support_format_raw(handle)
        case .tar: archive_read_support_format_tar(handle)
        case .indexed:
            archive_read_support_format_zip(handle)
            archive_read_support_format_7zip(handle)
        }
        return handle
    }

    private func check(_ status: Int32) throws(IntakeError) {
        guard status < ARCHIVE_WARN else { return }
        throw trouble(status)
    }

    private func trouble(_ status: Int32) -> IntakeError {
        if status <= ARCHIVE_FATAL { isBroken = true }
        if let failure = feed?.stream.failure { return failure }
        return .unpacked(path, archive_error_string(handle).map { String(cString: $0) } ?? "")
    }

    /// The next entry; nothing at the end.
    func next() throws(IntakeError) -> Entry? {
        var entry: OpaquePointer?
        let (status, name) = withAllLetters {
            let status = archive_read_next_header(handle, &entry)
            return (status, status >= ARCHIVE_WARN ? entry.map { Self.name(of: $0) } ?? "" : "")
        }
        if status == ARCHIVE_EOF { return nil }
        guard status >= ARCHIVE_WARN, let entry else { throw trouble(status) }
        try budget.charge(512)
        return Entry(
            name: name, isFile: archive_entry_filetype(entry) & 0o170000 == 0o100000,
            isEncrypted: archive_entry_is_data_encrypted(entry) != 0
        )
    }

    /// Names are converted in the thread's locale; this one knows all letters, and is the thread's only as long as a call lasts.
    private func withAllLetters<Value>(_ body: () -> Value) -> Value {
        guard let letters = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil) else { return body() }
        let before = uselocale(letters)
        defer {
            uselocale(before)
            freelocale(letters)
        }
        return body()
    }

    private static func name(of entry: OpaquePointer) -> String {
        (archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)).map { text($0) } ?? ""
    }

    private static func text(_ name: UnsafePointer<CChar>) -> String {
        var bytes: [UInt8] = []
        var index = 0
        while name[index] != 0, index < 4096 {
            bytes.append(UInt8(bitPattern: name[index]))
            index += 1
        }
        return Decoder().decode(bytes).text
    }

    /// The next piece of the present entry's bytes, empty at its end.
    func piece() throws(IntakeError) -> [UInt8] {
        while true {
            var block: UnsafeRawPointer?
            var count = 0
            var offset: la_int64_t = 0
            let status = archive_read_data_block(handle, &block, &count, &offset)
            if status == ARCHIVE_EOF { return [] }
            guard status >= ARCHIVE_WARN else { throw trouble(status) }
            guard let block, count > 0 else { continue }
            try budget.charge(count)
            return [UInt8](UnsafeRawBufferPointer(start: block, count: count))
        }
    }

    /// The present entry as a stream; it ends when the next entry is asked for.
    func stream() -> ByteStream { ByteStream { () throws(IntakeError) -> [UInt8] in try self.piece() } }
}

/// Hands a stream's pieces to libarchive, which reads each before it asks for the next.
private final class Feed {
    let stream: ByteStream
    private let space = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)

    init(_ stream: ByteStream) { self.stream = stream }

    deinit { space.deallocate() }

    /// Points to the next bytes; how many there are, −1 where the stream failed.
    func give(_ buffer: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
        let window = stream.peek(space.count)
        guard !window.isEmpty else { return stream.failure == nil ? 0 : -1 }
        space.copyBytes(from: window)
        buffer.pointee = UnsafeRawPointer(space.baseAddress)
        let count = window.count
        _ = stream.skip(count)
        return count
    }
}
