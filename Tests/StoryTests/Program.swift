import Foundation

/// What a program printed, and how it ended.
struct Ran {
    var status: Int32
    var output: Data
    var errors: String
}

/// Runs a program to its end.
func run(_ program: String, _ arguments: [String], input: Data? = nil, in folder: URL? = nil) throws -> Ran {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = folder }
    let output = Pipe()
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("recoupe-errors-\(UUID().uuidString)")
    FileManager.default.createFile(atPath: scratch.path, contents: nil)
    defer { try? FileManager.default.removeItem(at: scratch) }
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: scratch)
    if let input {
        let source = FileManager.default.temporaryDirectory.appendingPathComponent("recoupe-input-\(UUID().uuidString)")
        try input.write(to: source)
        process.standardInput = try FileHandle(forReadingFrom: source)
        try? FileManager.default.removeItem(at: source)
    } else {
        process.standardInput = FileHandle.nullDevice
    }
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Ran(status: process.terminationStatus, output: data, errors: (try? String(contentsOf: scratch, encoding: .utf8)) ?? "")
}

/// The program under test, as built beside the tests.
let recoupe: String = {
    let tests = Bundle(for: Anchor.self).bundleURL
    let folder = tests.pathExtension == "xctest" ? tests.deletingLastPathComponent() : tests
    return folder.appendingPathComponent("recoupe").path
}()

private final class Anchor {}

/// A folder of its own for each test, removed at the end.
final class Scratch {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("recoupe-story-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

    func write(_ name: String, _ data: Data) throws {
        let file = url.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }
}
