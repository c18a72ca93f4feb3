// The texts and attributes of a page, taken out of its markup before it is parsed: the parser gets numbers in their place, and so sees
// the tags alone, which are all that it is needed for.
internal import RecoupeModel

/// Texts and attributes by number.
struct MarkupPieces {
    /// A value's bytes as offsets into `values`.
    struct Attribute {
        var name: MarkupName
        var start: Int
        var end: Int
    }

    /// The UTF-8 of all texts in order, character references resolved.
    private(set) var text: [UInt8] = []
    private var textStarts: [Int] = []
    /// The UTF-8 of all values.
    private(set) var values: [UInt8] = []
    private var attributes: [Attribute] = []
    private var attributeStarts: [Int] = []

    /// For the markup of so many bytes.
    init(bytes: Int) {
        text.reserveCapacity(bytes / 8)
        values.reserveCapacity(bytes / 8)
        attributes.reserveCapacity(bytes / 128)
    }

    // MARK: Texts

    /// Begins a text; its number.
    mutating func beginText() -> Int {
        textStarts.append(text.count)
        return textStarts.count - 1
    }

    /// Goes on with the text begun last.
    mutating func addText(_ bytes: UnsafeBufferPointer<UInt8>) { CharacterReferences.resolve(bytes, into: &text) }

    mutating func addText(_ byte: UInt8) { text.append(byte) }

    /// The bytes of a text as offsets into `text`.
    func text(_ number: Int) -> Range<Int>? {
        guard textStarts.indices.contains(number) else { return nil }
        return textStarts[number]..<(number + 1 < textStarts.count ? textStarts[number + 1] : text.count)
    }

    // MARK: Attributes

    mutating func addAttribute(_ name: MarkupName, _ value: UnsafeBufferPointer<UInt8>) {
        let start = values.count
        CharacterReferences.resolve(value, into: &values)
        attributes.append(Attribute(name: name, start: start, end: values.count))
    }

    /// Ends the attributes of a tag, of which so many stood before it; the number of the tag, or nothing where it has none.
    mutating func endTag(from count: Int) -> Int? {
        guard attributes.count > count else { return nil }
        attributeStarts.append(count)
        return attributeStarts.count - 1
    }

    var attributeCount: Int { attributes.count }

    /// Whether one of the attributes after the first so many names the canonical address of the page: of a page's many links the only
    /// one that anybody asks for.
    func isCanonical(from count: Int) -> Bool {
        attributes[count...].contains { attribute in
            guard attribute.name == Self.relation, attribute.end - attribute.start == Self.canonical.count else { return false }
            return values[attribute.start..<attribute.end].elementsEqual(Self.canonical) { $0 | 0x20 == $1 }
        }
    }

    private static let (relation, canonical) = (MarkupName("rel"), Array("canonical".utf8))

    /// Forgets the attributes after the first so many.
    mutating func forgetAttributes(after count: Int) { attributes.removeSubrange(count...) }

    /// The attributes of a tag.
    func attributes(_ number: Int) -> ArraySlice<Attribute> {
        guard attributeStarts.indices.contains(number) else { return [] }
        let end = number + 1 < attributeStarts.count ? attributeStarts[number + 1] : attributes.count
        return attributes[attributeStarts[number]..<end]
    }
}
