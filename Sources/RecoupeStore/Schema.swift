// The file on disk outlives the code: migrations are named, frozen, in SQL, and use no type of the model.
internal import GRDB

enum Schema {
    /// `RCUP` in the file's header tells a dossier from any other SQLite file.
    static let applicationID = 0x5243_5550

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("v1: story, sources, articles, readings, search") { database in
            try database.execute(sql: version1)
        }
        migrator.registerMigration("v2: what containers said of their reports") { database in
            try database.execute(sql: "ALTER TABLE source ADD COLUMN surroundings BLOB")
        }
        return migrator
    }

    private static let version1 = """
        PRAGMA application_id = \(applicationID);

        CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

        CREATE TABLE source (
            sha256 TEXT PRIMARY KEY,
            size INTEGER NOT NULL,
            deflated BLOB
        );

        CREATE TABLE location (
            path TEXT NOT NULL,
            sha256 TEXT NOT NULL REFERENCES source (sha256),
            intake INTEGER NOT NULL REFERENCES intake (id),
            PRIMARY KEY (path, sha256)
        ) WITHOUT ROWID;

        CREATE TABLE intake (id INTEGER PRIMARY KEY, at TEXT NOT NULL, program TEXT NOT NULL);

        CREATE TABLE report (
            id TEXT PRIMARY KEY,
            sha256 TEXT NOT NULL UNIQUE REFERENCES source (sha256),
            read_with TEXT NOT NULL,
            article BLOB NOT NULL,
            reading BLOB NOT NULL
        );

        CREATE TABLE dossier (id INTEGER PRIMARY KEY CHECK (id = 1), made_from TEXT NOT NULL, deflated BLOB NOT NULL, size INTEGER NOT NULL);

        CREATE VIRTUAL TABLE report_search USING fts5 (
            id UNINDEXED, title, body, tokenize = 'unicode61 remove_diacritics 2'
        );
        """
}
