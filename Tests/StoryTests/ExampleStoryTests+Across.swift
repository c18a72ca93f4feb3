import Foundation
import RecoupeModel
import RecoupeText
import Testing

/// What holds between the reports of the example story.
extension ExampleStoryTests {
    private func holders(_ name: String) -> Set<String> {
        Set(dossier.entities.filter { entity in ([entity.name] + entity.variants).contains { plain($0) == plain(name) } }.map(\.id))
    }

    /// Whether some entity holds all of these names.
    func isOne(_ names: [String]) -> Bool {
        let sets = names.map(holders)
        return !sets.dropFirst().reduce(sets[0]) { $0.intersection($1) }.isEmpty
    }

    @Test func namesakesAreNeverOne() {
        for names in story.differentEntity { #expect(!isOne(names), "\(names)") }
    }

    @Test func copiesAreJoinedAndNothingElseIs() {
        let links = dossier.copies.map { Set([$0.article, $0.of]) }
        let groups = story.copies.map { group in Set(group.articles.compactMap { ids[$0] }) }
        let free = story.mayCopy.map { pair in Set(pair.compactMap { ids[$0] }) }
        for group in groups {
            var reached = Set(group.prefix(1))
            while true {
                let more = links.filter { $0.isSubset(of: group) && !$0.isDisjoint(with: reached) }.reduce(into: reached) {
                    $0.formUnion($1)
                }
                if more == reached { break }
                reached = more
            }
            #expect(reached == group)
        }
        for link in links { #expect(groups.contains { link.isSubset(of: $0) } || free.contains(link), "\(link)") }
    }

    private func words(_ passages: [Passage]) -> String {
        plain(passages.map(\.text).joined(separator: " "))
    }

    @Test func contradictionsAreShown() {
        for wanted in story.conflicts where wanted.optional != true {
            let found = dossier.conflicts.contains { conflict in
                let all = words(conflict.sides.flatMap { $0 }) + " " + plain(conflict.why)
                let hits = [wanted.keywordsA, wanted.keywordsB].compactMap { $0 }
                return wanted.kinds.contains(conflict.kind.rawValue)
                    && conflict.sides.flatMap { $0 }.contains { passage in wanted.articles.contains { ids[$0] == passage.article } }
                    && hits.allSatisfy { $0.contains { all.contains(plain($0)) } }
            }
            #expect(found, "\(wanted.why)")
        }
        for conflict in dossier.conflicts { #expect(!conflict.why.isEmpty && conflict.sides.allSatisfy { !$0.isEmpty }) }
    }

    /// Whether a promise stands in the dossier with its outcome and deadline.
    func isFollowed(_ wanted: ExpectedStory.Promised) -> Bool {
        dossier.commitments.contains { promise in
            let said = words([promise.passage] + promise.evidence) + plain(promise.what)
            let deadline = promise.deadline.flatMap { DaySpan(timex: $0)?.latest.description }
            return promise.outcome.rawValue == wanted.outcome && (wanted.deadline == nil || deadline == wanted.deadline)
                && wanted.keywords.contains { said.contains(plain($0)) }
        }
    }

    /// The share of the points wanted that stand in one series.
    func pointShare() -> Double {
        var (found, wanted) = (0, 0)
        for series in story.measures {
            let best = dossier.measures.map { measure in
                let points = measure.points.compactMap { point in dossier.figures.first { $0.id == point.figure } }
                return series.points.count { wanted in points.contains { $0.article == ids[wanted.article] && $0.value == wanted.value } }
            }
            found += best.max() ?? 0
            wanted += series.points.count
        }
        return Double(found) / Double(wanted)
    }

    @Test func everyItemLeadsToItsPassage() {
        let texts = Dictionary(uniqueKeysWithValues: dossier.articles.map { ($0.id, Array($0.text.unicodeScalars)) })
        var passages: [Passage] = dossier.times.map(\.passage)
        passages += dossier.figures.map(\.passage)
        passages += dossier.statements.flatMap { [$0.passage, $0.content] }
        passages += dossier.entities.flatMap(\.mentions)
        passages += dossier.events.flatMap { $0.mentions.map(\.passage) }
        passages += dossier.conflicts.flatMap { $0.sides.flatMap { $0 } }
        passages += dossier.commitments.flatMap { [$0.passage] + $0.evidence }
        passages += dossier.sums.flatMap { [$0.wholePassage] + $0.partPassages }
        passages += dossier.copies.flatMap { $0.passages.flatMap { $0 } }
        #expect(!passages.isEmpty)
        for passage in passages {
            let scalars = texts[passage.article] ?? []
            guard passage.start >= 0, passage.end <= scalars.count, passage.start < passage.end else {
                Issue.record("\(passage)")
                continue
            }
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[passage.start..<passage.end])
            #expect(String(text) == passage.text)
        }
    }
}
