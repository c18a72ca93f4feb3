// A dossier as a web site: a question in, an answer out, by value. It knows no file and no store; words are sought by a function given
// to it, or in the reports' texts themselves. Names other than this machine's own are refused, against rebinding of names (DNS rebinding).
package import RecoupeLanguage
package import RecoupeModel
package import RecoupePublish

/// The pages of one dossier by address.
package struct DossierSite: Sendable {
    /// Looks for words and gives the reports in which they stand, best first.
    package typealias Search = @Sendable (String) throws -> [SearchHit]

    private let edition: Edition
    private let export: [UInt8]
    private let search: Search?

    /// `dossier` as linked; its sentences are written here. Without `search` the texts themselves are searched.
    package init(dossier: Dossier, packs: [LanguagePack], search: Search? = nil) throws {
        let publisher = try Publisher(packs: packs)
        let told = publisher.told(dossier)
        edition = try Edition(told, publisher: publisher)
        export = try publisher.export(told)
        self.search = search
    }

    /// The answer to a question put to a server that listens on `bound`.
    package func answer(_ question: Question, bound: String = "127.0.0.1") -> Answer {
        guard HostCheck.allows(question.hostName, bound: bound) else {
            return .text(421, "This dossier is served to this machine alone, under its own name.")
        }
        guard question.method == "GET" || question.method == "HEAD" else {
            return .text(405, "Only GET and HEAD are answered.", more: [(name: "Allow", value: "GET, HEAD")])
        }
        var answer = respond(question)
        if question.method == "HEAD" { answer.body = [] }
        return answer
    }

    private func respond(_ question: Question) -> Answer {
        let path = question.path
        switch path.first {
        case nil: return page(.section(.overview), question)
        case "style.css" where path.count == 1: return kept(Array(edition.style.utf8), "text/css; charset=utf-8", question, variant: "css")
        case "export.json" where path.count == 1: return kept(export, "application/json", question, variant: "json")
        case "search" where path.count == 1: return found(question)
        case "report" where path.count == 2: return page(.report(path[1]), question)
        case let name?:
            guard path.count == 1, let section = Section(rawValue: name), section != .overview else { return page(.missing, question) }
            return page(.section(section), question)
        }
    }

    // MARK: Pages

    /// The language asked for by address, if there is such a one.
    private func asked(_ question: Question) -> String? {
        question.query("lang").flatMap { edition.languages.contains($0) ? $0 : nil }
    }

    private func language(_ question: Question) -> String {
        asked(question) ?? question.languages.first { edition.languages.contains($0) } ?? edition.language
    }

    private func html(_ page: Edition.Page, _ question: Question) -> String? {
        let query = question.query("q").map { "&q=" + Self.encoded($0) } ?? ""
        return edition.page(page, language: language(question), asked: asked(question)) { "?lang=" + $0 + query }
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        .joined()
    }

    private func page(_ page: Edition.Page, _ question: Question) -> Answer {
        guard page != .missing, let html = html(page, question) else { return missing(question) }
        return kept(Array(html.utf8), "text/html; charset=utf-8", question, variant: language(question))
    }

    private func missing(_ question: Question) -> Answer {
        let html = html(.missing, question) ?? ""
        return Answer(status: 404, type: "text/html; charset=utf-8", body: Array(html.utf8), more: Self.unkept)
    }

    private func found(_ question: Question) -> Answer {
        let query = question.query("q") ?? ""
        do {
            let hits = query.isEmpty ? [] : edition.placed(query, try search?(query))
            let html = html(.search(query, hits), question) ?? ""
            return Answer(type: "text/html; charset=utf-8", body: Array(html.utf8), more: Self.unkept)
        } catch {
            return .text(500, "The search failed: \(error)", more: Self.unkept)
        }
    }

    // MARK: Keeping

    private static let unkept = [(name: "Cache-Control", value: "no-store")]

    /// An answer that the browser may keep as long as the dossier is the same.
    private func kept(_ body: [UInt8], _ type: String, _ question: Question, variant: String) -> Answer {
        let tag = "\"\(edition.digest.prefix(24))-\(variant)\""
        let headers = [
            (name: "ETag", value: tag), (name: "Cache-Control", value: "private, no-cache"), (name: "Vary", value: "Accept-Language"),
        ]
        let known = (question.ifNoneMatch ?? "").split(separator: ",").map { $0.drop { $0 == " " } }
        let isKnown = known.contains { $0 == tag || $0 == "W/" + tag || $0 == "*" }
        return Answer(status: isKnown ? 304 : 200, type: type, body: isKnown ? [] : body, more: headers)
    }
}

/// Which host names are this machine's own.
enum HostCheck {
    private static let loopback: Set<String> = ["localhost", "127.0.0.1", "[::1]"]

    /// A page elsewhere can make its own name point here; its requests then carry that name.
    static func allows(_ name: String?, bound: String) -> Bool {
        guard let name else { return false }
        if loopback.contains(name) || name == bound.lowercased() || name == "[\(bound.lowercased())]" { return true }
        let isEverywhere = bound == "0.0.0.0" || bound == "::"
        return isEverywhere && (name.hasPrefix("[") || name.allSatisfy { $0.isNumber || $0 == "." })
    }
}
