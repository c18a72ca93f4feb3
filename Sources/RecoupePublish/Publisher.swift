// Writes a dossier out. The sentences of `why` and `proposal` are templates of the language pack, filled here; the JSON contract is the
// dossier's own encoding; pages are drawn from that dossier alone.
internal import Foundation
package import RecoupeLanguage
package import RecoupeModel

/// The last stage: from a linked dossier to what leaves the program.
package struct Publisher: Sendable {
    /// By preference: where as many reports are in two languages, the earlier one is the dossier's.
    let wordings: [Wording]

    /// One or more packs; the preferred language is the one whose phrase `language.rank` is the smallest.
    package init(packs: [LanguagePack]) throws(PackError) {
        var wordings: [Wording] = []
        for pack in packs { wordings.append(try Wording(pack)) }
        self.wordings = wordings.sorted { ($0.rank, $0.language) < ($1.rank, $1.language) }
    }

    /// The language of most reports among the packs.
    package func wording(of dossier: Dossier) -> Wording? {
        let counts = Dictionary(grouping: dossier.articles) { $0.language }.mapValues(\.count)
        return wordings.enumerated().max { a, b in
            (counts[a.element.language] ?? 0, b.offset) < (counts[b.element.language] ?? 0, a.offset)
        }?
        .element
    }

    /// The dossier with every conflict's sentences, in its own language.
    package func told(_ dossier: Dossier) -> Dossier {
        guard let words = wording(of: dossier) else { return dossier }
        var told = dossier
        for index in told.conflicts.indices {
            told.conflicts[index].why = words.why(told.conflicts[index])
            told.conflicts[index].proposal = words.proposal(told.conflicts[index])
        }
        return told
    }

    /// The JSON contract; the same dossier gives the same bytes.
    package func export(_ dossier: Dossier, pretty: Bool = false) throws -> [UInt8] {
        [UInt8](try JSON.encoder(pretty: pretty).encode(told(dossier))) + [0x0A]
    }

    /// One page that holds everything and loads nothing, in the dossier's language or another that has a pack.
    package func report(_ dossier: Dossier, language: String? = nil) throws(PackError) -> [UInt8] {
        let edition = try Edition(told(dossier), publisher: self)
        return Array(edition.singlePage(language: language ?? edition.language).utf8)
    }
}
