// A reading parts a quotation into its sentences, a dossier gives it as one statement. Here the sentences of one quotation become one
// again, and what points at them points at the whole. Words that the report puts into nobody's mouth are no statements of a dossier.

extension Reading {
    /// The reading with one statement for each quotation; `text` is the article's.
    public func joiningQuotations(in text: String) -> Reading {
        let scalars = Array(text.unicodeScalars)
        var joined: [Statement] = []
        var moved: [String: String] = [:]
        for statement in statements where !statement.isUncarried {
            guard let last = joined.last, let quotation = statement.quotation, last.quotation == quotation,
                last.content.start <= statement.content.start, statement.content.end <= scalars.count
            else {
                joined.append(statement)
                continue
            }
            moved[statement.id] = last.id
            joined[joined.count - 1] = last.joined(with: statement, scalars)
        }
        guard joined.count < statements.count else { return self }
        var reading = self
        reading.statements = joined
        for index in figures.indices { reading.figures[index].saidBy = figures[index].saidBy.map { moved[$0] ?? $0 } }
        for index in events.indices { reading.events[index].saidBy = events[index].saidBy.map { moved[$0] ?? $0 } }
        for index in promises.indices { reading.promises[index].statement = promises[index].statement.map { moved[$0] ?? $0 } }
        return reading
    }
}

extension Statement {
    /// This statement with the next sentence of its quotation.
    fileprivate func joined(with next: Statement, _ scalars: [Unicode.Scalar]) -> Statement {
        var whole = self
        whole.content = Self.passage(article, content.start, max(content.end, next.content.end), scalars)
        let bounds = Self.passage(article, min(start, next.start), max(end, next.end), scalars)
        (whole.start, whole.end, whole.text) = (bounds.start, bounds.end, bounds.text)
        whole.contentKeys = Set(contentKeys + next.contentKeys).sorted()
        whole.negated = negated || next.negated
        return whole
    }

    private static func passage(_ article: String, _ start: Int, _ end: Int, _ scalars: [Unicode.Scalar]) -> Passage {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[start..<max(start, min(end, scalars.count))])
        return Passage(article: article, start: start, end: end, text: String(view))
    }
}
