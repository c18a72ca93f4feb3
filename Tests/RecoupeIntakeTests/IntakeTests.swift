// Paths in, files and typed errors out.
import Foundation
import RecoupeModel
import Testing

@testable import RecoupeIntake

@Suite struct IntakeTests {
    private func folder(_ files: [String: String]) throws -> String {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("intake-\(UUID().uuidString)")
        for (name, content) in files {
            let url = root.appendingPathComponent(name)
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try content.write(to: url, atomically: true, encoding: .utf8)
        }
        return root.path
    }

    @Test func foldersAreWalkedInOrderWithoutHiddenFiles() throws {
        let root = try folder(["b.txt": "b", "a/c.md": "c", ".hidden": "h", "a/.git/x": "x", "Z.html": "z"])
        defer { try? FileManager.default.removeItem(atPath: root) }
        #expect(try Intake().files(at: [root]) == ["Z.html", "a/c.md", "b.txt"].map { root + "/" + $0 })
    }

    @Test func troubleIsNamed() throws {
        let root = try folder(["empty": "", "blank": " \n", "page": "<html><body> </body></html>"])
        defer { try? FileManager.default.removeItem(atPath: root) }
        let intake = Intake(limits: IntakeLimits(bytes: 100))
        func trouble(_ make: () throws(IntakeError) -> Page) -> String? {
            do { _ = try make() } catch { return error.trouble }
            return nil
        }
        #expect(trouble { () throws(IntakeError) in try intake.page(at: root + "/none") } == "there is no such file or folder")
        #expect(trouble { () throws(IntakeError) in try intake.page(at: root + "/empty") } == "is empty")
        #expect(trouble { () throws(IntakeError) in try intake.page(at: root + "/blank") } == "holds no text")
        #expect(trouble { () throws(IntakeError) in try intake.page(at: root + "/page") } == "holds no text")
        #expect(trouble { () throws(IntakeError) in try intake.page(at: root) } == "is a folder")
        #expect(trouble { () throws(IntakeError) in try intake.page(at: "/dev/null") } == "is not a regular file")
        #expect(
            trouble { () throws(IntakeError) in try intake.page([UInt8](repeating: 0x61, count: 101), path: "x") }?.hasPrefix("has 101")
                == true)
        #expect(trouble { () throws(IntakeError) in try intake.page([0xFF, 0xD8, 0xFF], path: "x") } == "is a picture, not a report")
        #expect(
            trouble { () throws(IntakeError) in try intake.page([0, 1, 2, 3, 4, 5, 200], path: "x") }
                == "is binary data, not a report")
        #expect(
            trouble { () throws(IntakeError) in try intake.page(Array("SQLite format 3\0...".utf8), path: "x") }
                == "is a dossier, not a report"
        )
        #expect(
            trouble { () throws(IntakeError) in try intake.page(Array("{\"format\": \"recoupe-dossier\"}".utf8), path: "x") }
                == "is a dossier, not a report"
        )
    }

    @Test func formIsToldByContent() throws {
        let intake = Intake()
        #expect(try intake.page(Array("Un texte.".utf8), path: "a.html").form == .text)
        #expect(try intake.page(Array("<p>Un</p><p>deux</p>".utf8), path: "a.txt").form == .html)
        #expect(try intake.page(Array("Si a < b et c > d, alors <voir>.".utf8), path: "a.txt").form == .text)
    }
}
