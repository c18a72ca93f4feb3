// Treebanks and a dictionary in, lemma entries out: the most frequent rule of each word with each tag, then the dictionary's, then by endings.
package import RecoupeRead

/// Collects lemma rules.
package struct LemmaTrainer {
    private var counts: [UInt64: [Lemmatiser.Rule: Int]] = [:]
    private var order: [UInt64] = []
    /// For every entry, those that answer where it is left out.
    private var fallbacks: [UInt64: Set<UInt64>] = [:]
    private var levels: [UInt64: Int] = [:]
    private var reader = WordReader()

    package init() {}

    /// The entries, and the rules that they number.
    package mutating func train(
        main: [TrainingSentence], others: [TrainingSentence], dictionary: [DictionaryForm]
    ) -> (table: HashTable, rules: [Lemmatiser.Rule]) {
        let names = Set((main + others).flatMap { $0.tags }).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        for (sentences, weight) in [(main, 4), (others, 1)] {
            for sentence in sentences {
                for (index, token) in sentence.tokens.enumerated() {
                    see(token.form, sentence.lemmas[index], sentence.tags[index], number: numbers[sentence.tags[index]] ?? 0, weight)
                }
            }
        }
        addDictionary(dictionary)
        return pack()
    }

    private mutating func see(_ form: String, _ lemma: String, _ tag: String, number: Int, _ weight: Int) {
        let rule = Self.rule(form, lemma)
        let signature = Lemmatiser.signature(tag)
        let part = Lemmatiser.hash(String(tag.prefix { $0 != " " }))
        let word = reader.key(form)
        let keys = [Lemmatiser.key(word, UInt64(number), 1), Lemmatiser.key(word, signature, 2), Lemmatiser.key(word, part, 3)]
        count(keys[0], rule, weight, level: 10, fallback: keys[1])
        count(keys[1], rule, weight, level: 9, fallback: keys[2])
        count(keys[2], rule, weight, level: 8, fallback: longestEnding(signature, part))
        seeEndings(rule, signature, part, weight)
    }

    /// The key of the word's longest ending.
    private func longestEnding(_ signature: UInt64, _ part: UInt64) -> UInt64 {
        for length in stride(from: Lemmatiser.longestEnding, through: 1, by: -1) where reader.suffix(length) != 0 {
            return Lemmatiser.key(reader.suffix(length), signature, 3 + UInt64(length))
        }
        return Lemmatiser.key(0, part, 20)
    }

    private mutating func seeEndings(_ rule: Lemmatiser.Rule, _ signature: UInt64, _ part: UInt64, _ weight: Int) {
        var fallback = Lemmatiser.key(0, part, 20)
        count(fallback, rule, weight, level: 0, fallback: nil)
        for length in 1...Lemmatiser.longestEnding where reader.suffix(length) != 0 {
            let key = Lemmatiser.key(reader.suffix(length), signature, 3 + UInt64(length))
            count(key, rule, weight, level: length, fallback: fallback)
            fallback = key
        }
    }

    private mutating func count(_ key: UInt64, _ rule: Lemmatiser.Rule, _ weight: Int, level: Int, fallback: UInt64?) {
        if counts[key] == nil {
            order.append(key)
            levels[key] = level
        }
        counts[key, default: [:]][rule, default: 0] += weight
        if let fallback { fallbacks[key, default: []].insert(fallback) }
    }

    /// Words of the dictionary that no treebank holds with this part of speech; analyses become signatures of tags.
    private mutating func addDictionary(_ forms: [DictionaryForm]) {
        let known = Set(order)
        for form in forms where form.form != form.form.uppercased() {
            let cells = form.analysis.split(separator: "|").map { String($0) }
            guard let part = cells.first, part != "PROPN", part != "DET", part != "PRON" else { continue }
            let word = reader.key(form.form)
            let partHash = Lemmatiser.hash(part)
            if known.contains(Lemmatiser.key(word, partHash, 3)) && part != "VERB" { continue }
            let rule = Self.rule(form.form.lowercased(), form.lemma.lowercased())
            let partKey = Lemmatiser.key(word, partHash, 3)
            for signature in Self.signatures(cells) {
                let key = Lemmatiser.key(word, signature, 2)
                if !known.contains(key) { count(key, rule, 1, level: 9, fallback: partKey) }
                if !known.contains(partKey) {
                    count(partKey, rule, 1, level: 8, fallback: longestEnding(signature, partHash))
                } else {
                    fallbacks[partKey, default: []].insert(longestEnding(signature, partHash))
                }
                if ["NOUN", "ADJ", "VERB", "ADV"].contains(part) { seeEndings(rule, signature, partHash, 1) }
            }
        }
    }

    private static func signatures(_ cells: [String]) -> [UInt64] {
        let part = cells[0]
        let numbers = ["Sing", "Plur"].filter { cells.contains($0) || cells.contains("Inv") }
        var feats: [String] = []
        if let mood = ["Ind", "Cnd", "Sub", "Imp"].first(where: { cells.count > 1 && cells[1] == $0 }), cells.count == 5 {
            feats = ["Mood=\(mood)|Number=\(cells[4])|Person=\(cells[3])|Tense=\(cells[2])|VerbForm=Fin"]
        } else if cells.contains("Part") {
            let tense = cells.contains("Pres") ? "Pres" : "Past"
            feats = tense == "Pres" ? ["Tense=Pres|VerbForm=Part"] : numbers.map { "Number=\($0)|Tense=Past|VerbForm=Part" }
        } else if cells.contains("Inf") {
            feats = ["VerbForm=Inf"]
        } else {
            feats = numbers.map { "Number=\($0)" } + [""]
        }
        return feats.map { Lemmatiser.signature($0.isEmpty ? part : part + " " + $0) }
    }

    /// Keeps an entry only where those looked up after it would answer otherwise.
    private func pack() -> (table: HashTable, rules: [Lemmatiser.Rule]) {
        var numbers: [Lemmatiser.Rule: UInt16] = [:]
        var rules: [Lemmatiser.Rule] = []
        var entries: [(hash: UInt64, value: UInt16)] = []
        var answers: [UInt64: Lemmatiser.Rule] = [:]
        for key in order.enumerated().sorted(by: { (levels[$0.element] ?? 0, $0.offset) < (levels[$1.element] ?? 0, $1.offset) }).map(
            \.element)
        {
            guard let best = counts[key]?.max(by: { ($0.value, $1.key.line) < ($1.value, $0.key.line) })?.key else { continue }
            answers[key] = best
            let before = (fallbacks[key] ?? []).map { answers[$0] }
            if !before.isEmpty, before.allSatisfy({ $0 == best }) { continue }
            if numbers[best] == nil, rules.count < Int(UInt16.max) {
                numbers[best] = UInt16(rules.count)
                rules.append(best)
            }
            if let number = numbers[best] { entries.append((key, number)) }
        }
        return (HashTable(entries), rules)
    }

    static func rule(_ form: String, _ lemma: String) -> Lemmatiser.Rule {
        let lower = Array(Lemmatiser.Rule.lower(form).unicodeScalars)
        let letters = Array(lemma.unicodeScalars)
        if lemma == form, String(String.UnicodeScalarView(lower)) != form { return Lemmatiser.Rule(keepsForm: true, drops: 0, adds: "") }
        var shared = 0
        while shared < lower.count, shared < letters.count, lower[shared] == letters[shared] { shared += 1 }
        return Lemmatiser.Rule(
            keepsForm: false, drops: lower.count - shared, adds: String(String.UnicodeScalarView(letters[shared...])))
    }
}
