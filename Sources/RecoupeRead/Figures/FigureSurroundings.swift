// What else was found in the article, asked by place: which time, which place name, which statement stands where a figure stands.
internal import RecoupeModel
internal import RecoupeText

/// The other findings of the article, for look-up by bytes.
struct FigureSurroundings {
    struct Placed<Value> {
        var bytes: Range<Int>
        var value: Value
    }

    let analysis: Analysis
    let times: [Placed<Time>]
    let names: [Placed<Name>]
    let referents: [Referent]
    private let contents: [Placed<String>]

    init(analysis: Analysis, times: [Time], names: [Name], referents: [Referent], statements: [Statement]) {
        self.analysis = analysis
        self.times = times.map { Placed(bytes: analysis.byteRange($0.passage), value: $0) }
        self.names = names.map { Placed(bytes: analysis.byteRange($0.passage), value: $0) }
        self.referents = referents
        contents = statements.map { Placed(bytes: analysis.byteRange($0.content), value: $0.id) }
    }

    /// The time whose words meet these bytes.
    func time(meeting bytes: Range<Int>) -> Time? { times.first { $0.bytes.overlaps(bytes) }?.value }

    /// The name whose words meet these bytes.
    func name(meeting bytes: Range<Int>) -> Name? { names.first { $0.bytes.overlaps(bytes) }?.value }

    /// The innermost statement whose content holds these bytes.
    func statement(holding bytes: Range<Int>) -> String? {
        contents.filter { $0.bytes.lowerBound <= bytes.lowerBound && bytes.upperBound <= $0.bytes.upperBound }
            .min { ($0.bytes.count, $0.value) < ($1.bytes.count, $1.value) }?.value
    }

    /// The date nearest to some bytes in a sentence, but for those that only tell since when.
    func when(near bytes: Range<Int>, in sentence: Range<Int>, isBeginning: (Int) -> Bool) -> When? {
        let dates = times.filter {
            sentence.contains($0.bytes.lowerBound) && $0.value.span != nil && $0.value.kind != .duration
                && !isBeginning($0.bytes.lowerBound)
        }
        return nearest(dates, bytes)?.value.when
    }

    /// The place name nearest to some bytes in a sentence that says where: one that `isLocative` accepts by the words before it.
    func place(near bytes: Range<Int>, in sentence: Range<Int>, isLocative: (Int) -> Bool) -> Placed<Name>? {
        let places = names.filter { sentence.contains($0.bytes.lowerBound) && $0.value.kind == .place && !$0.bytes.overlaps(bytes) }
        return nearest(places.filter { isLocative($0.bytes.lowerBound) }, bytes)
    }

    /// What all reports call a place: its known key, else its folded words.
    func key(of name: Name) -> String? {
        guard referents.indices.contains(name.referent) else { return nil }
        let referent = referents[name.referent]
        return referent.known ?? (referent.keys.isEmpty ? nil : referent.keys.joined(separator: " "))
    }

    private func nearest<Value>(_ items: [Placed<Value>], _ bytes: Range<Int>) -> Placed<Value>? {
        items.min { (Self.distance($0.bytes, bytes), $0.bytes.lowerBound) < (Self.distance($1.bytes, bytes), $1.bytes.lowerBound) }
    }

    private static func distance(_ a: Range<Int>, _ b: Range<Int>) -> Int {
        a.lowerBound >= b.upperBound ? a.lowerBound - b.upperBound : b.lowerBound - a.upperBound + 1
    }
}
