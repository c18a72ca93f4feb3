// SHA-256 through OpenSSL's libcrypto (FIPS 180-4): the name of a source is the digest of its bytes.
internal import CLibcrypto

/// The SHA-256 digest of some bytes as 64 lower-case hexadecimal digits.
public func sha256(_ bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    var count: UInt32 = 0
    let done = EVP_Digest(bytes, bytes.count, &digest, &count, EVP_sha256(), nil)
    precondition(done == 1 && count == 32, "libcrypto has no SHA-256")
    let hexadecimal = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [hexadecimal[Int($0 >> 4)], hexadecimal[Int($0 & 15)]] }, as: UTF8.self)
}

/// The SHA-256 digest of a text's UTF-8.
public func sha256(_ text: String) -> String { sha256(Array(text.utf8)) }
