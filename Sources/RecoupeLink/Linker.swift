// Cross-checks readings: a function of all of them, in no order. It sees no language.
package import RecoupeModel

/// The third stage: what the reports say together.
package struct Linker: Sendable {
    package init() {}

    package func link(title: String, _ articles: [Article], _ readings: [Reading]) -> Dossier {
        Dossier(title: title, languages: Set(articles.map(\.language)).sorted(), articles: articles.sorted { $0.id < $1.id })
    }
}
