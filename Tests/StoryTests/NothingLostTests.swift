import Foundation
import Testing

/// Nothing stored is lost, whatever is killed and whenever, and where the disk is full.
@Suite struct NothingLostTests {
    private static let reports = root.appendingPathComponent("Examples/port-amelin").path

    /// A folder of many reports, so that an `add` takes long enough to be killed in the middle.
    private func many(_ scratch: Scratch, count: Int) throws -> String {
        for number in 0..<count {
            let text =
                "Le pont numéro \(number)\n\n" + String(repeating: "Le pont \(number) de Vaubert a rouvert mardi 4 juin 2024. ", count: 40)
            try scratch.write("many/\(number).txt", text)
        }
        return scratch.path("many")
    }

    @Test(arguments: [40, 150, 400, 900])
    func aKilledAddLeavesTheDossierWhole(milliseconds: Int) throws {
        let scratch = try Scratch()
        let story = scratch.path("s.recoupe")
        #expect(try run(recoupe, ["build", Self.reports, "-o", story]).status == 0)
        let before = try run(recoupe, ["show", story, "reports"]).output.split(separator: 0x0A).map { Data($0) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: recoupe)
        process.arguments = ["add", story, try many(scratch, count: 600)]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        usleep(UInt32(milliseconds) * 1000)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let after = try run(recoupe, ["show", story, "reports"])
        #expect(after.status == 0, "\(after.errors)")
        #expect(Set(before).isSubset(of: Set(after.output.split(separator: 0x0A).map { Data($0) })))
        #expect(try run(recoupe, ["add", story, Self.reports]).status == 0)
    }

    @Test func aFullDiskKeepsWhatWasStored() throws {
        let scratch = try Scratch()
        let story = scratch.path("s.recoupe")
        #expect(try run(recoupe, ["build", Self.reports + "/.", "-o", story]).status == 0)
        let before = try run(recoupe, ["show", story, "reports"]).output.split(separator: 0x0A).map { Data($0) }
        let size = try Data(contentsOf: URL(fileURLWithPath: story)).count
        let limit = "trap '' XFSZ; ulimit -f \(size / 1024 + 8); exec \"$0\" add \"$1\" \"$2\""
        let ran = try run("/bin/bash", ["-c", limit, recoupe, story, try many(scratch, count: 300)])
        #expect(ran.status == 2)
        #expect(ran.errors.contains("disk may be full"), "\(ran.errors)")
        let after = try run(recoupe, ["show", story, "reports"])
        #expect(after.status == 0, "\(after.errors)")
        #expect(Set(before).isSubset(of: Set(after.output.split(separator: 0x0A).map { Data($0) })))
    }
}
