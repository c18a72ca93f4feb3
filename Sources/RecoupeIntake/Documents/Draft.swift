// What a reader of a format gives: markup or text, with what the format says around it. A page is made of it.
internal import RecoupeModel

/// A report out of its format.
struct Draft {
    enum Content {
        /// UTF-8.
        case html([UInt8])
        case text(String)
        /// UTF-8 to be told apart.
        case either([UInt8])
    }

    var content: Content
    var url: String?
    var provenance: Provenance?
    var warnings: [Warning] = []
}
