// Reports on their way into a file: found, compared with what is stored, read side by side, stored in batches, linked at the end.
internal import Foundation
internal import RecoupeClean
internal import RecoupeIntake
internal import RecoupeModel
internal import RecoupeRead
internal import RecoupeStore
internal import RecoupeText

extension Desk {
    enum Tuning {
        /// Reports read at a time; a wider window only holds more texts in memory.
        static let window = 8
        /// Reports a transaction, so that the journal stays small and little is lost to a crash.
        static let batch = 256
        /// Bytes of reports in memory at a time, one large report aside.
        static let batchBytes = 32 << 20
    }

    /// One report after reading, or the line that says why it could not be read.
    enum Taken: Sendable {
        case new(Arrival)
        case known(path: String, sha256: String)
        case trouble(String)
    }

    /// Takes the reports at some paths into a file and links all that it then holds.
    func take(
        _ paths: [String], into file: DossierFile, options: StoryOptions, progress: @escaping @Sendable (IntakeProgress) -> Void
    ) async throws -> IntakeOutcome {
        var outcome = IntakeOutcome()
        let intake = options.limits.intake
        let (files, troubles) = find(paths, intake)
        outcome.troubles = troubles
        let stored = try file.readings()
        let number = try file.beginIntake(at: options.moment, program: Program.version)
        var reports = FoundReports(files: files, intake: intake)
        var done = 0
        while let batch = reports.next(Tuning.batch, bytes: Tuning.batchBytes) {
            let (before, total) = (done, max(done + batch.count + reports.filesLeft, files.count))
            var arrivals: [Arrival] = []
            for taken in await read(batch, intake, stored, { progress(IntakeProgress(done: before + $0, total: total)) }) {
                try note(taken, in: file, number, &outcome, &arrivals)
            }
            done += batch.count
            try file.store(arrivals, intake: number, keepSources: options.keepSources)
        }
        if let title = options.title { try file.set("title", to: title) }
        outcome.reports = try relink(file)
        guard outcome.reports > 0 else { throw DeskError(Self.nothing(paths, outcome.troubles)) }
        return outcome
    }

    /// The files at some paths, each once, sorted; and a line for each path where there are none.
    private func find(_ paths: [String], _ intake: Intake) -> (files: [String], troubles: [String]) {
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

    func note(
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

    /// Reads reports side by side; the answers come in the order of the reports.
    func read(
        _ found: [Found], _ intake: Intake, _ stored: [String: String], _ done: @Sendable (Int) -> Void
    ) async -> [Taken] {
        await withTaskGroup(of: (Int, Taken).self) { group in
            var answers = [Taken?](repeating: nil, count: found.count)
            var next = 0
            var finished = 0
            while next < min(Tuning.window, found.count) {
                let index = next
                group.addTask { (index, take(found[index], intake, stored)) }
                next += 1
            }
            for await (index, taken) in group {
                answers[index] = taken
                finished += 1
                done(finished)
                if next < found.count {
                    let index = next
                    group.addTask { (index, take(found[index], intake, stored)) }
                    next += 1
                }
            }
            return answers.compactMap { $0 }
        }
    }

    private func take(_ found: Found, _ intake: Intake, _ stored: [String: String]) -> Taken {
        switch found {
        case .trouble(let error): return .trouble(error.description)
        case .report(let member):
            if stored[member.digest] == readWith { return .known(path: member.path, sha256: member.digest) }
            do {
                let report = read(try intake.page(member))
                return .new(Arrival(path: member.path, bytes: member.bytes, surroundings: member.surroundings, report: report))
            } catch {
                return .trouble(error.description)
            }
        }
    }

    /// Cleans and reads one page.
    func read(_ page: Page) -> StoredReport {
        let article = cleaner.clean(page)
        return StoredReport(article: article, reading: reader.read(article), readWith: readWith)
    }

    /// Links all that a file holds, unless the dossier kept in it was made from the same and `anew` is not wanted; answers how many reports it holds.
    func relink(_ file: DossierFile, anew: Bool = false) throws -> Int {
        let madeFrom = try file.fingerprint()
        if !anew, let kept = try file.dossier(), kept.madeFrom == madeFrom { return kept.dossier.articles.count }
        let reports = try file.reports()
        try file.store(link(reports, title: try file.setting("title")), madeFrom: madeFrom)
        return reports.count
    }
}
