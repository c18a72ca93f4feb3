// Reports in and out of the file. A batch of reports is one transaction: a report is stored whole or not at all.
internal import RecoupeModel
internal import Foundation
internal import GRDB
internal import RecoupeText

/// A report to be stored, with its bytes and the path it was found at.
package struct Arrival: Sendable {
    package var path: String
    package var bytes: [UInt8]
    /// What the container said of the report, as Intake writes it.
    package var surroundings: [UInt8]
    package var report: StoredReport

    package init(path: String, bytes: [UInt8], surroundings: [UInt8] = [], report: StoredReport) {
        self.path = path
        self.bytes = bytes
        self.surroundings = surroundings
        self.report = report
    }
}

extension DossierFile {
    /// Notes that an intake has begun, and gives its number. `at` is the moment as ISO 8601; it never leaves the file.
    package func beginIntake(at moment: String, program: String) throws(StoreError) -> Int64 {
        try write { database in
            try database.execute(sql: "INSERT INTO intake (at, program) VALUES (?, ?)", arguments: [moment, program])
            return database.lastInsertedRowID
        }
    }

    /// Stores reports and where they were found, in one transaction.
    package func store(_ arrivals: [Arrival], intake: Int64, keepSources: Bool) throws(StoreError) {
        try write { database in
            for arrival in arrivals { try Self.store(arrival, intake, keepSources, in: database) }
        }
    }

    private static func store(_ arrival: Arrival, _ intake: Int64, _ keepSources: Bool, in database: Database) throws {
        let article = arrival.report.article
        try database.execute(
            sql: """
                INSERT INTO source (sha256, size, deflated, surroundings) VALUES (?, ?, ?, ?)
                ON CONFLICT (sha256) DO UPDATE SET
                    deflated = coalesce(deflated, excluded.deflated), surroundings = excluded.surroundings
                """,
            arguments: [
                article.sha256, arrival.bytes.count, keepSources ? Data(deflated(arrival.bytes)) : nil, Data(arrival.surroundings),
            ]
        )
        try database.execute(
            sql: "INSERT OR IGNORE INTO location (path, sha256, intake) VALUES (?, ?, ?)",
            arguments: [arrival.path, article.sha256, intake]
        )
        try database.execute(
            sql: "INSERT OR REPLACE INTO report (id, sha256, read_with, article, reading) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                article.id, article.sha256, arrival.report.readWith, try JSON.encoder().encode(article),
                try JSON.encoder().encode(arrival.report.reading),
            ]
        )
        try database.execute(sql: "DELETE FROM report_search WHERE id = ?", arguments: [article.id])
        try database.execute(
            sql: "INSERT INTO report_search (id, title, body) VALUES (?, ?, ?)",
            arguments: [article.id, folded(article.title ?? ""), folded(article.text)]
        )
    }

    /// Notes that a report already stored was found at a path as well.
    package func note(path: String, sha256 digest: String, intake: Int64) throws(StoreError) {
        try write { database in
            try database.execute(
                sql: "INSERT OR IGNORE INTO location (path, sha256, intake) VALUES (?, ?, ?)", arguments: [path, digest, intake]
            )
        }
    }

    /// The digests of all stored sources, with what each was last read with.
    package func readings() throws(StoreError) -> [String: String] {
        try read { database in
            let rows = try Row.fetchAll(database, sql: "SELECT sha256, read_with FROM report")
            return Dictionary(uniqueKeysWithValues: rows.map { ($0["sha256"], $0["read_with"]) })
        }
    }

    /// All reports, sorted by id, each under the first of its paths by spelling.
    package func reports() throws(StoreError) -> [StoredReport] {
        let rows = try read { database in
            try Row.fetchAll(database, sql: "SELECT sha256, read_with, article, reading FROM report ORDER BY id").map {
                (
                    sha256: $0["sha256"] as String, readWith: $0["read_with"] as String, article: $0["article"] as Data,
                    reading: $0["reading"] as Data
                )
            }
        }
        let paths = try locations()
        return try run {
            try rows.map { row in
                var article = try JSON.decoder().decode(Article.self, from: row.article)
                let found = paths[row.sha256] ?? []
                article.path = found.first ?? article.path
                article.alsoAt = Array(found.dropFirst())
                return StoredReport(
                    article: article, reading: try JSON.decoder().decode(Reading.self, from: row.reading), readWith: row.readWith)
            }
        }
    }

    /// The paths at which each source was found, sorted, by digest.
    package func locations() throws(StoreError) -> [String: [String]] {
        try read { database in
            let rows = try Row.fetchAll(database, sql: "SELECT sha256, path FROM location ORDER BY path")
            return Dictionary(grouping: rows) { $0["sha256"] as String }.mapValues { $0.map { $0["path"] } }
        }
    }

    /// The kept bytes of a source, or nothing where they were left out.
    package func source(sha256 digest: String) throws(StoreError) -> [UInt8]? {
        let row = try read { try Row.fetchOne($0, sql: "SELECT size, deflated FROM source WHERE sha256 = ?", arguments: [digest]) }
        guard let row, let data = row["deflated"] as Data? else { return nil }
        guard let bytes = inflated([UInt8](data), size: row["size"]) else { throw StoreError(path: path, trouble: .damaged) }
        return bytes
    }

    /// What a source's container said of it, or nothing where none was kept.
    package func surroundings(sha256 digest: String) throws(StoreError) -> [UInt8]? {
        let data = try read {
            try Data.fetchOne($0, sql: "SELECT surroundings FROM source WHERE sha256 = ?", arguments: [digest])
        }
        return data.map { [UInt8]($0) }
    }

    /// The reports in which all of the words stand (in any form of case and accents), best first.
    package func search(_ query: String, limit: Int = 50) throws(StoreError) -> [String] {
        let words = foldedWords(query)
        guard !words.isEmpty else { return [] }
        let pattern = words.map { "\"\($0)\"" }.joined(separator: " ")
        return try read { database in
            try String.fetchAll(
                database, sql: "SELECT id FROM report_search WHERE report_search MATCH ? ORDER BY rank, id LIMIT ?",
                arguments: [pattern, limit]
            )
        }
    }
}

extension DossierFile {
    /// How many reports have their source's bytes in the file, and how many there are.
    package func countSources() throws(StoreError) -> (kept: Int, reports: Int) {
        try read { database in
            let kept = try Int.fetchOne(database, sql: "SELECT count(*) FROM source WHERE deflated IS NOT NULL") ?? 0
            return (kept, try Int.fetchOne(database, sql: "SELECT count(*) FROM report") ?? 0)
        }
    }
}
