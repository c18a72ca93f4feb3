// Known places, organisations and events: the words of a text in, the longest known name that starts there out. Names are compared
// folded; a capital of the known name must be one in the text, so that `Nice` is no adjective.
internal import RecoupeLanguage
internal import RecoupeModel
internal import RecoupeText

/// A known name.
struct KnownName: Sendable, Hashable {
    var form: String
    var kind: EntityKind
    /// `country`, `city`, … of places; empty for others.
    var type: String
    /// The thing's name shared by all packs.
    var known: String
    /// Latitude and longitude in degrees.
    var coordinates: [Double]?
    /// Folded acronyms of the thing.
    var acronyms: [String]
}

/// Finds known names.
struct Gazetteer: Sendable {
    private let entries: [KnownName]
    /// Folded first word → entries that start with it, the longest first.
    private let byFirst: [String: [Int]]
    private let foldedForms: [[UInt8]]
    private let byForm: [String: Int]

    init(_ pack: LanguagePack) throws(PackError) {
        var entries = try Self.places(pack)
        entries += try Self.organisations(pack)
        let forms = entries.map { folded($0.form) }
        var byFirst: [String: [Int]] = [:]
        var byForm: [String: Int] = [:]
        for (index, form) in forms.enumerated() {
            byFirst[Self.firstWord(form), default: []].append(index)
            if byForm[form] == nil { byForm[form] = index }
        }
        self.byFirst = byFirst.mapValues { list in list.sorted { (-forms[$0].utf8.count, $0) < (-forms[$1].utf8.count, $1) } }
        self.entries = entries
        self.byForm = byForm
        foldedForms = forms.map { Array($0.utf8) }
    }

    private static func places(_ pack: LanguagePack) throws(PackError) -> [KnownName] {
        let table = try pack.table("places.tsv", columns: 3)
        var entries: [KnownName] = []
        for row in table.rows {
            var place: [Double]?
            if let latitude = Double(row[3]), let longitude = Double(row[4]) { place = [latitude, longitude] }
            entries.append(KnownName(form: row[0], kind: .place, type: row[1], known: row[2], coordinates: place, acronyms: []))
        }
        return entries
    }

    private static func organisations(_ pack: LanguagePack) throws(PackError) -> [KnownName] {
        let table = try pack.table("organisations.tsv", columns: 3)
        var entries: [KnownName] = []
        for row in table.rows {
            guard let kind = EntityKind(rawValue: row[1]) else {
                throw PackError(file: table.file, line: row.line, trouble: "unknown kind \(row[1])", remedy: "use a kind of name")
            }
            let acronyms = row[4].split(separator: ";").map { folded($0) }
            for form in [row[2]] + row[3].split(separator: ";").map({ String($0) }) where !form.isEmpty {
                entries.append(KnownName(form: form, kind: kind, type: "", known: row[0], coordinates: nil, acronyms: acronyms))
            }
        }
        return entries
    }

    private static func firstWord(_ form: String) -> String {
        String(form.prefix { $0 != " " && $0 != "'" && $0 != "-" && $0 != "." && $0 != "," })
    }

    /// The known name of exactly these words, whatever their capitals.
    func exactly(_ name: String) -> KnownName? { byForm[folded(name)].map { entries[$0] } }

    /// The longest known name that starts with the word at `index`, and the index after its last word.
    func longest(_ words: ArraySlice<NameWord>, at index: Int) -> (name: KnownName, end: Int)? {
        guard let candidates = byFirst[Self.firstWord(words[index].folded)] else { return nil }
        for candidate in candidates {
            if let end = match(candidate, words, at: index) { return (entries[candidate], end) }
        }
        return nil
    }

    private func match(_ candidate: Int, _ words: ArraySlice<NameWord>, at start: Int) -> Int? {
        let form = foldedForms[candidate]
        var position = 0
        var index = start
        var text = ""
        while position < form.count {
            guard index < words.endIndex else { return nil }
            if position > 0, words[index].spaceBefore {
                guard form[position] == 0x20 else { return nil }
                position += 1
                text += " "
            }
            let word = words[index].folded.utf8
            guard position + word.count <= form.count, form[position..<(position + word.count)].elementsEqual(word) else { return nil }
            position += word.count
            text += words[index].text
            index += 1
        }
        return Self.capitalsHold(entries[candidate].form, text) ? index : nil
    }

    /// Every capital of the known form stands as one in the text.
    private static func capitalsHold(_ form: String, _ text: String) -> Bool {
        let (a, b) = (Array(form.unicodeScalars), Array(text.unicodeScalars))
        guard a.count == b.count else { return true }
        return zip(a, b).allSatisfy { !$0.properties.isUppercase || $1.properties.isUppercase }
    }
}
