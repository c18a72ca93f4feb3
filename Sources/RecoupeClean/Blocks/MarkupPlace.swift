// Where a block stands in the markup: its element in the tree, and what the names of the elements around it say of it.
internal import RecoupeModel

/// The place of a block in a parsed page.
struct MarkupPlace: Sendable {
    /// Kinds of element that the block stands in.
    struct Zones: OptionSet, Sendable {
        let rawValue: Int

        static let navigation = Zones(rawValue: 1 << 0)
        static let header = Zones(rawValue: 1 << 1)
        static let footer = Zones(rawValue: 1 << 2)
        static let aside = Zones(rawValue: 1 << 3)
        static let article = Zones(rawValue: 1 << 4)
        static let main = Zones(rawValue: 1 << 5)
        static let figure = Zones(rawValue: 1 << 6)
        static let list = Zones(rawValue: 1 << 7)
        static let table = Zones(rawValue: 1 << 8)
        static let form = Zones(rawValue: 1 << 9)
        static let quotation = Zones(rawValue: 1 << 10)
        static let hidden = Zones(rawValue: 1 << 11)
        static let link = Zones(rawValue: 1 << 12)
    }

    var zones: Zones
    /// The nearest element around the block that breaks lines, as an index into the tree.
    var node: Int
    /// How many elements it stands in, itself counted.
    var depth: Int
    /// Name of the innermost block element.
    var element: MarkupName
    /// Level of a heading, 0 for none.
    var level: Int
    /// Share of the letters in bold or emphasised elements.
    var strongShare: Double
}
