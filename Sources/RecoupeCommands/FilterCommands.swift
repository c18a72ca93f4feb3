// `recoupe clean`, `read` and `link` as filters: JSON lines on standard input, a line of answer for each, in the same order.
internal import ArgumentParser
internal import Foundation
internal import Recoupe

struct CleanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clean",
        abstract: "Filter: find the article in each page.",
        discussion: #"Example: echo '{"id": 1, "html": "<p>…"}' | recoupe clean --jsonl"#
    )

    @Flag(help: "Read and write JSON lines.")
    var jsonl = false

    @OptionGroup var packs: PackOptions

    func run() async throws {
        let desk = try packs.desk()
        try LineFilter.run(jsonl) { desk.cleanLine($0) }
    }
}

struct ReadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Filter: read each text: sentences, words, names, times, figures, statements, events.",
        discussion: #"Example: echo '{"id": 1, "text": "Il pleut."}' | recoupe read --jsonl"#
    )

    @Flag(help: "Read and write JSON lines.")
    var jsonl = false

    @Flag(help: "Give every number with its unit, too, those that are no figure included; with --jsonl.")
    var numbers = false

    @Flag(help: "Read raw text, paragraphs parted by empty lines, and print CoNLL-U.")
    var conllu = false

    @Option(help: "The text's language, with --conllu.")
    var language = "fr"

    @OptionGroup var packs: PackOptions

    func run() async throws {
        let desk = try packs.desk(numbers: numbers)
        if conllu {
            let text = String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
            printBytes(try desk.conllu(text, language: language).utf8)
            return
        }
        try LineFilter.run(jsonl) { desk.readLine($0) }
    }
}

struct LinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Filter: cross-check the readings of each line.",
        discussion: #"Example: recoupe link --jsonl < readings.jsonl"#
    )

    @Flag(help: "Read and write JSON lines.")
    var jsonl = false

    @OptionGroup var packs: PackOptions

    func run() async throws {
        let desk = try packs.desk()
        try LineFilter.run(jsonl) { desk.linkLine($0) }
    }
}

/// Applies a function to each line of standard input; lines end at `\n` alone.
enum LineFilter {
    static func run(_ jsonl: Bool, _ answer: (Data) -> Data) throws {
        guard jsonl else { throw DeskError("give --jsonl: JSON lines on standard input, a line of answer for each") }
        var rest: [UInt8] = []
        var searched = 0
        while let piece = piece() {
            rest += piece
            var start = 0
            while let end = rest[searched...].firstIndex(of: 0x0A) {
                write(Data(rest[start..<end]), answer)
                (start, searched) = (end + 1, end + 1)
            }
            rest.removeSubrange(..<start)
            searched = rest.count
        }
        write(Data(rest), answer)
    }

    /// The next bytes of standard input, as soon as there are some; nothing at its end. A file is not read as a whole.
    private static func piece() -> [UInt8]? {
        let piece = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
            count = max(0, Foundation.read(STDIN_FILENO, buffer.baseAddress, buffer.count))
        }
        return piece.isEmpty ? nil : piece
    }

    private static func write(_ line: Data, _ answer: (Data) -> Data) {
        guard line.contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) else { return }
        FileHandle.standardOutput.write(answer(Data(line)) + Data([0x0A]))
    }
}
