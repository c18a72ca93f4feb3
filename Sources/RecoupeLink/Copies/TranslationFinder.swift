// Reports of one dispatch in two languages share no words, but they share its figures, its days and its names. Only a large part of
// many such marks counts, and only within a few days: two reports of one event share the best known of them anyway.
internal import RecoupeModel
internal import RecoupeText

/// Finds translations.
struct TranslationFinder {
    let story: Story

    func translations() -> [Likeness] {
        let marks = story.readings.map { Self.marks($0) }
        var found: [Likeness] = []
        for a in story.articles.indices where marks[a].count >= Tuning.fingerprintSize {
            for b in story.articles.indices where b > a && marks[b].count >= Tuning.fingerprintSize {
                guard story.readings[a].language != story.readings[b].language, areNear(a, b) else { continue }
                let shared = Set(marks[a].keys).intersection(marks[b].keys).sorted()
                let share = Double(shared.count) / Double(min(marks[a].count, marks[b].count))
                guard shared.count >= Tuning.fingerprintSize, share >= Tuning.fingerprintShare,
                    shared.count(where: { $0.hasPrefix("figure") }) >= 3
                else { continue }
                let passages = shared.compactMap { mark in marks[a][mark].flatMap { one in marks[b][mark].map { [one, $0] } } }
                found.append(
                    Likeness(
                        a: a, b: b, shareOfA: Double(shared.count) / Double(marks[a].count),
                        shareOfB: Double(shared.count) / Double(marks[b].count), passages: passages.sorted { $0[0] < $1[0] }))
            }
        }
        return found
    }

    private func areNear(_ a: Int, _ b: Int) -> Bool {
        guard let one = story.published(a), let other = story.published(b) else { return true }
        return one.earliest.number - other.latest.number <= 3 && other.earliest.number - one.latest.number <= 3
    }

    private static func marks(_ reading: Reading) -> [String: Passage] {
        var found: [String: Passage] = [:]
        func add(_ mark: String, _ passage: Passage) { found[mark] = min(found[mark] ?? passage, passage) }
        for figure in reading.figures {
            guard let value = figure.value, value > 12 || value != value.rounded() else { continue }
            add("figure \(value) \(figure.unit ?? "")", figure.passage)
        }
        for time in reading.times { if let span = time.span, span.dayCount == 1 { add("day \(span.earliest)", time.passage) } }
        for name in reading.names where reading.referents.indices.contains(name.referent) {
            let referent = reading.referents[name.referent]
            let words = referent.keys.map { Spelling.skeleton($0) }.joined(separator: " ")
            if let known = referent.known {
                add("name \(known)", name.passage)
            } else if referent.kind == .person {
                add("name \(words)", name.passage)
            }
        }
        return found
    }
}
