// What a reader of a format gives: markup or text, with what the format says around it. A page is made of it.
internal import RecoupeModel

/// A report out of its format.
struct Draft {
    enum Content {
        case html(String)
        case text(String)
        /// To be told apart.
        case either(String)
    }

    var content: Content
    var url: String?
    var provenance: Provenance?
    var warnings: [Warning] = []
}
