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
    static let eventSimilarity = 0.42
    static let eventSimilarityUndated = 0.5
    /// A participant that takes part in more than this share of all mentions tells nothing.
    static let commonParticipant = 0.34

    // Denials.
    static let denialSharedKeys = 3
    static let denialOverlap = 0.4
    static let mostConflictsOfAKind = 12

    // Commitments.
    static let promiseOverlap = 0.5
}
