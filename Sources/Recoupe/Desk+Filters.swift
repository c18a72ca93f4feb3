// The stages as filters: one JSON line in, one JSON line out, in order and without state, so that an existing distributed engine can run
// them. A line that cannot be used gives `{"id": …, "error": "…"}` in its place, and the run goes on.
public import Foundation
internal import RecoupeModel
internal import RecoupeClean
internal import RecoupeIntake
internal import RecoupeLanguage
internal import RecoupeRead
internal import RecoupeStore
internal import RecoupeText

/// The id of a line, given back as it came: a string, a number or null.
public enum LineID: Codable, Sendable, Hashable {
    case text(String)
    case number(Int)
    case none

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let number = try? container.decode(Int.self) {
            self = .number(number)
        } else {
            self = .none
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .none: try container.encodeNil()
        }
    }

    /// The id as an article's id.
    var name: String {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        case .none: ""
        }
    }
}

private struct FilterError: Encodable {
    var id: LineID
    var error: String
}

private struct CleanLine: Decodable {
    var id: LineID?
    var html: String?
    var text: String?
    var paragraphs: [String]?
    var url: String?
}

private struct CleanAnswer: Encodable {
    var id: LineID
    @Nullable var title: String?
    var text: String
    var language: String
    @Nullable var published: Published?
    @Nullable var outlet: String?
    var authors: [String]
    var origins: [Origin]
    var removed: [String]
    @Nullable var url: String?
    var warnings: [RecoupeModel.Warning]
}

private struct ReadLine: Decodable {
    var id: LineID?
    var text: String?
    var tokens: [String]?
    var sentences: [[String]]?
    var language: String?
    var published: String?
}

private struct ReadAnswer: Encodable {
    var id: LineID
    var language: String
    @Nullable var published: Published?
    var sentences: [SentenceRecord]
    var names: [Name]
    var times: [Time]
    var figures: [Figure]
    var statements: [Statement]
    var events: [EventMention]
    var promises: [Promise]
    var referents: [Referent]
    var numbers: [Quantity]?
}

private struct LinkLine: Decodable {
    struct Pair: Decodable {
        var article: Article
        var reading: Reading
    }
    var id: LineID?
    var title: String?
    var readings: [Pair]
}

private struct LinkAnswer: Encodable {
    var id: LineID
    var dossier: Dossier
}

extension Desk {
    /// `{"id", "html" | "text" | "paragraphs", "url"?}` → title, text, language, published, outlet, authors, origins, removed.
    public func cleanLine(_ line: Data) -> Data {
        answer(line, CleanLine.self, \.id) { input, id in
            let page: Page
            if let html = input.html {
                page = try intake.page(html: html, id: id.name, url: input.url)
            } else if let text = input.text ?? input.paragraphs?.joined(separator: "\n\n") {
                page = try intake.page(text: text, id: id.name, url: input.url)
            } else {
                throw DeskError("has none of \"html\", \"text\" and \"paragraphs\"; give one of them")
            }
            let article = cleaner.clean(page)
            return CleanAnswer(
                id: id, title: article.title, text: article.text, language: article.language, published: article.published,
                outlet: article.outlet, authors: article.authors, origins: article.origins, removed: article.removed, url: article.url,
                warnings: article.warnings
            )
        }
    }

    /// `{"id", "text" | "tokens" | "sentences", "language"?, "published"?}` → sentences with tokens, names, times, figures, statements, events.
    /// `numbers` are all numbers of the text with their units, as their grammar reads them, where the desk was opened for them.
    public func readLine(_ line: Data) -> Data {
        answer(line, ReadLine.self, \.id) { input, id in
            let words = input.text == nil ? input.sentences ?? input.tokens.map { [$0] } : nil
            guard let text = input.text ?? words.map({ Reader.text(of: $0) }) else {
                throw DeskError("has none of \"text\", \"tokens\" and \"sentences\"; give one of them")
            }
            let article = Article(
                id: id.name, path: id.name, sha256: sha256(text), text: text, language: input.language ?? cleaner.language(of: text),
                published: try Self.published(input.published)
            )
            let reading = words.map { reader.read(article, words: $0) } ?? reader.read(article, tokens: true)
            return ReadAnswer(
                id: id, language: reading.language, published: reading.published, sentences: reading.sentences, names: reading.names,
                times: reading.times, figures: reading.figures, statements: reading.statements, events: reading.events,
                promises: reading.promises, referents: reading.referents, numbers: readsNumbers ? reader.numbers(in: article) : nil
            )
        }
    }

    private static func published(_ text: String?) throws -> Published? {
        guard let text else { return nil }
        guard let day = CalendarDay(iso: text) else { throw DeskError("\"published\" is no ISO 8601 date: \(text)") }
        return Published(DaySpan(day), stated: true, because: [text])
    }

    /// `{"id", "readings": [{"article", "reading"}]}` → the dossier.
    public func linkLine(_ line: Data) -> Data {
        answer(line, LinkLine.self, \.id) { input, id in
            let reports = input.readings.map { StoredReport(article: $0.article, reading: $0.reading, readWith: "") }
            return LinkAnswer(id: id, dossier: link(reports, title: input.title))
        }
    }

    /// The words of a raw text as CoNLL-U; paragraphs are parted by empty lines.
    public func conllu(_ text: String, language: String) throws(DeskError) -> String {
        guard let answer = reader.conllu(text, language: language) else {
            throw DeskError("there is no language pack \(language); the packs are \(packs.map(\.code).joined(separator: ", "))")
        }
        return answer
    }

    private func answer<Input: Decodable, Answer: Encodable>(
        _ line: Data, _: Input.Type, _ id: (Input) -> LineID?, _ body: (Input, LineID) throws -> Answer
    ) -> Data {
        let input: Input
        do {
            input = try JSON.decoder().decode(Input.self, from: line)
        } catch {
            let known = (try? JSON.decoder().decode(CleanLine.self, from: line))?.id
            return Self.encoded(
                FilterError(id: known ?? .none, error: "is not a JSON object as this filter needs it: \(Self.words(error))"))
        }
        let name = id(input) ?? .none
        do {
            return Self.encoded(try body(input, name))
        } catch {
            return Self.encoded(FilterError(id: name, error: "\(error)"))
        }
    }

    private static func words(_ error: any Error) -> String {
        switch error as? DecodingError {
        case .keyNotFound(let key, _)?: "\"\(key.stringValue)\" is missing"
        case .typeMismatch(_, let context)?, .valueNotFound(_, let context)?:
            context.codingPath.map(\.stringValue).joined(separator: ".") + ": " + context.debugDescription
        default: "no valid JSON"
        }
    }

    private static func encoded(_ value: some Encodable) -> Data {
        do {
            return try JSON.encoder().encode(value)
        } catch {
            return Data(#"{"error":"cannot be written as JSON","id":null}"#.utf8)
        }
    }
}
