// A seed comes in, texts go out that no report is like: pieces of a language between scalars of any kind, the same ones for the same seed.

/// Makes texts.
struct AnyText {
    private var state: UInt64
    private let pieces: [String]

    init(seed: UInt64, pieces: [String]) {
        state = seed
        self.pieces = pieces
    }

    /// So many pieces or runs of scalars, with or without blanks between.
    mutating func text(_ count: Int) -> String {
        var text = ""
        for _ in 0..<count {
            switch next() % 4 {
            case 0: text.unicodeScalars.append(scalar())
            case 1: text += " "
            default: text += pieces[next() % pieces.count] + (next() % 3 == 0 ? "" : " ")
            }
        }
        return text
    }

    private mutating func scalar() -> Unicode.Scalar {
        let bounds: [UInt32] = [0x20, 0x80, 0x180, 0x370, 0x2100, 0xD7FF, 0x1F700, 0x10FFFF]
        return Unicode.Scalar(UInt32(next()) % bounds[next() % bounds.count]) ?? " "
    }

    private mutating func next() -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33)
    }
}
