// The dossier linked from all readings, kept beside them so that it need not be linked again to be shown.
package import RecoupeModel
internal import Foundation
internal import GRDB
internal import RecoupeText

extension DossierFile {
    /// Keeps the linked dossier. `madeFrom` is a digest of all that it was linked from.
    package func store(_ dossier: Dossier, madeFrom: String) throws(StoreError) {
        let bytes = try run { [UInt8](try JSON.encoder().encode(dossier)) }
        try write { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO dossier (id, made_from, deflated, size) VALUES (1, ?, ?, ?)",
                arguments: [madeFrom, Data(deflated(bytes)), bytes.count]
            )
        }
    }

    /// The dossier kept, and what it was made from.
    package func dossier() throws(StoreError) -> (dossier: Dossier, madeFrom: String)? {
        let row = try read { try Row.fetchOne($0, sql: "SELECT made_from, deflated, size FROM dossier WHERE id = 1") }
        guard let row else { return nil }
        guard let bytes = inflated([UInt8](row["deflated"] as Data), size: row["size"]) else {
            throw StoreError(path: path, trouble: .damaged)
        }
        let dossier = try run { try JSON.decoder().decode(Dossier.self, from: Data(bytes)) }
        return (dossier, row["made_from"])
    }

    /// A digest of all that a dossier of this file is linked from: reports, what they were read with, where they were found, the title.
    package func fingerprint() throws(StoreError) -> String {
        let lines = try read { database in
            let reports = try Row.fetchAll(database, sql: "SELECT id, read_with FROM report ORDER BY id").map {
                "\($0["id"] as String) \($0["read_with"] as String)"
            }
            let places = try Row.fetchAll(database, sql: "SELECT sha256, path FROM location ORDER BY sha256, path").map {
                "\($0["sha256"] as String) \($0["path"] as String)"
            }
            let title = try String.fetchOne(database, sql: "SELECT value FROM setting WHERE name = 'title'")
            return reports + places + [title ?? ""]
        }
        return sha256(lines.joined(separator: "\n"))
    }

    /// A setting of the story, such as its title.
    package func setting(_ name: String) throws(StoreError) -> String? {
        try read { try String.fetchOne($0, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name]) }
    }

    package func set(_ name: String, to value: String) throws(StoreError) {
        try write { database in
            try database.execute(sql: "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", arguments: [name, value])
        }
    }
}
