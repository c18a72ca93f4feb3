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
        IntakeError(path: path, trouble: "is \(kind), not a report", remedy: "save the report as HTML, PDF or text")
    }

    static func outgrown(_ path: String, limit: Int) -> IntakeError {
        IntakeError(path: path, trouble: "has more than the \(limit) bytes allowed for a report", remedy: "split it or raise the limit")
    }

    static func dossier(_ path: String) -> IntakeError {
        IntakeError(path: path, trouble: "is a dossier, not a report", remedy: "open it as a dossier and give the reports it was made from")
    }
}

// MARK: Containers

extension IntakeError {
    static func unpacked(_ path: String, _ reason: String) -> IntakeError {
        let words = reason.isEmpty ? "" : " (\(reason))"
        return IntakeError(
            path: path, trouble: "cannot be unpacked to its end\(words)", remedy: "what stands before is read; get the file again")
    }

    static func bomb(_ path: String, ratio: Int) -> IntakeError {
        IntakeError(
            path: path, trouble: "unpacks to more than \(ratio) times its size, which no text does",
            remedy: "the rest was not unpacked; raise the limit if you trust the file")
    }

    static func many(_ path: String, limit: Int) -> IntakeError {
        IntakeError(
            path: path, trouble: "holds more than \(limit) reports", remedy: "the first \(limit) are read; split it or raise the limit")
    }

    static func nested(_ path: String, limit: Int) -> IntakeError {
        IntakeError(
            path: path, trouble: "is packed more than \(limit) times over", remedy: "unpack it and give what is in it, or raise the limit")
    }

    static func outside(_ path: String) -> IntakeError {
        IntakeError(path: path, trouble: "has a name that leads out of its archive", remedy: "it was not read; do not unpack this archive")
    }

    static func encrypted(_ path: String) -> IntakeError {
        IntakeError(path: path, trouble: "is encrypted", remedy: "unpack it with its password and give what is in it")
    }

    static func cut(_ path: String, at position: Int, what: String) -> IntakeError {
        IntakeError(
            path: path, trouble: "ends in the middle of \(what), at byte \(position)",
            remedy: "what stands before is read; get the file again")
    }

    static func damaged(_ path: String, at position: Int, what: String) -> IntakeError {
        IntakeError(
            path: path, trouble: "\(what) at byte \(position)", remedy: "it was passed over and the rest is read; get the file again")
    }

    static func passedOver(_ path: String, count: Int, first: String) -> IntakeError {
        IntakeError(
            path: path, trouble: "\(count == 1 ? "one file in it is" : "\(count) files in it are") no report (such as \(first))",
            remedy: "nothing to do if they are pictures or parts of pages")
    }

    static func moreTrouble(_ path: String, count: Int) -> IntakeError {
        IntakeError(path: path, trouble: "\(count) more parts of it cannot be read", remedy: "see the lines above for the first ones")
    }

    static func brokenLine(_ path: String, _ reason: String) -> IntakeError {
        IntakeError(path: path, trouble: reason, remedy: "the other lines are read; write this one anew")
    }

    static func unsupported(_ path: String, _ trouble: String, remedy: String) -> IntakeError {
        IntakeError(path: path, trouble: trouble, remedy: remedy)
    }
}
