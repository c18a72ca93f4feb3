// The tags of a language: a part of speech with its features. A tag's score is the sum of the lanes of its parts, so that what is learned
// of a gender or a tense is shared by all tags that have it (factored tagging; Müller et al. 2013 prune in the same spirit).
internal import CKernels

/// All tags that a language's model gives.
package struct TagSet: Sendable {
    /// As in the model: `NOUN Gender=Masc|Number=Sing`.
    package let names: [String]
    package let parts: [PartOfSpeech]
    package let morphologies: [Morphology]
    /// The lanes of all tags, one after another; those of tag `t` are `laneStarts[t]..<laneStarts[t + 1]`.
    package let lanes: [UInt8]
    package let laneStarts: [Int]
    private let shortStarts: [UInt16]
    package let laneCount: Int

    package init(names: [String]) {
        self.names = names
        parts = names.map { PartOfSpeech(code: String($0.prefix { $0 != " " })) ?? .other }
        morphologies = names.map { Morphology(feats: String($0.drop { $0 != " " }.dropFirst())) }
        var numbers: [String: Int] = [:]
        var lanes: [UInt8] = []
        var starts = [0]
        for name in names {
            for unit in Self.units(name) {
                let number = numbers[unit] ?? numbers.count
                numbers[unit] = number
                lanes.append(UInt8(truncatingIfNeeded: number))
            }
            starts.append(lanes.count)
        }
        self.lanes = lanes
        laneStarts = starts
        shortStarts = starts.map { UInt16(truncatingIfNeeded: $0) }
        laneCount = numbers.count
    }

    /// The units of a tag that have lanes. Gender and number are parted by the kinds of words that show them differently.
    private static func units(_ name: String) -> [String] {
        let cells = name.split(separator: " ")
        let part = cells.first.map { String($0) } ?? "X"
        let group = part == "NOUN" || part == "PROPN" || part == "ADJ" ? part : "other"
        let feats = cells.count > 1 ? cells[1].split(separator: "|").map { String($0) } : []
        return [part] + feats.map { $0.hasPrefix("Gender=") || $0.hasPrefix("Number=") ? group + " " + $0 : $0 }
    }

    /// The tag with the highest score; the first of equals.
    @inline(__always)
    package func best(_ scores: UnsafeBufferPointer<Int16>) -> Int {
        recoupe_best_sum(scores.baseAddress, lanes, shortStarts, names.count)
    }
}

extension Morphology {
    /// The features that a `FEATS` cell states; `_` states none.
    package init(feats: String) {
        self.init()
        self.feats = feats == "_" ? "" : feats
        for feature in self.feats.split(separator: "|") {
            switch feature {
            case "Mood=Ind": mood = .indicative
            case "Mood=Cnd": mood = .conditional
            case "Mood=Sub": mood = .subjunctive
            case "Mood=Imp": mood = .imperative
            case "Tense=Pres": tense = .present
            case "Tense=Past": tense = .past
            case "Tense=Imp": tense = .imperfect
            case "Tense=Fut": tense = .future
            case "VerbForm=Fin": form = .finite
            case "VerbForm=Inf": form = .infinitive
            case "VerbForm=Part": form = .participle
            case "VerbForm=Ger": form = .gerund
            case "Person=1": person = 1
            case "Person=2": person = 2
            case "Person=3": person = 3
            case "Number=Sing": isPlural = false
            case "Number=Plur": isPlural = true
            case "Gender=Masc": isFeminine = false
            case "Gender=Fem": isFeminine = true
            default: break
            }
        }
    }
}
