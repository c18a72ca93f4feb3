// An article with tags around its names in, its bare text and the names' places out. A marked file's tags nest and never cross; those of
// statements are taken out and passed over.
internal import Foundation
package import RecoupeLanguage

/// An article whose names a reader has marked.
package struct MarkedArticle: Sendable {
    /// A name: bytes into the text, and its kind as an index into `NameLabel.kinds`.
    package struct Mark: Sendable, Hashable {
        package var bytes: Range<Int>
        package var kind: Int

        package init(bytes: Range<Int>, kind: Int) {
            self.bytes = bytes
            self.kind = kind
        }
    }

    package let id: String
    package let text: String
    package let marks: [Mark]

    private static let kinds = ["PER": 0, "ORG": 1, "LOC": 2, "MISC": 3]

    package init(id: String, text: String, marks: [Mark]) {
        self.id = id
        self.text = text
        self.marks = marks
    }

    package init(_ bytes: [UInt8], file: String) throws(PackError) {
        id = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
        var (text, marks, open): ([UInt8], [Mark], [(name: String, start: Int)]) = ([], [], [])
        var index = 0
        while index < bytes.count {
            guard bytes[index] == 0x3C, let end = bytes[index...].firstIndex(of: 0x3E) else {
                text.append(bytes[index])
                index += 1
                continue
            }
            let tag = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
            let name = String(tag.drop { $0 == "/" }.prefix { $0 != " " })
            index = end + 1
            guard tag.hasPrefix("/") else {
                open.append((name, text.count))
                continue
            }
            guard let last = open.popLast(), last.name == name else {
                throw PackError(file: file, trouble: "closes «\(name)» where another tag is open", remedy: "tags nest, they never cross")
            }
            if let kind = Self.kinds[name] { marks.append(Mark(bytes: last.start..<text.count, kind: kind)) }
        }
        self.text = String(decoding: text, as: UTF8.self)
        self.marks = marks.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
    }
}
