import Foundation
import Testing

/// The same reports give the same export: twice, in any order, in any grouping of `add`s, from a moved executable.
@Suite struct SameBytesTests {
    private static let reports = root.appendingPathComponent("Examples/port-amelin")

    private func export(_ story: String, program: String = recoupe) throws -> Data {
        let ran = try run(program, ["export", story, "--format", "json"])
        #expect(ran.status == 0, "\(ran.errors)")
        return ran.output
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: Self.reports.path).filter { !$0.hasPrefix(".") }.sorted()
            .map { Self.reports.appendingPathComponent($0).path }
    }

    @Test func twiceInAnyOrderAndInAnyGrouping() throws {
        let scratch = try Scratch()
        let files = try names()
        #expect(files.count >= 12)
        #expect(try run(recoupe, ["build"] + files + ["-o", scratch.path("one.recoupe")]).status == 0)
        let one = try export(scratch.path("one.recoupe"))
        #expect(try run(recoupe, ["build"] + files + ["-o", scratch.path("one.recoupe")]).status == 0)
        #expect(try export(scratch.path("one.recoupe")) == one)

        #expect(try run(recoupe, ["build"] + files.reversed() + ["-o", scratch.path("two.recoupe")]).status == 0)
        #expect(try export(scratch.path("two.recoupe")) == one)

        #expect(try run(recoupe, ["build", files[5], "-o", scratch.path("three.recoupe")]).status == 0)
        for group in [[files[3], files[0]], [files[5]], files.filter { $0 != files[0] }] {
            #expect(try run(recoupe, ["add", scratch.path("three.recoupe")] + group).status == 0)
        }
        #expect(try export(scratch.path("three.recoupe")) == one)
    }

    @Test func theExecutableAloneIsEnough() throws {
        let scratch = try Scratch()
        try FileManager.default.copyItem(atPath: recoupe, toPath: scratch.path("moved"))
        let files = try names()
        #expect(try run(scratch.path("moved"), ["build"] + files + ["-o", "s.recoupe"], in: scratch.url).status == 0)
        #expect(try run(recoupe, ["build"] + files + ["-o", scratch.path("t.recoupe")]).status == 0)
        #expect(try export(scratch.path("s.recoupe"), program: scratch.path("moved")) == export(scratch.path("t.recoupe")))
    }
}
