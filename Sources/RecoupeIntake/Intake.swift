// Turns bytes into pages.
package import RecoupeModel
internal import CLibxml2
internal import RecoupeText

/// The way in: decodes a report's bytes.
package struct Intake: Sendable {
    package init() {}

    package func page(_ bytes: [UInt8], path: String) -> Page {
        Page(path: path, sha256: sha256(bytes), form: .text, text: String(decoding: bytes, as: UTF8.self))
    }
}
