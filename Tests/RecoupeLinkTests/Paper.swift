// Builds small articles with readings for tests: what a reader would find is given by the words where it stands.
import RecoupeModel
import RecoupeText

@testable import RecoupeLink

/// An article and its reading, made by hand.
struct Paper {
    var article: Article
    var reading: Reading

    init(
        _ text: String, on day: String? = nil, title: String? = nil, outlet: String? = nil, origins: [Origin] = [], language: String = "fr",
        path: String = "p.txt"
    ) {
        let digest = sha256(text + (day ?? "") + (outlet ?? ""))
        let published = day.flatMap { DaySpan(timex: $0) }.map { Published($0, stated: true, because: []) }
        article = Article(
            id: Identifier.article(sha256: digest), path: path, sha256: digest, title: title, text: text, language: language,
            outlet: outlet,
            published: published, origins: origins)
        reading = Reading(article: article.id, language: language, published: published)
        var start = 0
        for (paragraph, words) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if !words.isEmpty { addSentences(words, start, paragraph) }
            start += words.unicodeScalars.count + 1
        }
    }

    private mutating func addSentences(_ words: Substring, _ start: Int, _ paragraph: Int) {
        let keys = { (sentence: ArraySlice<Unicode.Scalar>) in
            var text = String.UnicodeScalarView()
            text.append(contentsOf: sentence)
            return foldedWords(String(text)).filter { $0.count > 3 }
        }
        let scalars = Array(words.unicodeScalars)
        var from = 0
        for index in scalars.indices where scalars[index] == "." || index == scalars.count - 1 {
            let end = index + 1
            if end - from > 2 {
                let lead = scalars[from] == " " ? from + 1 : from
                reading.sentences.append(
                    SentenceRecord(start: start + lead, end: start + end, paragraph: paragraph, keys: keys(scalars[lead..<end])))
            }
            from = end
        }
    }

    /// The passage of the first place, or the one after some number of others, where these words stand.
    func passage(_ words: String, after skipped: Int = 0) -> Passage {
        let text = Array(article.text.unicodeScalars)
        let wanted = Array(words.unicodeScalars)
        let places = text.indices.filter { $0 + wanted.count <= text.count && Array(text[$0..<($0 + wanted.count)]) == wanted }
        let start = skipped < places.count ? places[skipped] : 0
        return Passage(article: article.id, start: start, end: start + wanted.count, text: words)
    }

    private func sentence(_ passage: Passage) -> Int {
        reading.sentences.firstIndex { $0.start <= passage.start && passage.start < $0.end } ?? 0
    }

    @discardableResult
    mutating func name(
        _ words: String, _ kind: EntityKind = .person, keys: [String]? = nil, known: String? = nil, acronyms: [String] = [],
        role: String? = nil
    ) -> Int {
        let place = passage(words)
        let roles = role.map { [Role(text: $0, passage: place)] } ?? []
        let referent = reading.referents.count
        reading.referents.append(
            Referent(
                kind: kind, name: words, variants: [words], roles: roles, keys: keys ?? foldedWords(words), acronyms: acronyms, known: known
            ))
        reading.names.append(Name(place, kind: kind, referent: referent, rule: "test"))
        return referent
    }

    @discardableResult
    mutating func figure(
        _ words: String, _ value: Double, counted: [String], states: [String] = [], place: String? = nil, unit: String? = nil,
        when: String? = nil, partOf: String? = nil, hedge: Figure.Hedge? = nil, after skipped: Int = 0
    ) -> Figure {
        let place_ = passage(words, after: skipped)
        let figure = Figure(
            place_, id: Identifier.item("f", place_), quantity: unit == nil ? .count : unit?.count == 3 ? .money : .measure, value: value,
            hedge: hedge, unit: unit, counted: counted.joined(separator: " "), when: when.map { When(value: $0) }, countedKeys: counted,
            stateKeys: states, placeKey: place, partOf: partOf, sentence: sentence(place_), rule: "test")
        reading.figures.append(figure)
        return figure
    }

    @discardableResult
    mutating func event(
        _ words: String, trigger: String, type: String? = nil, when: String? = nil, who: [Int] = [], keys: [String]? = nil,
        status: EventStatus = .happened, place: String? = nil
    ) -> EventMention {
        let passage = passage(words)
        let mention = EventMention(
            passage, id: Identifier.item("v", passage), trigger: self.passage(trigger), type: type, label: words,
            when: when.map { When(value: $0) }, placeKey: place, participants: who, status: status,
            keys: keys ?? foldedWords(words).filter { $0.count > 3 }, sentence: sentence(passage), rule: "test")
        reading.events.append(mention)
        return mention
    }

    mutating func time(_ words: String, _ value: String) {
        let place = passage(words)
        let span = DaySpan(timex: value)
        reading.times.append(Time(place, id: Identifier.item("t", place), kind: .date, value: value, span: span, rule: "test"))
    }

    mutating func statement(
        _ words: String, content: String, by: Int? = nil, name: String? = nil, stance: Statement.Stance = .assert, negated: Bool = false,
        doubts: [String] = []
    ) {
        let whole = passage(words)
        reading.statements.append(
            Statement(
                whole, id: Identifier.item("s", whole, content), speakerName: name, speakerText: name, speakerReferent: by, stance: stance,
                negated: negated, mode: .indirect, content: passage(content),
                contentKeys: foldedWords(content).filter { $0.count > 3 }, doubts: doubts, rule: "test"))
    }

    mutating func promise(
        _ words: String, what: String, by: [Int] = [], madeOn: String? = nil, deadline: String? = nil, type: String? = nil
    ) {
        let whole = passage(words)
        reading.promises.append(
            Promise(
                whole, id: Identifier.item("p", whole), by: by, what: what, madeOn: madeOn, deadline: deadline,
                keys: foldedWords(what).filter { $0.count > 3 }, type: type, rule: "test"))
    }
}

/// Links papers in the order given.
func linked(_ papers: [Paper]) -> Dossier { Linker().link(title: "t", papers.map(\.article), papers.map(\.reading)) }

extension Dossier {
    /// The entity that stands at a passage.
    func entity(at passage: Passage) -> Entity? { entities.first { $0.mentions.contains(passage) } }
}
