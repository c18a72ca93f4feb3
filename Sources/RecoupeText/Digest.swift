// SHA-256 through OpenSSL's libcrypto (FIPS 180-4): the name of a source is the digest of its bytes.
internal import CLibcrypto

/// The SHA-256 digest of some bytes as 64 lower-case hexadecimal digits.
public func sha256(_ bytes: [UInt8]) -> String { bytes.withUnsafeBufferPointer { sha256($0) } }

/// The SHA-256 digest of a text's UTF-8.
public func sha256(_ text: String) -> String {
    text.utf8.withContiguousStorageIfAvailable { sha256($0) } ?? sha256(Array(text.utf8))
}

/// The first digits of the digest of a text's UTF-8.
public func sha256(_ text: String, digits: Int) -> String {
    text.utf8.withContiguousStorageIfAvailable { sha256($0, digits: digits) }
        ?? Array(text.utf8).withUnsafeBufferPointer { sha256($0, digits: digits) }
}

private func sha256(_ bytes: UnsafeBufferPointer<UInt8>, digits: Int = 64) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { digest in
        var count: UInt32 = 0
        let done = EVP_Digest(bytes.baseAddress, bytes.count, digest.baseAddress, &count, EVP_sha256(), nil)
        precondition(done == 1 && count == 32, "libcrypto has no SHA-256")
        let digits = min(max(digits, 0), 64)
        return String(unsafeUninitializedCapacity: digits) { text in
            for place in 0..<digits { text[place] = hexadecimal(place % 2 == 0 ? digest[place / 2] >> 4 : digest[place / 2] & 15) }
            return digits
        }
    }
}

private func hexadecimal(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x57 + digit }
