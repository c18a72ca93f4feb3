// Why an input was not read, in one line: which, what is wrong with it, what to do.

/// An input that cannot be read as a report.
package struct IntakeError: Error, Sendable, Hashable, CustomStringConvertible {
    package let path: String
    package let trouble: String
    package let remedy: String

    package init(path: String, trouble: String, remedy: String) {
        self.path = path
        self.trouble = trouble
        self.remedy = remedy
    }

    package var description: String { "\(path): \(trouble); \(remedy)" }
}

extension IntakeError {
    static func missing(_ path: String) -> IntakeError {
        IntakeError(path: path, trouble: "there is no such file or folder", remedy: "check the spelling of the path")
    }

    static func unreadable(_ path: String) -> IntakeError {
        IntakeError(path: path, trouble: "cannot be opened", remedy: "check that you may read it")
    }

    static func irregular(_ path: String) -> IntakeError {
        IntakeError(path: path, trouble: "is not a regular file", remedy: "give a file or a folder")
    }

    static func bare(_ path: String) -> IntakeError {
        IntakeError(path: path, trouble: "the folder holds no file", remedy: "give a folder with reports, hidden files are passed over")
    }

    static func large(_ path: String, bytes: Int, limit: Int) -> IntakeError {
        IntakeError(path: path, trouble: "has \(bytes) bytes, more than the \(limit) allowed", remedy: "split it or raise the limit")
    }

    static func empty(_ path: String) -> IntakeError {
        IntakeError(path: path, trouble: "is empty", remedy: "save the report again")
    }

    static func textless(_ path: String) -> IntakeError {
        IntakeError(path: path, trouble: "holds no text", remedy: "save the page with its text, not only its frame")
    }

    static func binary(_ path: String, kind: String) -> IntakeError {
        IntakeError(path: path, trouble: "is \(kind), neither text nor HTML", remedy: "save the report as text or HTML")
    }

    static func dossier(_ path: String) -> IntakeError {
        IntakeError(path: path, trouble: "is a dossier, not a report", remedy: "open it as a dossier and give the reports it was made from")
    }
}
