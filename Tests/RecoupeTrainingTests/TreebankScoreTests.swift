import Foundation
import Testing

@testable import RecoupeTraining

private let scoringFolder = ProcessInfo.processInfo.environment["RECOUPE_UD_SCORING"].map { URL(fileURLWithPath: $0) }

@Suite struct TreebankScoreTests {
    private static let gold = """
        # text = Il va au bal.
        1\tIl\til\tPRON\t_\tPerson=3\t2\tnsubj\t_\t_
        2\tva\taller\tVERB\t_\tMood=Ind|VerbForm=Fin\t0\troot\t_\t_
        3-4\tau\t_\t_\t_\t_\t_\t_\t_\t_
        3\tà\tà\tADP\t_\t_\t5\tcase\t_\t_
        4\tle\tle\tDET\t_\tDefinite=Def\t5\tdet\t_\t_
        5\tbal\tbal\tNOUN\t_\tGender=Masc\t2\tobl:arg\t_\tSpaceAfter=No
        6\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

        """

    private func score(_ change: (String) -> String) throws -> TreebankScore {
        let gold = try Treebank(Array(Self.gold.utf8), file: "gold")
        let system = try Treebank(Array(change(Self.gold).utf8), file: "system")
        return try #require(TreebankScore(gold: gold, system: system))
    }

    @Test func sameIsWhole() throws {
        let score = try score { $0 }
        #expect(score.figures.allSatisfy { $0.match.f1 == 1 })
    }

    @Test func wrongHeadAndTag() throws {
        let score = try score { $0.replacing("\tNOUN\t_\tGender=Masc\t2", with: "\tVERB\t_\tGender=Fem\t1") }
        #expect(score["UPOS"].correct == 5)
        #expect(score["UFeats"].correct == 5)
        #expect(score["LAS"].correct == 5)
        #expect(score["Words"].f1 == 1)
    }

    @Test func unsplitMultiword() throws {
        let score = try score {
            $0.replacing("3-4\tau\t_\t_\t_\t_\t_\t_\t_\t_\n", with: "").replacing("3\tà\tà\t", with: "3\tau\tau\t")
                .replacing("4\tle\tle\tDET\t_\tDefinite=Def\t5\tdet\t_\t_\n", with: "").replacing("5\tbal", with: "4\tbal")
                .replacing("\n6\t.", with: "\n5\t.").replacing("\t5\tcase", with: "\t4\tcase")
        }
        #expect(score["Tokens"].f1 == 1)
        #expect(score["Words"].correct == 4)
    }

    /// The official script's own figures for a pair of files, where a folder with them is named.
    @Test(.enabled(if: scoringFolder != nil, "RECOUPE_UD_SCORING names no folder with gold.conllu, system.conllu, official.txt"))
    func officialFigures() throws {
        let folder = try #require(scoringFolder)
        func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: folder.appendingPathComponent(name))) }
        let score = try #require(
            TreebankScore(
                gold: Treebank(bytes("gold.conllu"), file: "gold.conllu"), system: Treebank(bytes("system.conllu"), file: "system.conllu")))
        let official = String(decoding: try bytes("official.txt"), as: UTF8.self).split(separator: "\n").dropFirst(2)
        var compared = 0
        for line in official {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard score.figures.contains(where: { $0.name == cells[0] }) else { continue }
            let match = score[cells[0]]
            let mine = [match.precision, match.recall, match.f1].map { percent($0).trimmingCharacters(in: .whitespaces) }
            #expect(mine == Array(cells[1...3]), "\(cells[0])")
            compared += 1
        }
        #expect(compared == score.figures.count)
    }
}
