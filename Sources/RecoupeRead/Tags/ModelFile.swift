// The container of all models: `RCP1`, the number of parts, then for each part its name (16 bytes, zeros after it), its offset and length;
// the parts follow. All numbers are little-endian. Numeric parts are copied as they lie, in one go.
package import RecoupeLanguage

/// A model file, open for reading.
package struct ModelFile: Sendable {
    private let bytes: [UInt8]
    private let parts: [String: Range<Int>]
    private let path: String
    private static let magic: [UInt8] = Array("RCP1".utf8)

    package init(_ bytes: [UInt8], path: String) throws(PackError) {
        self.bytes = bytes
        self.path = path
        let broken = PackError(file: path, trouble: "is no model file, or is cut short", remedy: "pack the model again with recoupe-forge")
        guard bytes.count >= 8, Array(bytes[0..<4]) == Self.magic else { throw broken }
        let count = Int(Self.word(bytes, 4))
        guard count < 256, bytes.count >= 8 + count * 24 else { throw broken }
        var parts: [String: Range<Int>] = [:]
        for index in 0..<count {
            let entry = 8 + index * 24
            let name = String(decoding: bytes[entry..<(entry + 16)].prefix { $0 != 0 }, as: UTF8.self)
            let start = Int(Self.word(bytes, entry + 16))
            let end = start + Int(Self.word(bytes, entry + 20))
            guard end <= bytes.count else { throw broken }
            parts[name] = start..<end
        }
        self.parts = parts
    }

    private static func word(_ bytes: [UInt8], _ at: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 | UInt32(bytes[at + $1]) << UInt32(8 * $1) }
    }

    /// A part's bytes.
    package func bytes(_ name: String) throws(PackError) -> ArraySlice<UInt8> {
        guard let range = parts[name] else {
            throw PackError(file: path, trouble: "has no part «\(name)»", remedy: "train it with this version of recoupe-forge")
        }
        return bytes[range]
    }

    /// A part as integers of a fixed width.
    package func numbers<Number: FixedWidthInteger & BitwiseCopyable>(
        _ name: String, as type: Number.Type = Number.self
    ) throws(PackError) -> [Number] {
        let slice = try bytes(name)
        let count = slice.count / MemoryLayout<Number>.size
        return slice.withUnsafeBytes { raw in
            [Number](unsafeUninitializedCapacity: count) { buffer, initialised in
                UnsafeMutableRawBufferPointer(buffer).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: raw[0..<(count * MemoryLayout<Number>.size)]))
                initialised = count
            }
        }
    }

    /// A part as lines of text.
    package func lines(_ name: String) throws(PackError) -> [String] {
        try bytes(name).split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }
}

/// A model file, being written.
package struct ModelWriter {
    private var parts: [(name: String, bytes: [UInt8])] = []

    package init() {}

    package mutating func add(_ name: String, bytes: [UInt8]) { parts.append((name, bytes)) }

    package mutating func add<Number: FixedWidthInteger & BitwiseCopyable>(_ name: String, numbers: [Number]) {
        add(name, bytes: numbers.withUnsafeBytes { Array($0) })
    }

    package mutating func add(_ name: String, lines: [String]) { add(name, bytes: Array(lines.joined(separator: "\n").utf8)) }

    /// The whole file.
    package var bytes: [UInt8] {
        var out: [UInt8] = Array("RCP1".utf8)
        func word(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
        out += word(parts.count)
        var offset = 8 + parts.count * 24
        for part in parts {
            let name = Array(part.name.utf8.prefix(16))
            out += name + [UInt8](repeating: 0, count: 16 - name.count) + word(offset) + word(part.bytes.count)
            offset += part.bytes.count
        }
        for part in parts { out += part.bytes }
        return out
    }
}
