// Everything that can stop a command: one line that says what, where and what to do.
package import RecoupeLanguage
package import RecoupeStore

/// Why a command cannot go on.
public struct DeskError: Error, Sendable, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }

    package init(_ error: StoreError) { self.init(error.description) }

    package init(_ error: PackError) { self.init("language pack \(error)") }
}

extension DeskError {
    static func nothingToRead(_ paths: [String]) -> DeskError {
        DeskError(
            "\(paths.joined(separator: ", ")): holds no report that can be read; give saved pages, texts or archives of them, or a folder")
    }

    static func wouldLose(_ count: Int, _ story: String) -> DeskError {
        DeskError(
            "\(story): holds \(count) report\(count == 1 ? "" : "s") not among those given, which building it anew would lose;"
                + " use `recoupe add`, or another file name"
        )
    }
}
