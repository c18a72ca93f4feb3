// Sources and dossiers are kept compressed, as zlib streams (RFC 1950).
internal import CZlib

/// Compresses bytes.
func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var count = compressBound(UInt(bytes.count))
    var out = [UInt8](repeating: 0, count: Int(count))
    guard compress2(&out, &count, bytes, UInt(bytes.count), 6) == Z_OK else { return [] }
    out.removeLast(out.count - Int(count))
    return out
}

/// The bytes that were compressed, or nothing where the stream is damaged; `size` is their number.
func inflated(_ bytes: [UInt8], size: Int) -> [UInt8]? {
    var count = UInt(size)
    var out = [UInt8](repeating: 0, count: max(size, 1))
    guard uncompress(&out, &count, bytes, UInt(bytes.count)) == Z_OK, Int(count) == size else { return nil }
    out.removeLast(out.count - size)
    return out
}
