// Files in, packed bytes out, so that tests make their own archives.
import CLibarchive
import Foundation
import RecoupeModel

@testable import RecoupeIntake

/// Packs.
enum Packed {
    enum Kind { case zip, tar, sevenZip, tarGzip }

    static func archive(_ kind: Kind, _ files: [(String, [UInt8])]) -> [UInt8] {
        write(capacity: files.reduce(1 << 20) { $0 + $1.1.count * 2 + 4096 }) { handle in
            switch kind {
            case .zip: archive_write_set_format_zip(handle)
            case .sevenZip: archive_write_set_format_7zip(handle)
            case .tar, .tarGzip: archive_write_set_format_ustar(handle)
            }
            if kind == .tarGzip { archive_write_add_filter_gzip(handle) }
        } body: { handle in
            for (name, bytes) in files { add(name, bytes, to: handle) }
        }
    }

    static func gzip(_ bytes: [UInt8]) -> [UInt8] { compressed(bytes) { archive_write_add_filter_gzip($0) } }

    static func xz(_ bytes: [UInt8]) -> [UInt8] { compressed(bytes) { archive_write_add_filter_xz($0) } }

    private static func compressed(_ bytes: [UInt8], _ filter: (OpaquePointer?) -> Int32) -> [UInt8] {
        write(capacity: bytes.count + (1 << 20)) { handle in
            archive_write_set_format_raw(handle)
            _ = filter(handle)
        } body: { handle in
            add("data", bytes, to: handle)
        }
    }

    private static func add(_ name: String, _ bytes: [UInt8], to handle: OpaquePointer?) {
        let entry = archive_entry_new()
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, name)
        archive_entry_set_filetype(entry, 0o100000)
        archive_entry_set_size(entry, Int64(bytes.count))
        archive_write_header(handle, entry)
        _ = archive_write_data(handle, bytes, bytes.count)
    }

    private static func write(capacity: Int, _ setUp: (OpaquePointer?) -> Void, body: (OpaquePointer?) -> Void) -> [UInt8] {
        let before = uselocale(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
        defer { uselocale(before) }
        var out = [UInt8](repeating: 0, count: capacity)
        var used = 0
        out.withUnsafeMutableBytes { raw in
            let handle = archive_write_new()
            setUp(handle)
            archive_write_set_bytes_in_last_block(handle, 1)
            archive_write_open_memory(handle, raw.baseAddress, raw.count, &used)
            body(handle)
            archive_write_close(handle)
            archive_write_free(handle)
        }
        return Array(out.prefix(used))
    }
}

/// What an intake found in some bytes.
struct Taken {
    var pages: [Page] = []
    var troubles: [String] = []
    var members: [Member] = []

    init(_ bytes: [UInt8], path: String = "in", limits: IntakeLimits = IntakeLimits()) {
        self.init(Intake(limits: limits).members(bytes, path: path), limits: limits)
    }

    init(_ text: String, path: String = "in", limits: IntakeLimits = IntakeLimits()) {
        self.init(Array(text.utf8), path: path, limits: limits)
    }

    init(_ found: Members, limits: IntakeLimits = IntakeLimits()) {
        for found in found {
            switch found {
            case .trouble(let error): troubles.append(error.description)
            case .report(let member):
                members.append(member)
                do { pages.append(try Intake(limits: limits).page(member)) } catch { troubles.append(error.description) }
            }
        }
    }
}

extension Page {
    /// All its text, whatever its form.
    var words: String { tree.map { tree in tree.nodes.indices.map { tree.text(of: $0) }.joined(separator: " ") } ?? text }
}

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
