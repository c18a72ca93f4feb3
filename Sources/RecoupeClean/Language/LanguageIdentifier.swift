// Which language a text is in, by the function words of the packs (`stopwords.tsv`): how large a share of the words they are, and how
// many are words that no neighbouring language has. Short function words identify running text from some twenty words on
// (Dunning 1994, Ingle 1976); a text of a language without a pack stays `und`. Of a few words the language is the one with most of them.
internal import RecoupeLanguage
internal import RecoupeText

/// Recognises the languages of the packs.
struct LanguageIdentifier: Sendable {
    private struct Profile {
        var code: String
        var common = KeySet()
        var marks = KeySet()
    }

    private let profiles: [Profile]
    /// The function words of all languages.
    let allCommon: KeySet

    init(packs: [LanguagePack]) throws(PackError) {
        var profiles: [Profile] = []
        var all = KeySet()
        for pack in packs {
            var profile = Profile(code: pack.code)
            for row in try pack.table("stopwords.tsv", columns: 1).rows {
                // A word with an apostrophe is several words in a folded text.
                for key in WordKeys.keys(of: row[0]) {
                    all.insert(key)
                    profile.common.insert(key)
                    if row[1] == "mark" { profile.marks.insert(key) }
                }
            }
            profiles.append(profile)
        }
        self.profiles = profiles
        allCommon = all
    }

    /// The code, where there is a pack for it.
    func known(_ code: String) -> String? { profiles.first { $0.code == code }?.code }

    /// The code of the language, or `und`.
    func language(of words: some Sequence<WordKey>) -> String {
        var total = 0
        var common = [Int](repeating: 0, count: profiles.count)
        var marks = [Int](repeating: 0, count: profiles.count)
        for word in words.prefix(Tuning.languageWords) {
            total += 1
            for index in profiles.indices {
                if profiles[index].common.contains(word) { common[index] += 1 }
                if profiles[index].marks.contains(word) { marks[index] += 1 }
            }
        }
        guard total > 0 else { return "und" }
        var best: (code: String, score: Double)?
        for (index, profile) in profiles.enumerated() {
            let share = Double(common[index]) / Double(total)
            let marked = Double(marks[index]) / Double(total)
            guard total < Tuning.fewLanguageWords || (share >= Tuning.languageShare && marked >= Tuning.languageMarks) else { continue }
            if share + marked > best?.score ?? 0 { best = (profile.code, share + marked) }
        }
        return best?.code ?? "und"
    }
}
