// The thresholds of this stage, in one place. Tuned on five reports of one story and on two development stories of 14 and 12 reports,
// for precision first; change one only with those measures beside it.

/// Thresholds of linking.
enum Tuning {
    // Copies: of the development pairs, true copies share 0.69 and more of the shorter text, reports that only repeat
    // background paragraphs 0.5 and less.
    static let shingleSize = 6
    static let copyShare = 0.6
    static let copyShareOfLonger = 0.25
    /// Words of the shortest common run shown as a pair of passages.
    static let shownRun = 8
    static let shownRuns = 40
    /// A sentence counts as rewritten where its content words agree by this Jaccard index.
    static let rewrittenSentence = 0.6
    static let rewriteShare = 0.6
    static let fingerprintShare = 0.6
    static let fingerprintSize = 10

    // Names: a slip is forgiven in parts of this many letters and more.
    static let forgivingLength = 6

    // Events.
    static let preciseDays = 3
    static let vagueDays = 45
    /// Days before publication that count as the news itself.
    static let newsDays = 4
    /// Days after publication from which on a day is one that something is set for.
    static let farAhead = 14
    /// Two tellings are one event from this sum of the evidence below on.
    static let eventEvidence = 1.75
    static let sameKind = 1.0
    static let sameRepeatableWord = 0.8
    static let sameRepeatableKind = 0.6
    static let relatedKind = 0.6
    /// Somebody who takes part in few events: by weight.
    static let rareParticipant = 0.5
    static let tellingParticipant = 0.3
    static let strangers = 0.4
    /// Shares of words are reckoned from this sum of weights at least.
    static let fewWords = 2.0
    static let sharedPeople = 0.8
    static let sharedWords = 1.0
    static let samePlace = 0.4
    static let otherPlace = 0.8
    static let sameDay = 0.8
    static let sameBackgroundDay = 1.2
    /// What a telling without a day must share with the only event that its word names.
    static let leastShared = 0.12
    /// So many times as many reports make one of several events the one that is meant.
    static let manyTimes = 4

    // Measures.
    /// A report with this share of its text in another is not counted apart from it.
    static let wholeCopy = 0.95
    /// Words and names that two sentences share where their figures name no thing, or name it in other words.
    static let sharedContext = 2
    /// No series runs over more than this factor.
    static let sizeRatio = 100.0
    static let unnamedRatio = 1.8
    static let handful = 12.0
    /// Code points between an amount and a number that takes its unit.
    static let lendingReach = 12
    /// A bare number of this size behind an amount of money is money too.
    static let largeAmount = 1_000_000.0
    /// Share of an article's mentions of places that a place needs to be that of a figure without one.
    static let placeShare = 0.2

    // Sums of lists.
    static let listedMiss = 0.3
    static let colonReach = 120

    // Figures in dispute.
    static let disputedDays = 10
    static let disputedContext = 0.6

    // Denials.
    static let denialSharedKeys = 3
    static let denialOverlap = 0.5
    static let denialShareOfLonger = 0.34
    /// Statements of a story that may have a word which still says what is denied.
    static let rareKey = 5

    // Commitments.
    static let promiseOverlap = 0.4
    /// Share of a promise's own words that an event must have to show it done.
    static let promiseCovered = 0.4
}
