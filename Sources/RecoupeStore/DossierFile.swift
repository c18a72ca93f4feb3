// A story's one file: sources, cleaned articles with their readings, and the dossier linked from them. SQLite through GRDB; a rollback
// journal, so that the file alone is the whole dossier whenever no program is writing.
internal import Foundation
package import RecoupeModel
internal import GRDB

/// One report as stored: what it came from, and what was read in it.
package struct StoredReport: Sendable {
    package var article: Article
    package var reading: Reading
    /// Digest of what the reading depends on beside the bytes: packs, models, program.
    package var readWith: String

    package init(article: Article, reading: Reading, readWith: String) {
        self.article = article
        self.reading = reading
        self.readWith = readWith
    }
}

/// An open dossier file.
package struct DossierFile: Sendable {
    package let path: String
    private let queue: DatabaseQueue

    /// Opens a dossier, or makes an empty one with `create`. A dossier of a newer version is refused and left as it is.
    package init(path: String, create: Bool = false, readOnly: Bool = false) throws(StoreError) {
        self.path = path
        guard create || FileManager.default.fileExists(atPath: path) else { throw StoreError(path: path, trouble: .missing) }
        do {
            var configuration = Configuration()
            configuration.readonly = readOnly
            configuration.busyMode = .timeout(5)
            if readOnly { try Self.recover(path) }
            queue = try DatabaseQueue(path: path, configuration: configuration)
            if !create { try queue.read { try Self.check($0, path: path) } }
            if !readOnly { try Schema.migrator.migrate(queue) }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Rolls back what a program that was cut off left half written; a reader alone may not.
    private static func recover(_ path: String) throws {
        guard FileManager.default.fileExists(atPath: path + "-journal") else { return }
        let queue = try DatabaseQueue(path: path)
        _ = try queue.read { try Int.fetchOne($0, sql: "PRAGMA schema_version") }
        try queue.close()
    }

    private static func check(_ database: Database, path: String) throws {
        let application = try Int.fetchOne(database, sql: "PRAGMA application_id")
        guard application == Schema.applicationID else { throw StoreError(path: path, trouble: .notADossier) }
        guard try !Schema.migrator.hasBeenSuperseded(database) else { throw StoreError(path: path, trouble: .newer) }
        guard try isWhole(database, path: path), try String.fetchOne(database, sql: "PRAGMA quick_check(1)") == "ok" else {
            throw StoreError(path: path, trouble: .damaged)
        }
    }

    /// Whether the file is as long as its header says; a cut in an unused page escapes SQLite's own check.
    private static func isWhole(_ database: Database, path: String) throws -> Bool {
        let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
        let page = try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        return size >= pages * page
    }

    /// Closes the file; later calls fail.
    package func close() throws(StoreError) {
        try run { try queue.close() }
    }

    func run<Value>(_ body: () throws -> Value) throws(StoreError) -> Value {
        do { return try body() } catch { throw StoreError(error, path: path) }
    }

    func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        try run { try queue.write(body) }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        try run { try queue.read(body) }
    }
}

extension DossierFile {
    /// Marks the file as one that this version does not know, as a later version's migration would; for tests of that refusal.
    package func markAsNewer() throws(StoreError) {
        try write { try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('a later version')") }
    }
}
