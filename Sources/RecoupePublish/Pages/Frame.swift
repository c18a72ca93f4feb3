// The frame of every page: masthead, navigation, search, languages, foot.
internal import RecoupeModel
internal import RecoupeText

extension PageWriter {
    /// A language the reader may choose, and where.
    struct Choice: Sendable {
        let code: String
        let name: String
        let address: String
    }

    /// What a page is besides its body.
    struct Framing: Sendable {
        var heading: String
        var current: Section?
        var choices: [Choice] = []
        var query = ""
        /// The style sheet to put into the page, for a page that stands alone.
        var style: String?
        var policy: String?
        var styleAddress = "/style.css"
    }

    /// A whole page.
    func frame(_ body: Markup, _ framing: Framing) -> String {
        let isSite = links.form == .site
        let title = view.dossier.title.isEmpty ? words("ui.untitled") : view.dossier.title
        let fields: [String: Value] = [
            "lang": .text(words.language), "title": .text(title), "heading": .text(framing.heading), "body": .markup(body),
            "home": .text(isSite ? links.section(.overview) : "#overview"), "extent": .text(extentLine),
            "sections": navigation(framing.current),
            "search": isSite ? ["query": .text(framing.query), "language": Value(links.language)] : .nothing,
            "choices": choices(framing.choices), "style": framing.style.map { .markup(Markup($0)) } ?? .nothing,
            "policy": Value(framing.policy), "style_address": .text(framing.styleAddress), "export": .flag(isSite),
        ]
        return fill("frame", fields).html
    }

    /// How many reports, of how many outlets, of which days.
    var extentLine: String {
        var parts = [words.count("count.reports", view.articles.count)]
        if !view.outlets.isEmpty { parts.append(words.count("count.outlets", view.outlets.count)) }
        if let extent = view.extent { parts.append(words("extent.published", ["days": words.days(extent)])) }
        return parts.joined(separator: ", ")
    }

    private func navigation(_ current: Section?) -> Value {
        .list(
            Section.allCases.map { section in
                [
                    "href": .text(links.section(section)), "label": .text(words("ui.\(section.rawValue)")),
                    "number": Value(size(of: section).map { words.number(Double($0)) }), "current": .flag(section == current),
                ]
            }
        )
    }

    /// How many items a section has.
    func size(of section: Section) -> Int? {
        let dossier = view.dossier
        return switch section {
        case .overview: nil
        case .chronology: dossier.events.count
        case .figures: dossier.figures.count
        case .statements: dossier.statements.count
        case .entities: dossier.entities.count
        case .conflicts: dossier.conflicts.count
        case .commitments: dossier.commitments.count
        case .reports: dossier.articles.count
        }
    }

    private func choices(_ choices: [Choice]) -> Value {
        .list(
            choices.map { choice in
                [
                    "code": .text(choice.code), "name": .text(choice.name), "href": .text(choice.address),
                    "chosen": .flag(choice.code == words.language),
                ]
            }
        )
    }
}
