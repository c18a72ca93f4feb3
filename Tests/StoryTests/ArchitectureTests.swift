import Foundation
import Testing

/// The repository's root, from this file's own place.
let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// Holds the sources to the table in ARCHITECTURE.md.
@Suite struct ArchitectureTests {
    private static let rows = [
        "CEmbedded": -1, "CKernels": -1, "CLibxml2": -1, "CLibcrypto": -1, "CLibarchive": -1, "CZlib": -1, "CBrotli": -1,
        "CLibcurl": -1, "RecoupeText": 0,
        "RecoupeModel": 1,
        "RecoupeLanguage": 2,
        "RecoupeIntake": 3, "RecoupeFetch": 3, "RecoupeClean": 3, "RecoupeRead": 3, "RecoupeLink": 3, "RecoupeStore": 3,
        "RecoupePublish": 3, "Recoupe": 4,
        "RecoupeWeb": 5, "RecoupeCommands": 6, "recoupe": 7,
    ]
    /// Which target alone may import a dependency.
    private static let owners = [
        "ArgumentParser": ["RecoupeCommands", "recoupe-forge"], "Hummingbird": ["RecoupeWeb"], "GRDB": ["RecoupeStore"],
        "CLibxml2": ["RecoupeIntake"], "CLibarchive": ["RecoupeIntake"],
        "CZlib": ["RecoupeIntake", "RecoupeFetch", "RecoupeStore", "RecoupeTraining"],
        "CBrotli": ["RecoupeIntake"],
        "CKernels": ["RecoupeRead"], "CLibcrypto": ["RecoupeText"],
        "Mustache": ["RecoupePublish"],
        // What reaches out to other machines.
        "CLibcurl": ["RecoupeFetch"], "FoundationNetworking": [], "AsyncHTTPClient": [], "RecoupeFetch": ["Recoupe"],
    ]

    private struct Import {
        let target: String
        let file: String
        let module: String
    }

    private func imports() throws -> [Import] {
        let sources = root.appendingPathComponent("Sources")
        let names = try #require(FileManager.default.enumerator(atPath: sources.path)).compactMap { $0 as? String }
        return try names.filter { $0.hasSuffix(".swift") }.sorted().flatMap { name in
            let text = try String(contentsOf: sources.appendingPathComponent(name), encoding: .utf8)
            return text.split(separator: "\n").compactMap { line -> Import? in
                let words = line.split(separator: " ")
                guard let index = words.firstIndex(of: "import"), index <= 1, index + 1 < words.count else { return nil }
                return Import(target: String(name.split(separator: "/")[0]), file: name, module: String(words[index + 1]))
            }
        }
    }

    @Test func aTargetImportsOnlyRowsBelowItsOwn() throws {
        for found in try imports() {
            guard let own = Self.rows[found.target], let other = Self.rows[found.module] else { continue }
            #expect(other < own, "\(found.file) imports \(found.module)")
        }
    }

    @Test func aDependencyHasOneOwner() throws {
        for found in try imports() {
            guard let owners = Self.owners[found.module] else { continue }
            #expect(owners.contains(found.target), "\(found.file) imports \(found.module)")
        }
    }

    @Test func linkSeesNoLanguage() throws {
        #expect(try !imports().contains { $0.target == "RecoupeLink" && $0.module == "RecoupeLanguage" })
    }

    @Test func trainingIsNeverInTheProduct() throws {
        #expect(try !imports().contains { $0.module == "RecoupeTraining" && $0.target != "recoupe-forge" })
    }

    @Test func theListOfCarriedFilesIsCurrent() throws {
        let check = try run(root.appendingPathComponent("Scripts/embed").path, ["--check"])
        #expect(check.status == 0, "\(check.errors)")
    }
}
