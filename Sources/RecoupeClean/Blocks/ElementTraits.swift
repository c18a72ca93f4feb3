// What the name of an HTML element says of the text in it: whether it is read at all, whether it parts blocks (HTML standard, rendering
// section), and which kind of place it is.
internal import RecoupeModel

/// The traits of an element.
struct ElementTraits: OptionSet, Sendable {
    let rawValue: UInt64

    /// Its text is no text of the page.
    static let skipped = ElementTraits(rawValue: 1 << 32)
    /// It breaks lines before and after.
    static let breaking = ElementTraits(rawValue: 1 << 33)
    /// It is a line break itself.
    static let line = ElementTraits(rawValue: 1 << 34)
    static let strong = ElementTraits(rawValue: 1 << 35)
    static let verbatim = ElementTraits(rawValue: 1 << 36)
    static let caption = ElementTraits(rawValue: 1 << 37)
    static let item = ElementTraits(rawValue: 1 << 38)

    /// The kinds of place, in the low half.
    var zones: MarkupPlace.Zones { MarkupPlace.Zones(rawValue: Int(rawValue & 0xFFFF_FFFF)) }

    /// The traits of an element.
    static func of(_ name: MarkupName) -> ElementTraits { table[name.key] ?? [] }

    private static let names: [(ElementTraits, String)] = [
        (
            .skipped,
            """
            head script style noscript select option button input textarea template iframe video audio map object embed canvas svg math \
            datalist progress meter rp rt
            """
        ),
        (
            .breaking,
            """
            address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 \
            h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul \
            caption
            """
        ),
        (.line, "br"), (.strong, "b strong em i u mark"), (.verbatim, "pre"), (.caption, "figcaption"), (.item, "li"),
    ]
    private static let places: [(MarkupPlace.Zones, String)] = [
        (.navigation, "nav"), (.header, "header"), (.footer, "footer"), (.aside, "aside"), (.article, "article"), (.main, "main"),
        (.figure, "figure figcaption"), (.list, "ul ol dl menu"), (.table, "table"), (.form, "form fieldset"), (.quotation, "blockquote"),
        (.link, "a"),
    ]

    private static let table: KeyTable<ElementTraits> = {
        var out: [WordKey: ElementTraits] = [:]
        for (traits, names) in names {
            for name in names.split(separator: " ") { out[MarkupName(String(name)).key, default: []].formUnion(traits) }
        }
        for (zones, names) in places {
            for name in names.split(separator: " ") {
                out[MarkupName(String(name)).key, default: []].formUnion(ElementTraits(rawValue: UInt64(zones.rawValue)))
            }
        }
        return KeyTable(keys: out)
    }()
}
