// Bytes that come piece by piece, from a file or out of an archive: looked ahead into, taken by count or by line, never held whole
// unless asked for. What stops them early is kept as their failure, so that a reader can use what came before.
internal import Foundation

/// A stream of bytes with a window into what comes next.
final class ByteStream {
    private var buffer: [UInt8] = []
    /// Where in the buffer the next byte stands.
    private var start = 0
    private let refill: () throws(IntakeError) -> [UInt8]
    private var isDry = false
    /// Why the bytes ended before their end.
    private(set) var failure: IntakeError?
    /// Bytes taken so far.
    private(set) var position = 0

    /// `refill` gives the next piece, an empty one at the end.
    init(_ refill: @escaping () throws(IntakeError) -> [UInt8]) { self.refill = refill }

    convenience init(_ bytes: [UInt8]) {
        var rest: [UInt8]? = bytes
        self.init { () throws(IntakeError) -> [UInt8] in
            defer { rest = nil }
            return rest ?? []
        }
    }

    /// The bytes of a file, which is opened when the first of them is wanted.
    convenience init(file: String) {
        var handle: FileHandle?
        self.init { () throws(IntakeError) -> [UInt8] in
            do {
                let open = try handle ?? FileHandle(forReadingFrom: URL(fileURLWithPath: file))
                handle = open
                return try open.read(upToCount: 1 << 18).map { [UInt8]($0) } ?? []
            } catch {
                throw .unreadable(file)
            }
        }
    }

    private var available: Int { buffer.count - start }

    var isAtEnd: Bool { !fill(1) }

    /// Whether so many bytes are there, after reading as many as needed.
    @discardableResult func fill(_ count: Int) -> Bool {
        while available < count, !isDry { more() }
        return available >= count
    }

    private func more() {
        do {
            let piece = try refill()
            if piece.isEmpty { isDry = true }
            if start == buffer.count {
                buffer = piece
                start = 0
            } else {
                if start > buffer.count / 2 {
                    buffer.removeSubrange(..<start)
                    start = 0
                }
                buffer += piece
            }
        } catch {
            failure = error
            isDry = true
        }
    }

    /// The next bytes, at most so many, without taking them.
    func peek(_ count: Int) -> ArraySlice<UInt8> {
        fill(count)
        return buffer[start..<min(start + count, buffer.count)]
    }

    /// Takes so many bytes; nothing where there are fewer, which then stay.
    func bytes(_ count: Int) -> [UInt8]? {
        guard fill(count) else { return nil }
        defer { advance(count) }
        return Array(buffer[start..<(start + count)])
    }

    /// Passes over so many bytes; false where there are fewer.
    func skip(_ count: Int) -> Bool {
        var left = count
        while left > 0 {
            guard fill(1) else { return false }
            let step = min(left, available)
            advance(step)
            left -= step
        }
        return true
    }

    /// All that is left; nothing where it is more than the limit.
    func rest(limit: Int) -> [UInt8]? {
        guard !fill(limit + 1) else { return nil }
        defer { advance(available) }
        return start == 0 ? buffer : Array(buffer[start...])
    }

    private func advance(_ count: Int) {
        start += count
        position += count
    }

    enum Line {
        /// Without its end.
        case line([UInt8])
        /// Passed over whole.
        case tooLong
        case end
    }

    /// The next line. A last one without an end counts; one that the stream's failure cuts off does not.
    func line(limit: Int) -> Line {
        var searched = 0
        while true {
            if let end = Self.lineEnd(buffer[(start + searched)...]) {
                let length = searched + end
                defer { advance(length + 1) }
                return length > limit ? .tooLong : .line(Self.withoutReturn(buffer[start..<(start + length)]))
            }
            searched = available
            if searched > limit { return skipLine() }
            guard fill(searched + 1) else { break }
        }
        defer { advance(available) }
        guard available > 0, failure == nil else { return .end }
        return .line(Self.withoutReturn(buffer[start...]))
    }

    /// Whether a whole line stands within the limit, and that line, without taking it.
    func peekLine(limit: Int) -> ArraySlice<UInt8>? {
        var count = 4096
        while true {
            let window = peek(count)
            if let end = Self.lineEnd(window) { return window.prefix(end) }
            if window.count < count { return window }
            guard count < limit else { return nil }
            count = min(count * 4, limit)
        }
    }

    private func skipLine() -> Line {
        while fill(1) {
            if let end = Self.lineEnd(buffer[start...]) {
                advance(end + 1)
                return .tooLong
            }
            advance(available)
        }
        return .tooLong
    }

    /// How many bytes stand before the first line end.
    private static func lineEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
        bytes.withUnsafeBytes { raw in
            guard let base = raw.baseAddress, let found = memchr(base, 0x0A, raw.count) else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    private static func withoutReturn(_ line: ArraySlice<UInt8>) -> [UInt8] { Array(line.last == 0x0D ? line.dropLast() : line) }
}
