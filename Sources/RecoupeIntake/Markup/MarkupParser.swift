// Scrubbed markup in, the tree as an arena out. libxml2's HTML parser recovers from any order of tags and says of each where its element
// begins and ends (its SAX interface); texts and attributes are put back in by their numbers. No C value leaves this file.
internal import CLibxml2
internal import RecoupeModel

/// Parses HTML.
struct MarkupParser {
    /// The library sets itself up once.
    private static let ready: Void = xmlInitParser()

    func tree(of markup: ScrubbedMarkup) -> MarkupTree {
        _ = Self.ready
        var growth = Growth(markup.pieces, tags: markup.skeleton.count / 8)
        markup.skeleton.withUnsafeBytes { raw in
            let text = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
            guard let context = htmlCreateMemoryParserCtxt(text, Int32(clamping: raw.count)) else { return }
            defer { htmlFreeParserCtxt(context) }
            withUnsafeMutablePointer(to: &growth) { growth in
                guard let handlers = context.pointee.sax else { return }
                context.pointee.userData = UnsafeMutableRawPointer(growth)
                handlers.pointee = xmlSAXHandler()
                handlers.pointee.startElement = { Growth.at($0)?.pointee.open($1, $2) }
                handlers.pointee.endElement = { growth, _ in Growth.at(growth)?.pointee.close() }
                handlers.pointee.characters = { Growth.at($0)?.pointee.add($1, Int($2)) }
                _ = htmlParseDocument(context)
            }
        }
        return growth.tree
    }
}

/// A tree as it grows.
private struct Growth {
    private let pieces: MarkupPieces
    private var builder: MarkupTree.Builder
    /// The blank that stands for white space alone, behind the texts.
    private let blank: Range<Int>

    init(_ pieces: MarkupPieces, tags: Int) {
        self.pieces = pieces
        blank = pieces.text.count..<(pieces.text.count + 1)
        builder = MarkupTree.Builder(nodes: tags, text: pieces.text + [0x20], values: pieces.values)
    }

    var tree: MarkupTree {
        guard builder.isEmpty else { return builder.tree }
        var builder = builder
        builder.open("html")
        return builder.tree
    }

    static func at(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<Growth>? { pointer?.assumingMemoryBound(to: Growth.self) }

    /// The parser gives names in lower case, and of the attributes the one that holds their number.
    mutating func open(_ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        guard let name else { return }
        var count = 0
        while name[count] != 0 { count += 1 }
        builder.open(MarkupName(UnsafeBufferPointer(start: name, count: min(count, 32))))
        guard let digits = attributes?[1] else { return }
        var number = 0
        var index = 0
        while (0x30...0x39).contains(digits[index]) {
            number = min(number * 10 + Int(digits[index] - 0x30), Int(Int32.max))
            index += 1
        }
        for attribute in pieces.attributes(number) { builder.attribute(attribute.name, at: attribute.start..<attribute.end) }
    }

    mutating func close() { builder.close() }

    /// Texts by number, and blanks.
    mutating func add(_ characters: UnsafePointer<xmlChar>?, _ count: Int) {
        guard let characters else { return }
        var number = 0
        for index in 0..<count {
            switch characters[index] {
            case 0x30...0x39: number = min(number * 10 + Int(characters[index] - 0x30), Int(Int32.max))
            case 0x3B:
                if let range = pieces.text(number) { builder.text(at: range) }
                number = 0
            default: builder.text(at: blank)
            }
        }
    }
}
