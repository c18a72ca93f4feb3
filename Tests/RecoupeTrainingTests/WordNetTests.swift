import Testing

@testable import RecoupeTraining

@Suite struct WordNetTests {
    private func forms(_ files: [String: String]) -> Set<String> {
        var out: Set<String> = []
        WordNetDictionary(files: files).forEachForm { out.insert("\($0.form) \($0.lemma) \($0.analysis)") }
        return out
    }

    @Test func regularForms() {
        let made = WordNetDictionary.forms("carry", "VERB").map(\.form)
        #expect(made == ["carry", "carries", "carrying", "carried"])
        #expect(WordNetDictionary.forms("bake", "VERB").map(\.form) == ["bake", "bakes", "baking", "baked"])
        #expect(WordNetDictionary.forms("match", "NOUN").map(\.form) == ["match", "matches"])
        #expect(WordNetDictionary.forms("tall", "ADJ").map(\.form) == ["tall", "taller", "tallest"])
    }

    @Test func filesAreRead() {
        let found = forms([
            "data.noun":
                "  1 a licence\n00001 03 n 02 ferry 0 river_boat 0 001 @ 00002 n 0000 | a boat\n00002 15 n 01 Lake_Orbe 0 000 | a lake\n",
            "noun.exc": "oxen ox\n", "verb.exc": "sank sink\n",
        ])
        #expect(
            found == [
                "ferry ferry NOUN|Sing", "ferries ferry NOUN|Plur", "Lake Lake PROPN", "Orbe Orbe PROPN", "oxen ox NOUN|Plur",
                "sank sink VERB|Past",
            ])
    }

    @Test func otherBytesGiveNothing() {
        #expect(forms(["data.noun": "9 9 9 zz a\n0\n\n00 1 2 ff x", "verb.exc": "x\n"]).allSatisfy { $0.contains("x") })
    }
}
