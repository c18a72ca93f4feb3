// Who said what: by speaker, those who speak most first; what has no sure speaker stands apart and says so.
internal import RecoupeModel
internal import RecoupeText

extension PageWriter {
    func statements() -> Markup {
        let speakers = view.dossier.entities.filter { view.statementsBySpeaker[$0.id] != nil }
            .sorted { (-count($0), folded($0.name), $0.id) < (-count($1), folded($1.name), $1.id) }
        let unsure = view.dossier.statements.filter { statement in statement.speaker.flatMap { view.entities[$0] } == nil }
        var groups = speakers.map { group($0) }
        if !unsure.isEmpty {
            groups.append([
                "id": "by-nobody", "name": .text(words("ui.no_sure_speaker")), "role": .text(words("ui.no_sure_speaker_note")),
                "href": .nothing,
                "count": .text(words.count("count.statements", unsure.count)),
                "statements": .list(inOrder(unsure).map { value($0, named: false) }),
            ])
        }
        let index: [Value] = groups.count > 3 ? groups : []
        return fill(
            "statements",
            ["index": index.isEmpty ? .nothing : ["speakers": .list(index)], "groups": .list(groups), "none": .flag(groups.isEmpty)])
    }

    private func count(_ entity: Entity) -> Int { view.statementsBySpeaker[entity.id]?.count ?? 0 }

    private func group(_ entity: Entity) -> Value {
        let statements = view.statementsBySpeaker[entity.id] ?? []
        return [
            "id": .text("by-" + entity.id), "name": .text(entity.name), "role": Value(entity.roles.first?.text),
            "href": .text(links.item(entity.id, in: .entities)), "count": .text(words.count("count.statements", statements.count)),
            "statements": .list(inOrder(statements).map { value($0, named: true) }),
        ]
    }

    /// By the day of saying, else of publication; then by place.
    private func inOrder(_ statements: [Statement]) -> [Statement] {
        func key(_ statement: Statement) -> (String, Passage) {
            let said = statement.saidOn.flatMap { DaySpan(timex: $0)?.earliest } ?? view.article(statement.article)?.published?.earliest
            return (said?.description ?? "9999", statement.passage)
        }
        return statements.map { (key($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    private func value(_ statement: Statement, named: Bool) -> Value {
        let (lead, tail) = frame(of: statement)
        return [
            "lead": Value(lead), "tail": Value(tail), "id": .text(statement.id), "content": .text(statement.content.text),
            "content_lang": .text(view.article(statement.article)?.language ?? "und"),
            "said_on": time(timex: statement.saidOn), "venue": Value(statement.venue), "to": Value(statement.to),
            "named_as": namedAs(statement, named: named), "badges": .list(badges(statement)),
            "passage": passage(statement.passage, around: false),
        ]
    }

    /// The statement's words before and after its content: cue, speaker, quotation marks.
    private func frame(of statement: Statement) -> (lead: String, tail: String) {
        guard let text = view.texts[statement.article], statement.passage.contains(statement.content) else { return ("", "") }
        let opening = statement.mode == .direct ? Self.openingMark(text.slice(statement.start - 2, statement.start)) : ""
        return (opening + text.slice(statement.start, statement.content.start), text.slice(statement.content.end, statement.end))
    }

    /// The quotation mark, and the blank after it, that a text ends with.
    private static func openingMark(_ text: String) -> String {
        let marks = text.unicodeScalars.split(omittingEmptySubsequences: false) { $0.properties.isWhitespace }
        guard let last = marks.last(where: { !$0.isEmpty }), let mark = last.last,
            mark == "\"" || mark.properties.generalCategory == .initialPunctuation
        else { return "" }
        return String(mark) + text.unicodeScalars.reversed().prefix { $0.properties.isWhitespace }.map { String($0) }.reversed().joined()
    }

    /// The words that stand for the speaker in the report, where they are not the name above.
    private func namedAs(_ statement: Statement, named: Bool) -> Value {
        guard let text = statement.speakerText else { return named ? .text(words("ui.speaker_unwritten")) : .nothing }
        let name = statement.speaker.flatMap { view.entities[$0]?.name }
        if named, let name, folded(name) == folded(text) { return .nothing }
        return .text(words("speaker.named_as", ["words": text]))
    }

    private func badges(_ statement: Statement) -> [Value] {
        var badges = [badge("mode", statement.mode.rawValue)]
        if statement.stance != .assert { badges.append(badge("stance", statement.stance.rawValue, style: "stance")) }
        if statement.negated { badges.append(badge("stance", "negated", style: "stance")) }
        if statement.hearsay { badges.append(badge("doubt", "hearsay", style: "doubt")) }
        if statement.anonymous { badges.append(badge("doubt", "anonymous", style: "doubt")) }
        return badges + doubts(statement.doubts)
    }

    /// The speaker for a short mention; the words of the report where nobody sure is behind them.
    func speakerName(_ statement: Statement) -> String {
        statement.speaker.flatMap { view.entities[$0]?.name } ?? statement.speakerName ?? statement.speakerText
            ?? words("ui.no_sure_speaker")
    }
}
