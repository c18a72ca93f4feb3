// Any bytes in: a report, a line of trouble, or nothing, but never a crash and never without end. Samples of each format are cut, spliced
// and flipped; the seed is fixed, so that a failure comes again.
import Foundation
import RecoupeModel
import RecoupeTraining
import Testing

@testable import RecoupeIntake

/// A small input of each format.
enum Samples {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Samples")

    static let all: [(name: String, bytes: [UInt8])] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().map { ($0, (try? [UInt8](Data(contentsOf: folder.appendingPathComponent($0)))) ?? []) }
    }()
}

@Suite struct AnyBytesTests {
    /// Small limits, so that an input that grows is noticed by its time.
    private let intake = Intake(limits: IntakeLimits(bytes: 1 << 20, reports: 50, seconds: 5), pdfProgram: "true")

    private func read(_ bytes: [UInt8]) {
        var count = 0
        for found in intake.members(bytes, path: "any") {
            if case .report(let member) = found { _ = try? intake.page(member) }
            count += 1
            if count > 500 { Issue.record("without end"); return }
        }
    }

    @Test func wholeSamplesAreRead() {
        #expect(Samples.all.count >= 27)
        for sample in Samples.all where sample.name != "sitemap.xml" {
            let taken = Taken(sample.bytes)
            #expect(!taken.pages.isEmpty, "\(sample.name): \(taken.troubles)")
        }
    }

    @Test(arguments: Samples.all.indices)
    func damagedSamplesAreReadOrRefused(_ index: Int) {
        var mutator = Mutator(seed: UInt64(index) + 1)
        let sample = Samples.all[index].bytes
        for number in 0..<40 { read(mutator.mutated(sample, with: Samples.all[(index + number) % Samples.all.count].bytes)) }
    }

    @Test(arguments: Samples.all.indices)
    func samplesCutAnywhereAreReadOrRefused(_ index: Int) {
        let sample = Samples.all[index].bytes
        for part in 0..<16 { read(Array(sample.prefix(sample.count * part / 16))) }
    }

    @Test func randomBytesAfterEachBeginningAreRefused() {
        var random = SeededGenerator(99)
        for sample in Samples.all {
            for _ in 0..<6 { read(Array(sample.bytes.prefix(12)) + (0..<400).map { _ in UInt8.random(in: 0...255, using: &random) }) }
        }
    }

    @Test func whatIsKeptOfAReportGivesItAgain() throws {
        for sample in Samples.all {
            for member in Taken(sample.bytes).members {
                // Here no program reads PDF.
                guard let page = try? intake.page(member) else { continue }
                let again = Taken(member.bytes).pages
                #expect(again.contains { $0.words == page.words }, "\(sample.name)")
                let kept = intake.member(
                    kept: member.bytes, digest: member.digest, path: member.path, surroundings: member.surroundings)
                guard case .report(let same) = kept else { Issue.record("\(sample.name): \(kept)"); continue }
                let anew = try intake.page(same)
                #expect(
                    anew.path == page.path && anew.utf8 == page.utf8 && anew.form == page.form
                        && anew.url == page.url)
                #expect(anew.provenance == page.provenance && anew.warnings == page.warnings, "\(sample.name)")
            }
        }
    }

    @Test func theSameBytesGiveTheSameReports() {
        for sample in Samples.all { #expect(Taken(sample.bytes).members.map(\.digest) == Taken(sample.bytes).members.map(\.digest)) }
    }
}
