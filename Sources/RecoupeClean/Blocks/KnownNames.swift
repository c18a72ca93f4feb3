// The names of elements and attributes that cleaning asks for, as numbers made once.
internal import RecoupeModel

extension MarkupName {
    static let (html, body, head, title, meta, link): (Self, Self, Self, Self, Self, Self) =
        ("html", "body", "head", "title", "meta", "link")
    static let (article, time, abbreviation): (Self, Self, Self) = ("article", "time", "abbr")
    static let (paragraph, division): (Self, Self) = ("p", "div")
    static let (item, definition, term): (Self, Self, Self) = ("li", "dd", "dt")
    static let (cell, headCell): (Self, Self) = ("td", "th")
    static let (classes, identifier, microdata, relation): (Self, Self, Self, Self) = ("class", "id", "itemprop", "rel")
    static let (style, hidden, moment, content): (Self, Self, Self, Self) = ("style", "hidden", "datetime", "content")
    static let (published, property, name, equivalent): (Self, Self, Self, Self) = ("pubdate", "property", "name", "http-equiv")
    static let (language, xmlLanguage, address): (Self, Self, Self) = ("lang", "xml:lang", "href")
}

extension MarkupTree {
    /// Gives the UTF-8 of a value, which holds only for the call.
    func withValue<Result>(_ attribute: Attribute, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        values.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range(attribute)])) }
    }
}
