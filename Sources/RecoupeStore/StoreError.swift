// What can go wrong with a dossier file: one line that says what, where and what to do.
internal import GRDB

/// A dossier that cannot be opened, read or written.
package struct StoreError: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Trouble: Sendable, Hashable {
        case missing, notADossier, newer, damaged, full, readOnly, busy, other(String)
    }

    package let path: String
    package let trouble: Trouble

    package init(path: String, trouble: Trouble) {
        self.path = path
        self.trouble = trouble
    }

    /// Names an SQLite failure by what the user can do about it.
    init(_ error: any Error, path: String) {
        if let error = error as? StoreError {
            self = error
            return
        }
        let trouble: Trouble =
            switch (error as? DatabaseError)?.resultCode.primaryResultCode {
            case .SQLITE_FULL?: .full
            case .SQLITE_CORRUPT?: .damaged
            case .SQLITE_NOTADB?: .notADossier
            case .SQLITE_READONLY?, .SQLITE_PERM?, .SQLITE_CANTOPEN?: .readOnly
            case .SQLITE_BUSY?, .SQLITE_LOCKED?: .busy
            case .SQLITE_IOERR?: .full
            default: .other("\(error)")
            }
        self.init(path: path, trouble: trouble)
    }

    package var description: String {
        switch trouble {
        case .missing: "\(path): there is no such dossier; make it with `recoupe build`"
        case .notADossier: "\(path): is not a dossier; give the file that `recoupe build` wrote"
        case .newer: "\(path): was written by a newer version of recoupe; update recoupe, the file is left as it is"
        case .damaged: "\(path): the dossier is damaged or cut short; restore a copy, or build it again from the reports"
        case .full:
            "\(path): cannot be written to the end, the disk may be full; what was stored before is kept; free some space and repeat"
        case .readOnly: "\(path): cannot be opened for this; check that the folder exists and the file's permissions"
        case .busy: "\(path): is being written by another program; wait until it is done and repeat"
        case .other(let message): "\(path): \(message)"
        }
    }
}
