// The closed classes of words that the finders of statements, events and promises ask for. What belongs to a class is data of the pack
// (`grammar.tsv`); the names of the classes are those of that file.

/// A closed class of words.
package enum WordClass: String, Sendable, CaseIterable {
    case definite, indefinite, possessive, preposition, of, to, on, against
    case forward = "for"
    case that, whether, subordinator, relative
    case subjectRelative = "subject-relative"
    case which, coordinator, clitic, reflexive, adverb, negation
    case title
    case venuePreposition = "venue-preposition"
    case audiencePreposition = "audience-preposition"
    case venue, audience, same, last
    case passiveBy = "passive-by"
    case infinitiveNegation = "infinitive-negation"
    case have, be, go, must, can, lead, echo, among
    case `as`
    case gerundEnding = "gerund-ending"
    case noSource = "no-source"
    case question, answer
    /// Marks of a possessor before its noun; a language that has them puts what specifies a noun before it (`police chief`).
    case genitive
    /// The letter between a verb and its inverted pronoun (`a-t-il`).
    case linkLetter = "link-letter"
    /// Conjunctions that set another clause against the one before.
    case contrast
    /// Words of amount before the noun that is counted (`plus de`, `la moitié des`).
    case quantity
    case whatever, tonic, feminine, masculine, agreeing, we
    case byDeadline = "by-deadline"
    case plannedWord = "planned-word"
    case placePreposition = "place-preposition"
    case firstPerson = "first-person"
    case adverbEnding = "adverb-ending"
    case infinitiveEnding = "infinitive-ending"
    /// Prepositions of the start of a time that lasts, of its end, and of the time during which; and their conjunctions.
    case since, until, during, when, after
    /// Conjunctions of what is not said to be so, and those that state a fact in the subjunctive.
    case unless = "if"
    case factual
    /// Verbs whose infinitive has happened where they have (`parvenir à`).
    case achieving
    /// Prepositions of a purpose or a lack: what follows has not happened.
    case unreal
    /// Words that make a verb's negation one (`pas`); without them it may only limit (`ne … que`).
    case negative
    /// Words before a time that dates nothing.
    case aside
    /// What a thing announced for a day is said to be from then on (`accessible`).
    case ready
    /// Verbs (lemmas) whose conditional is a duty, a wish or a chance; those of a state, whose conditional in a report is hearsay.
    case modal, stative
    /// Words of a hypothesis, words before which they make none, and subjects whose conditional only thinks something through.
    case hypothesis, even, pointing

    /// The class as a set of one.
    package var set: WordClasses { WordClasses(rawValue: 1 << UInt128(Self.allCases.firstIndex(of: self) ?? 127)) }
}

/// Some classes of words.
package struct WordClasses: OptionSet, Sendable, Hashable {
    package let rawValue: UInt128

    package init(rawValue: UInt128) { self.rawValue = rawValue }

    package static let determiners: WordClasses = [.definite, .indefinite, .possessive]
    package static let definite = WordClass.definite.set
    package static let indefinite = WordClass.indefinite.set
    package static let possessive = WordClass.possessive.set
    package static let preposition = WordClass.preposition.set
    package static let of = WordClass.of.set
    package static let to = WordClass.to.set
    package static let that = WordClass.that.set
    package static let whether = WordClass.whether.set
    package static let subordinator = WordClass.subordinator.set
    package static let relative = WordClass.relative.set
    package static let subjectRelative = WordClass.subjectRelative.set
    package static let which = WordClass.which.set
    package static let coordinator = WordClass.coordinator.set
    package static let clitic = WordClass.clitic.set
    package static let reflexive = WordClass.reflexive.set
    package static let adverb = WordClass.adverb.set
    package static let negation = WordClass.negation.set
    package static let title = WordClass.title.set
    package static let venuePreposition = WordClass.venuePreposition.set
    package static let audiencePreposition = WordClass.audiencePreposition.set
    package static let venue = WordClass.venue.set
    package static let audience = WordClass.audience.set
    package static let passiveBy = WordClass.passiveBy.set
    package static let firstPerson = WordClass.firstPerson.set
    package static let echo = WordClass.echo.set
}
