// Building a story and adding to it. Reports are read side by side and stored in batches, so that what was read stays read whatever
// happens afterwards; linking is a function of all readings.
internal import Foundation
internal import RecoupeIntake
internal import RecoupeStore
internal import RecoupeText

/// How a story is to be kept.
public struct StoryOptions: Sendable {
    /// The story's title; nothing for that of its first report.
    public var title: String?
    /// Whether each source's bytes are kept in the dossier.
    public var keepSources: Bool
    /// The moment of this intake, ISO 8601; kept in the file alone.
    public var moment: String
    /// How much is accepted.
    public var limits: StoryLimits

    public init(title: String? = nil, keepSources: Bool = true, moment: String, limits: StoryLimits = StoryLimits()) {
        self.title = title
        self.keepSources = keepSources
        self.moment = moment
        self.limits = limits
    }
}

/// How much an intake accepts; what goes beyond is told and passed over.
public struct StoryLimits: Sendable, Hashable {
    /// The largest report in bytes.
    public var bytes = 64 << 20
    /// Reports taken from one container.
    public var reports = 1000
    /// How many bytes one byte may unpack to.
    public var ratio = 200
    /// How deep elements of a page may stand in one another.
    public var depth = 512

    public init() {}

    var intake: Intake { Intake(limits: IntakeLimits(bytes: bytes, depth: depth, reports: reports, ratio: ratio)) }
}

/// What became of an intake.
public struct IntakeOutcome: Sendable {
    /// Reports read now.
    public var read = 0
    /// Reports that were there already and needed no reading.
    public var known = 0
    /// One line for each input that could not be read.
    public var troubles: [String] = []
    /// Reports in the story when all was done.
    public var reports = 0
}

/// How far an intake is.
public struct IntakeProgress: Sendable {
    public var done: Int
    public var total: Int
}

extension Desk {
    /// Makes a dossier of the reports at some paths. A dossier that stands there already is replaced at the end, at once, and only if all
    /// of its reports are among them.
    public func build(
        _ paths: [String], story: String, options: StoryOptions, progress: @escaping @Sendable (IntakeProgress) -> Void
    ) async throws(DeskError) -> IntakeOutcome {
        let draft = story + ".building-\(ProcessInfo.processInfo.processIdentifier)"
        defer { Self.removeDraft(draft) }
        let outcome = try await Self.naming(story) {
            let file = try DossierFile(path: draft, create: true)
            let outcome = try await take(paths, into: file, options: options, progress: progress)
            let digests = Set(try file.readings().keys)
            try file.close()
            try Self.checkNothingIsLost(story, digests)
            return outcome
        }
        guard rename(draft, story) == 0 else {
            throw DeskError("\(story): cannot be written (\(String(cString: strerror(errno)))); check the folder and its permissions")
        }
        return outcome
    }

    /// Adds the reports at some paths to a dossier; what it holds already is not read again unless packs or program changed.
    public func add(
        _ paths: [String], story: String, options: StoryOptions, progress: @escaping @Sendable (IntakeProgress) -> Void
    ) async throws(DeskError) -> IntakeOutcome {
        try await Self.naming(story) {
            let file = try DossierFile(path: story)
            let outcome = try await take(paths, into: file, options: options, progress: progress)
            try file.close()
            return outcome
        }
    }

    /// Does something with a story's file; an error that does not say where it happened is given the file's name.
    static func naming<Outcome>(_ story: String, _ work: () async throws -> Outcome) async throws(DeskError) -> Outcome {
        do {
            return try await work()
        } catch let error as StoreError {
            throw DeskError(error)
        } catch let error as DeskError {
            throw error
        } catch {
            throw DeskError("\(story): \(error)")
        }
    }

    private static func removeDraft(_ draft: String) {
        for suffix in ["", "-journal"] { _ = unlink(draft + suffix) }
    }

    private static func checkNothingIsLost(_ story: String, _ digests: Set<String>) throws {
        guard FileManager.default.fileExists(atPath: story) else { return }
        let old = try DossierFile(path: story)
        let lost = Set(try old.readings().keys).subtracting(digests)
        try old.close()
        if !lost.isEmpty { throw DeskError.wouldLose(lost.count, story) }
    }
}
