// Archives in, their reports out; what is no report, leads out, grows without end or lies too deep costs one line.
import RecoupeModel
import Testing

@testable import RecoupeIntake

@Suite struct ArchiveTests {
    private let page = bytes("<html><body><p>Le pont rouvre.</p></body></html>")
    private let text = bytes("Le bac reprend lundi.")

    @Test(arguments: [Packed.Kind.zip, .tar, .sevenZip, .tarGzip])
    func filesAreReportsWithTheirPlaces(_ kind: Packed.Kind) {
        let taken = Taken(Packed.archive(kind, [("a/été.html", page), ("b.txt", text)]), path: "x")
        #expect(taken.pages.map(\.path) == ["x#a/été.html", "x#b.txt"])
        #expect(taken.pages.map(\.form) == [.html, .text])
        #expect(taken.members.map(\.bytes) == [page, text])
        #expect(taken.troubles.isEmpty)
    }

    @Test func aCompressedReportKeepsItsPath() {
        for packed in [Packed.gzip(text), Packed.xz(text)] {
            let taken = Taken(packed, path: "x.gz")
            #expect(taken.pages.map(\.path) == ["x.gz"])
            #expect(taken.members.first?.bytes == text)
        }
    }

    @Test func whatIsNoReportIsCountedInOneLine() {
        let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]
        let style = bytes("body { margin: 0; }\n.a { color: red; padding: 1px; }\n.b { color: blue; }\n")
        let taken = Taken(Packed.archive(.zip, [("a.png", picture), ("s.css", style), ("b.txt", text), (".hidden", text)]), path: "x")
        #expect(taken.pages.map(\.path) == ["x#b.txt"])
        #expect(taken.troubles.count == 1)
        #expect(taken.troubles.first?.contains("2 files in it are no report (such as a.png)") == true)
    }

    @Test(arguments: [Packed.Kind.zip, .tar, .sevenZip])
    func namesThatLeadOutAreRefused(_ kind: Packed.Kind) {
        let taken = Taken(Packed.archive(kind, [("../../etc/a.txt", text), ("/b.txt", text), ("c/d..txt", text)]), path: "x")
        #expect(taken.pages.map(\.path) == ["x#c/d..txt"])
        #expect(taken.troubles.count == 2)
        #expect(taken.troubles.allSatisfy { $0.contains("leads out of its archive") })
    }

    @Test func archivesInArchivesAreOpened() {
        let inner = Packed.archive(.zip, [("a.html", page)])
        let taken = Taken(Packed.archive(.tarGzip, [("in.zip", inner), ("b.txt.gz", Packed.gzip(text))]), path: "x")
        #expect(taken.pages.map(\.path) == ["x#in.zip#a.html", "x#b.txt.gz"])
    }

    @Test func nestingHasALimit() {
        var packed = text
        for _ in 0..<6 { packed = Packed.archive(.zip, [("in.zip", packed)]) }
        let taken = Taken(packed, path: "x", limits: IntakeLimits(nesting: 4))
        #expect(taken.pages.isEmpty && taken.troubles.count == 1)
        #expect(taken.troubles.first?.contains("packed more than 4 times over") == true)
        #expect(Taken(packed, path: "x").pages.count == 1)
    }

    @Test func reportsHaveALimit() {
        let files = (1...9).map { ("\($0).txt", bytes("Le rapport numéro \($0).")) }
        let taken = Taken(Packed.archive(.zip, files), path: "x", limits: IntakeLimits(reports: 4))
        #expect(taken.pages.count == 4)
        #expect(taken.troubles.count == 1 && taken.troubles.first?.contains("more than 4 reports") == true)
    }

    @Test func aLargeFileInItIsPassedOver() {
        let files = [("large.txt", [UInt8](repeating: 0x61, count: 5000)), ("b.txt", text)]
        let taken = Taken(Packed.archive(.zip, files), path: "x", limits: IntakeLimits(bytes: 1000))
        #expect(taken.pages.map(\.path) == ["x#b.txt"])
        #expect(taken.troubles.count == 1 && taken.troubles.first?.hasPrefix("x#large.txt: has more than the 1000 bytes") == true)
    }

    @Test func whatUnpacksWithoutEndIsStopped() {
        let bomb = [UInt8](repeating: 0x20, count: 40 << 20)
        let many = (1...3).map { ("\($0).txt", bomb) }
        for packed in [Packed.archive(.zip, many), Packed.gzip(bomb), Packed.archive(.tarGzip, many), Packed.gzip(Packed.gzip(bomb))] {
            let taken = Taken(packed, path: "x")
            #expect(taken.pages.isEmpty)
            #expect(taken.troubles.count == 1, "\(taken.troubles)")
            #expect(taken.troubles.first?.contains("unpacks to more than 200 times its size") == true)
        }
    }

    @Test func aDamagedArchiveGivesWhatIsWhole() {
        func number(_ seed: Int) -> String { (1..<400).map { String($0 &* $0 &* 7919 &* (seed + 13) % 99_991) }.joined(separator: " ") }
        let files = (1...9).map { ("\($0).txt", bytes("Le rapport \($0), " + number($0))) }
        for kind in [Packed.Kind.tarGzip, .tar] {
            let packed = Packed.archive(kind, files)
            let taken = Taken(Array(packed.prefix(packed.count / 2)), path: "x")
            #expect(!taken.pages.isEmpty && taken.pages.count < 9)
            #expect(taken.troubles.count == 1, "\(taken.troubles)")
            #expect(taken.troubles.first?.contains("cannot be unpacked to its end") == true)
        }
    }

    @Test func encryptedFilesAreNamed() {
        // A zip of one file `a.txt` whose head says that it is encrypted.
        var packed = Packed.archive(.zip, [("a.txt", text)])
        for index in packed.indices.dropLast(8) where packed[index...].starts(with: [0x50, 0x4B, 0x03, 0x04]) { packed[index + 6] |= 1 }
        for index in packed.indices.dropLast(9) where packed[index...].starts(with: [0x50, 0x4B, 0x01, 0x02]) { packed[index + 8] |= 1 }
        let taken = Taken(packed, path: "x")
        #expect(taken.troubles.count == 1 && taken.troubles.first?.contains("is encrypted") == true, "\(taken.troubles)")
    }

    @Test func emptyArchivesAndSpreadsheetsAreNamed() {
        #expect(Taken(Packed.archive(.zip, []), path: "x").pages.isEmpty)
        let sheet = Packed.archive(.zip, [("xl/workbook.xml", text)])
        #expect(Taken(sheet, path: "x").troubles.first?.contains("a table of Excel") == true)
    }
}
