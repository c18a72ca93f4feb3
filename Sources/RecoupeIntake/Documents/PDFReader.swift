// A PDF in, its text out, through poppler's pdftotext in a process of its own with bounded time and memory. It gives words with their
// places, columns in reading order; lines are put together to paragraphs here.
internal import Foundation
internal import RecoupeModel

/// Reads PDF.
struct PDFReader {
    let program: String
    let limits: IntakeLimits

    /// Kilobytes of memory that the program may take.
    private static let memory = 2 << 20

    func draft(_ bytes: [UInt8], path: String) throws(IntakeError) -> Draft {
        let output = try run(bytes, path)
        let pages = PDFLayout(output).pages
        guard pages.contains(where: { !$0.blocks.isEmpty }) else {
            throw .unsupported(
                path, "is a PDF without a text layer", remedy: "let a program recognise its letters (ocrmypdf) and give what it writes")
        }
        let text = PDFText(pages)
        let provenance = Provenance(format: "pdf", title: text.title)
        return Draft(content: .text(text.paragraphs.joined(separator: "\n\n")), provenance: provenance)
    }

    /// What the program prints for a PDF.
    private func run(_ bytes: [UInt8], _ path: String) throws(IntakeError) -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("recoupe-pdf-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let (input, output, errors) = (
            folder.appendingPathComponent("in.pdf"), folder.appendingPathComponent("out"), folder.appendingPathComponent("errors")
        )
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        let limit = "ulimit -v \(Self.memory) 2>/dev/null; ulimit -f \(limits.bytes / 64) 2>/dev/null; exec \"$@\" 2>\"$0\""
        process.arguments = ["-c", limit, errors.path, program, "-q", "-bbox-layout", "-enc", "UTF-8", input.path, output.path]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let isInTime: Bool
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try Data(bytes).write(to: input)
            isInTime = try wait(process)
        } catch {
            throw .unsupported(path, "cannot be handed to \(program) (\(error))", remedy: "check the room in the temporary folder")
        }
        guard isInTime else {
            throw .unsupported(path, "kept \(program) busy for \(limits.seconds) seconds", remedy: "print it to PDF anew, or give its text")
        }
        try check(process.terminationStatus, errors, path)
        guard let data = FileManager.default.contents(atPath: output.path) else {
            throw .unsupported(path, "gave no text through \(program)", remedy: "print it to PDF anew, or give its text")
        }
        return [UInt8](data)
    }

    /// Whether a process ends within its time; else it is ended.
    private func wait(_ process: Process) throws -> Bool {
        let done = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in done.signal() }
        try process.run()
        guard done.wait(timeout: .now() + .seconds(limits.seconds)) == .timedOut else { return true }
        kill(process.processIdentifier, SIGKILL)
        done.wait()
        return false
    }

    private func check(_ status: Int32, _ errors: URL, _ path: String) throws(IntakeError) {
        guard status != 0 else { return }
        guard status != 127 else {
            throw .unsupported(
                path, "needs \(program), which is not there", remedy: "install poppler-utils (sudo apt-get install poppler-utils)")
        }
        let said = FileManager.default.contents(atPath: errors.path).map { String(decoding: $0.prefix(400), as: UTF8.self) } ?? ""
        let line = said.split(separator: "\n").first.map { ": \($0)" } ?? ""
        throw .unsupported(path, "cannot be read by \(program)\(line)", remedy: "print it to PDF anew without a password, or give its text")
    }
}
