// Adjectives of origin and names of inhabitants: `irakienne` in, `country:IQ` out. They are no names, but say of which place a thing is.
package import RecoupeLanguage
internal import RecoupeText

/// Looks up the place that an adjective of origin means.
package struct Demonyms: Sendable {
    private let places: [String: String]

    package init(_ pack: LanguagePack) throws(PackError) {
        var places: [String: String] = [:]
        for row in try pack.table("demonyms.tsv", columns: 2).rows { places[folded(row[0])] = row[1] }
        self.places = places
    }

    /// The place's name shared by all packs (`country:IQ`) for a folded word (`irakienne`), or nothing; of a compound the last part
    /// counts (`pro-iraniennes`).
    package func place(folded word: String) -> String? {
        if let place = places[word] { return place }
        guard let part = word.split(separator: "-").last, part.utf8.count < word.utf8.count else { return nil }
        return places[String(part)]
    }
}
