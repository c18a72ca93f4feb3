// A page's own address and the address that it names as canonical in, the site that its report was had from out, where the two are
// different sites. Caches and archives carry pages of others under their own address; what they name is the page's own.
internal import RecoupeModel
internal import RecoupeText

/// The site of a canonical address.
struct CanonicalSite {
    let lexicon: OriginLexicon

    /// Names of sites that carry pages of others.
    private static let carriers: Set<String> = ["ampproject", "archive", "googleusercontent", "translate", "webcitation", "perma"]

    /// The origin that a canonical address on another site gives.
    func origin(page url: String?, canonical: String?, language: String) -> Origin? {
        guard let canonical, let there = OutletFinder.host(canonical), let here = url.flatMap({ OutletFinder.host($0) }) else { return nil }
        let (own, other) = (Self.name(here), Self.name(there))
        guard let own, let other, own != other, !Self.carriers.contains(own) else { return nil }
        let source = lexicon.source(domain: there)
        if let source, source == lexicon.source(domain: here) { return nil }
        let foreign = source.map { !$0.language.isEmpty && $0.language != language && language != "und" } ?? false
        return Origin(
            name: source?.name ?? there, relation: foreign ? .translates : .republishes, because: "canonical: \(canonical.prefix(200))")
    }

    /// The label of a host that its owner chose: `courier` of `news.courier.co.uk`.
    private static func name(_ host: String) -> String? {
        let labels = host.split(separator: ".")
        guard labels.count >= 2 else { return nil }
        let short = labels.count > 2 && labels[labels.count - 2].count <= 3
        return String(labels[labels.count - (short ? 3 : 2)])
    }
}
