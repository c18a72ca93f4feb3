import Foundation
import RecoupeText

/// What a careful reader finds in one report of the example story: the shape of `Examples/expected/*.json`.
struct ExpectedReport: Decodable {
    struct Published: Decodable {
        var earliest: String
        var latest: String
        var stated: Bool
    }
    struct Named: Decodable { var name: String }
    struct Dated: Decodable {
        var text: String
        var value: String
        var also: [String]?
        var optional: Bool?
    }
    struct Counted: Decodable {
        var text: String
        var value: Double?
        var low: Double?
        var hedge: String?
        var counted: String?
        var unit: String?
        var optional: Bool?
    }
    struct Said: Decodable {
        var speaker: [String]
        var mode: String
        var content: String
        var optional: Bool?
    }
    struct Entity: Decodable {
        var kind: String
        var mentions: [String]
    }
    struct Happened: Decodable {
        var what: String
        var keywords: [String]
        var when: String?
        var optional: Bool?
    }

    var article: String
    var language: String
    var title: String
    var published: Published?
    var outlet: String?
    var origins: [Named]?
    var junk: [String]?
    var times: [Dated]?
    var figures: [Counted]?
    var statements: [Said]?
    var entities: [Entity]?
    var events: [Happened]?
}

/// What holds between the reports: the shape of `Examples/expected/across.json`.
struct ExpectedStory: Decodable {
    struct Point: Decodable {
        var article: String
        var value: Double
    }
    struct Series: Decodable {
        var label: String
        var points: [Point]
    }
    struct Promised: Decodable {
        var what: String
        var deadline: String?
        var outcome: String
        var keptIn: [String]
        var keywords: [String]
    }
    struct Contradiction: Decodable {
        var kinds: [String]
        var articles: [String]
        var keywordsA: [String]?
        var keywordsB: [String]?
        var why: String
        var optional: Bool?
    }
    struct Group: Decodable { var articles: [String] }

    var sameEntity: [[String]]
    var differentEntity: [[String]]
    var measures: [Series]
    var commitments: [Promised]
    var conflicts: [Contradiction]
    var copies: [Group]
    var mayCopy: [[String]]
}

/// The share of common words, over the longer of two texts.
func overlap(_ a: String, _ b: String) -> Double {
    let left = foldedWords(a)
    var rest = foldedWords(b)
    guard !left.isEmpty, !rest.isEmpty else { return 0 }
    let longer = Double(max(left.count, rest.count))
    var common = 0.0
    for word in left {
        guard let index = rest.firstIndex(of: word) else { continue }
        rest.remove(at: index)
        common += 1
    }
    return common / longer
}

/// Texts compared without case, accents, quotation marks and the width of blanks.
func plain(_ text: String) -> String {
    folded(text).split { $0.isWhitespace || "«»“”\"".contains($0) }.joined(separator: " ")
}
