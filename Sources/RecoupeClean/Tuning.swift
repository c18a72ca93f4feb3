// The thresholds of the stage, in one place, each with what it was tuned on.

/// Numbers that decide. Tuned on news pages of some two hundred English sites and on pasted French reports.
enum Tuning {
    /// A sentence of so many words is running text.
    static let proseWords = 6
    /// A block of so many words is running text even without a full stop.
    static let longWords = 26
    /// Lines longer than this are no furniture.
    static let furnitureWords = 45
    /// Hard-wrapped text: so many lines with a neighbour, none wider than this many characters (RFC 3676 and old mail use 72 to 80).
    static let wrappedLines = 4
    static let wrappedWidth = 100
    /// So many words decide the language; function words are such a share of French and English news (40 to 50 % there; Spanish and
    /// Italian share a fifth with French), and marks of the language alone such a share.
    static let languageWords = 1200
    static let languageShare = 0.20
    static let languageMarks = 0.045
    static let languageFewWords = 40
    /// Fewer words than these have no shares that tell anything.
    static let fewLanguageWords = 12
    /// A word of telling stands no further than this from the medium that was told.
    static let tellingWords = 16
    /// From the first word of a cue to the last of the name that it goes with there are no more words.
    static let citedWords = 12
    /// No name of an agency, a medium or another source has so many words.
    static let nameWords = 12
    /// The title and the byline stand among the first blocks.
    static let headBlocks = 10
    /// A title has no more words than this.
    static let titleWords = 40
    /// A byline or date line has no more words than this.
    static let bylineWords = 30
    /// A line that names authors and nothing else has no more words.
    static let authorWords = 14
    /// A date line has no more words beside the date.
    static let datelineWords = 12
    /// Date lines stand so many blocks above the title and below the first running text.
    static let dateAbove = 6
    static let dateBelow = 4
    /// So many lines below the title are looked at for a day; marked elements stand so many nodes from the title or the text's end.
    static let dateLines = 14
    static let dateNodes = 60
    /// A marked element may stand below so many paragraphs of the text.
    static let dateParagraphs = 2
    /// A box with other reports has no more lines.
    static let boxLines = 14
    /// A line of a box on an HTML page has at least such a share of its letters in links.
    static let boxLinks = 0.6
    /// A caption that reads as a sentence has no more words.
    static let captionWords = 40
    /// A masthead has no more words, its line no more with what else stands there, and it stands so many lines below the title.
    static let mastheadWords = 6
    static let mastheadLine = 20
    static let mastheadBelow = 5
    /// Lines after the last running text that are longer than this stay in.
    static let tailWords = 12
    /// A block stays from these log-odds on (a probability of 0.33). Cross-validated by site on 421 English pages: from −0.85 to −0.6 is
    /// best, 0 costs half a point of F1.
    static let bodyOdds: Float = -0.7
    /// A block whose log-odds are so far from that bound after some of the trees is decided.
    static let bodyMargin: Float = 3.5
    /// What a tree that is not yet walked may still add on average: more than it ever did, from 178 trees on, on 178,000 blocks.
    static let bodyMarginATree: Float = 0.018
    /// A body stated in linked data of so many words takes the place of one that has less than a third of them.
    static let statedWords = 80
    static let statedTimes = 3
    /// A report of which the page keeps the rest has no more words; one of no more than the second number is taken for such a stub by
    /// what the linked data say alone.
    static let stubWords = 350
    static let stubFewWords = 120
    /// What was taken out is listed as far as so many blocks around the article.
    static let nearBlocks = 6
}
