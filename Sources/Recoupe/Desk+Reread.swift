// A dossier's own sources read anew: the bytes that it keeps, with what their containers said of them, through today's packs and
// program. What it keeps no bytes of stays as it was read.
internal import RecoupeIntake
internal import RecoupeStore

/// What became of reading a dossier anew.
public struct RereadOutcome: Sendable {
    /// Reports read now.
    public var read = 0
    /// Reports that were read with these packs and this program already.
    public var current = 0
    /// Reports whose bytes the dossier does not keep.
    public var bare = 0
    /// One line for each report that could not be read; it stays as it was.
    public var troubles: [String] = []
    /// Reports in the story.
    public var reports = 0
}

extension Desk {
    /// Reads a dossier's kept sources anew: those read with other packs or another program, or all.
    public func reread(
        _ story: String, all: Bool, moment: String, progress: @escaping @Sendable (IntakeProgress) -> Void
    ) async throws(DeskError) -> RereadOutcome {
        try await Self.naming(story) {
            let file = try DossierFile(path: story)
            let outcome = try await reread(file, all: all, moment: moment, progress: progress)
            try file.close()
            return outcome
        }
    }

    private func reread(
        _ file: DossierFile, all: Bool, moment: String, progress: @escaping @Sendable (IntakeProgress) -> Void
    ) async throws -> RereadOutcome {
        var outcome = RereadOutcome()
        let stored = try file.readings()
        let due = stored.keys.filter { all || stored[$0] != readWith }.sorted()
        outcome.current = stored.count - due.count
        let paths = try file.locations()
        let number = due.isEmpty ? 0 : try file.beginIntake(at: moment, program: Program.version)
        var rest = due[...]
        while !rest.isEmpty {
            let before = due.count - rest.count
            let found = try kept(of: &rest, paths, in: file, &outcome)
            let taken = await read(found, Self.sourceIntake, [:]) { progress(IntakeProgress(done: before + $0, total: due.count)) }
            try store(taken, in: file, number, &outcome)
        }
        outcome.reports = try relink(file, anew: outcome.read > 0)
        return outcome
    }

    /// What was taken in once is not refused now.
    private static var sourceIntake: Intake {
        var limits = StoryLimits()
        limits.bytes = 2000 << 20
        limits.reports = .max
        return limits.intake
    }

    /// The next batch of kept sources.
    private func kept(
        of rest: inout ArraySlice<String>, _ paths: [String: [String]], in file: DossierFile, _ outcome: inout RereadOutcome
    ) throws -> [Found] {
        var found: [Found] = []
        var size = 0
        while found.count < Tuning.batch, size < Tuning.batchBytes, let digest = rest.popFirst() {
            guard let bytes = try file.source(sha256: digest) else {
                outcome.bare += 1
                continue
            }
            size += bytes.count
            let surroundings = try file.surroundings(sha256: digest)
            found.append(
                Self.sourceIntake.member(kept: bytes, digest: digest, path: paths[digest]?.first ?? digest, surroundings: surroundings))
        }
        return found
    }

    private func store(_ taken: [Taken], in file: DossierFile, _ number: Int64, _ outcome: inout RereadOutcome) throws {
        var arrivals: [Arrival] = []
        for one in taken {
            switch one {
            case .new(let arrival): arrivals.append(arrival)
            case .trouble(let line): outcome.troubles.append(line)
            case .known: outcome.current += 1
            }
        }
        try file.store(arrivals, intake: number, keepSources: true)
        outcome.read += arrivals.count
    }
}
