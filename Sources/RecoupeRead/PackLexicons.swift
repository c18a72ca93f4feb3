// A language pack comes in; the lexicons that several finders look into go out, each read once.
package import RecoupeLanguage

/// What the finders of one language share.
package struct PackLexicons: Sendable {
    package let pack: LanguagePack
    let grammar: Grammar
    let speech: SpeechLexicon
    let events: EventLexicon
    let keys: ContentKeys
    /// The tables that rules for times and figures name.
    let rules: RuleLexicon
    let marks: WordMarks
    let (times, figures): (RuleSet, RuleSet)
    package let lexer: Lexer

    private static let tables = ["calendar.tsv", "numbers.tsv", "units.tsv"]
    private static let ruleFiles = ["times.rules", "figures.rules", "quantities.rules"]

    package init(_ pack: LanguagePack) throws(PackError) {
        self.pack = pack
        grammar = try Grammar(pack)
        speech = try SpeechLexicon(pack, grammar: grammar)
        events = try EventLexicon(pack, grammar: grammar)
        keys = try ContentKeys(pack)
        rules = try RuleLexicon(pack, tables: Self.tables, facts: Fact.names, common: Fact.common, rules: Self.ruleFiles)
        marks = WordMarks(rules)
        times = try RuleSet(pack, "times.rules", lexicon: rules)
        figures = try RuleSet(pack, "figures.rules", lexicon: rules)
        lexer = try Lexer(pack, lexicon: rules, keys: [times.keys, figures.keys])
    }
}
