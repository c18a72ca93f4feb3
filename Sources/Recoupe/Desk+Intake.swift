// Reports on their way into a file: found, compared with what is stored, read side by side, stored in batches, linked at the end.
internal import Foundation
internal import RecoupeClean
internal import RecoupeIntake
internal import RecoupeModel
internal import RecoupeRead
internal import RecoupeStore
internal import RecoupeText

extension Desk {
    private enum Tuning {
        /// Reports read at a time; a wider window only holds more texts in memory.
        static let window = 8
        /// Reports a transaction, so that the journal stays small and little is lost to a crash.
        static let batch = 256
    }

    /// One input after reading, or the line that says why it could not be read.
    private enum Taken: Sendable {
        case new(Arrival)
        case known(path: String, sha256: String)
        case trouble(String)
    }

    /// Takes the reports at some paths into a file and links all that it then holds.
    func take(
        _ paths: [String], into file: DossierFile, options: StoryOptions, progress: @escaping @Sendable (IntakeProgress) -> Void
    ) async throws -> IntakeOutcome {
        var outcome = IntakeOutcome()
        let (files, troubles) = find(paths)
        outcome.troubles = troubles
        let stored = try file.readings()
        let number = try file.beginIntake(at: options.moment, program: Program.version)
        var batch: [Arrival] = []
        for start in stride(from: 0, to: files.count, by: Tuning.batch) {
            let slice = Array(files[start..<min(start + Tuning.batch, files.count)])
            for taken in await read(slice, stored, { progress(IntakeProgress(done: start + $0, total: files.count)) }) {
                try note(taken, in: file, number, &outcome, &batch)
            }
            try file.store(batch, intake: number, keepSources: options.keepSources)
            batch.removeAll()
        }
        if let title = options.title { try file.set("title", to: title) }
        outcome.reports = try relink(file)
        guard outcome.reports > 0 else { throw DeskError(Self.nothing(paths, outcome.troubles)) }
        return outcome
    }

    /// The files at some paths, each once, sorted; and a line for each path where there are none.
    private func find(_ paths: [String]) -> (files: [String], troubles: [String]) {
        var files: Set<String> = []
        var troubles: [String] = []
        for path in paths {
            do { files.formUnion(try intake.files(at: [path])) } catch { troubles.append(error.description) }
        }
        return (files.sorted(), troubles)
    }

    private static func nothing(_ paths: [String], _ troubles: [String]) -> String {
        troubles.isEmpty ? DeskError.nothingToRead(paths).description : troubles.joined(separator: "\n")
    }

    private func note(
        _ taken: Taken, in file: DossierFile, _ number: Int64, _ outcome: inout IntakeOutcome, _ batch: inout [Arrival]
    ) throws {
        switch taken {
        case .trouble(let line): outcome.troubles.append(line)
        case .known(let path, let digest):
            outcome.known += 1
            try file.note(path: path, sha256: digest, intake: number)
        case .new(let arrival):
            outcome.read += 1
            batch.append(arrival)
        }
    }

    /// Reads files side by side; the answers come in the order of the files.
    private func read(_ files: [String], _ stored: [String: String], _ done: @Sendable (Int) -> Void) async -> [Taken] {
        await withTaskGroup(of: (Int, Taken).self) { group in
            var answers = [Taken?](repeating: nil, count: files.count)
            var next = 0
            var finished = 0
            while next < min(Tuning.window, files.count) {
                let index = next
                group.addTask { (index, take(files[index], stored)) }
                next += 1
            }
            for await (index, taken) in group {
                answers[index] = taken
                finished += 1
                done(finished)
                if next < files.count {
                    let index = next
                    group.addTask { (index, take(files[index], stored)) }
                    next += 1
                }
            }
            return answers.compactMap { $0 }
        }
    }

    private func take(_ path: String, _ stored: [String: String]) -> Taken {
        do {
            let bytes = try intake.bytes(at: path)
            let digest = sha256(bytes)
            if stored[digest] == readWith { return .known(path: path, sha256: digest) }
            return .new(Arrival(path: path, bytes: bytes, report: read(try intake.page(bytes, path: path))))
        } catch {
            return .trouble(error.description)
        }
    }

    /// Cleans and reads one page.
    func read(_ page: Page) -> StoredReport {
        let article = cleaner.clean(page)
        return StoredReport(article: article, reading: reader.read(article), readWith: readWith)
    }

    /// Links all that a file holds, unless the dossier kept in it was made from the same; answers how many reports it holds.
    func relink(_ file: DossierFile) throws -> Int {
        let madeFrom = try file.fingerprint()
        if let kept = try file.dossier(), kept.madeFrom == madeFrom { return kept.dossier.articles.count }
        let reports = try file.reports()
        try file.store(link(reports, title: try file.setting("title")), madeFrom: madeFrom)
        return reports.count
    }
}
