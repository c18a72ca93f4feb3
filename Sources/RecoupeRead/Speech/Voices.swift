// What a speaker has to be found for (a pronoun, a description, words without attribution) and who could be meant, as values: a question
// with its candidates, each with the marks that speak for or against it. The weights of the marks are learned (`voices.tsv`).
package import RecoupeLanguage

/// Who is meant: asked of one statement.
package struct VoiceQuestion: Sendable {
    /// How the speaker is given: by a pronoun, by a description of a person, an institution or a medium, or not at all.
    package enum Kind: String, Sendable, Hashable, CaseIterable { case pronoun, person, institution, medium, lone }

    /// Somebody who can be meant.
    package struct Candidate: Sendable {
        /// Index into the reading's referents; nothing for somebody without a name.
        package let referent: Int?
        package let name: String
        package let marks: [Mark]
    }

    /// What is looked at in a candidate.
    package enum Mark: String, Sendable, Hashable, CaseIterable {
        case distance0, distance1, distance2, distance3, distance5, distance9, ahead
        case spokeLast, spokeBefore, spokeInParagraph, speaksNext, speaksNextInParagraph, onlyVoice, oftenVoice
        case nobodySince, oneSince, moreSince
        case subjectHere, subjectBefore, opensParagraph, governed, sameParagraph
        case sameGender, unknownGender, otherGender
        case person, organisation, place, medium
        case protagonist, often, once
        case roleHead, roleWords, otherRole, nameHead, nameWords, bare, epithet, generic, unmatched
        case chosen, only, onlyInParagraph, opensAfterVoice, inContent, clauseSubject, unnamed, dominant, early, ownWords, groupWords
        /// Marks of the answer that nobody is meant.
        case nobody, nobodyAgrees, nobodyChosen
    }

    package let kind: Kind
    /// Bytes of what was said.
    package let content: Range<Int>
    package let candidates: [Candidate]
    /// The marks of the answer that nobody is meant.
    package let nobody: [Mark]
    /// The candidate that the rules chose.
    package let chosen: Int?
}

/// Weights of the marks, by kind of question.
package struct VoiceModel: Sendable {
    package static let file = "models/voices.tsv"
    /// The row of weights that all kinds share, and its name in the file.
    package static let shared = VoiceQuestion.Kind.allCases.count
    private static let sharedName = "any"
    /// Weights by kind and mark; the last row counts for every kind.
    package var weights: [[Double]]
    /// How likely the best candidate must be, by kind.
    package var thresholds: [Double]

    package init() {
        weights = (0...Self.shared).map { _ in [Double](repeating: 0, count: VoiceQuestion.Mark.allCases.count) }
        thresholds = VoiceQuestion.Kind.allCases.map { _ in 0.5 }
    }

    /// The pack's model; nothing where the pack has none or an empty one.
    package init?(_ pack: LanguagePack) throws(PackError) {
        let table = try pack.table(Self.file, columns: 3)
        guard !table.rows.isEmpty else { return nil }
        self.init()
        for row in table.rows {
            let number = row[0] == Self.sharedName ? Self.shared : VoiceQuestion.Kind(rawValue: row[0])?.number
            guard let number, let value = Double(row[2]) else {
                throw PackError(file: table.file, line: row.line, trouble: "«\(row[0])» is no kind", remedy: "train the model anew")
            }
            if row[1] == "threshold", number < Self.shared {
                thresholds[number] = value
            } else if let mark = VoiceQuestion.Mark(rawValue: row[1]) {
                weights[number][mark.number] = value
            }
        }
    }

    /// The model as the lines of its file.
    package var lines: [String] {
        let names = VoiceQuestion.Kind.allCases.map(\.rawValue) + [Self.sharedName]
        return names.enumerated().flatMap { number, name in
            (number < Self.shared ? ["\(name)\tthreshold\t\(Self.text(thresholds[number]))"] : [])
                + VoiceQuestion.Mark.allCases.compactMap { mark in
                    let weight = Self.text(weights[number][mark.number])
                    return weight == "0.0" ? nil : "\(name)\t\(mark.rawValue)\t\(weight)"
                }
        }
    }

    private static func text(_ value: Double) -> String { String((value * 1000).rounded() / 1000 + 0) }

    /// How likely each candidate is, and that nobody is meant (the last).
    package func shares(_ question: VoiceQuestion) -> [Double] {
        let (own, all) = (weights[question.kind.number], weights[Self.shared])
        let sums = (question.candidates.map(\.marks) + [question.nobody]).map { marks in
            marks.reduce(0) { $0 + own[$1.number] + all[$1.number] }
        }
        let top = sums.max() ?? 0
        let powers = sums.map { Self.exponential($0 - top) }
        let whole = powers.reduce(0, +)
        return powers.map { $0 / whole }
    }

    /// e to the power of a number that is not positive, by its series: the same on every machine.
    private static func exponential(_ value: Double) -> Double {
        guard value > -30 else { return 0 }
        var sum = 1.0
        var term = 1.0
        let small = value / 1024
        for step in 1...8 {
            term *= small / Double(step)
            sum += term
        }
        for _ in 0..<10 { sum *= sum }
        return sum
    }

    /// The candidate who is meant, if one is likely enough. Of a description, or somebody without a
    /// name who goes on, the rules' answer stands where no other does.
    package func answer(_ question: VoiceQuestion) -> Int? {
        let shares = shares(question)
        let kept: Int? = question.chosen.flatMap { chosen -> Int? in
            switch question.kind {
            case .pronoun: nil
            case .lone: question.candidates[chosen].referent == nil ? chosen : nil
            default: chosen
            }
        }
        guard let best = question.candidates.indices.max(by: { (shares[$0], $1) < (shares[$1], $0) }),
            shares[best] >= thresholds[question.kind.number] - (best == question.chosen ? Self.trust : 0)
        else { return kept }
        let isContested = question.kind == .pronoun && question.chosen != nil && best != question.chosen
        return isContested && shares[best] < Self.certain ? nil : best
    }

    /// How likely somebody must be whom a pronoun means where the rules name another; else it means nobody.
    private static let certain = 0.9

    /// By how much less likely an answer may be that the rules give, too (by the training part of marked news, in eight parts).
    private static let trust = 0.25
}

extension VoiceQuestion.Kind {
    package var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension VoiceQuestion.Mark {
    private static let numbers: [VoiceQuestion.Mark: Int] = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($0.element, $0.offset) })

    package var number: Int { Self.numbers[self] ?? 0 }
}
