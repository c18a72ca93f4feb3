// Why an address was not fetched, in one line: which, what is wrong with it, what to do.

/// An address that was not fetched.
package struct FetchError: Error, Sendable, Hashable, CustomStringConvertible {
    package let address: String
    package let trouble: String
    package let remedy: String

    package init(_ address: String, _ trouble: String, _ remedy: String) {
        (self.address, self.trouble, self.remedy) = (String(address.prefix(500)), trouble, remedy)
    }

    package var description: String { "\(address): \(trouble); \(remedy)" }
}

extension FetchError {
    static func noMemory(_ address: String) -> FetchError { FetchError(address, "there is no memory for it", "close other programs") }

    static func noAddress(_ text: String) -> FetchError {
        FetchError(text, "is no http or https address", "give it as the browser shows it, with https:// before it")
    }

    static func named(_ text: String) -> FetchError {
        FetchError(text, "holds a name or password, which would be kept with the answer", "give it without, or save the page in a browser")
    }

    static func special(_ address: String, _ host: String, _ kind: String) -> FetchError {
        FetchError(address, "\(host) is \(kind), which is not asked", "give --allow-private if it is meant")
    }

    static func unreached(_ address: String, _ reason: String) -> FetchError {
        FetchError(address, "cannot be fetched (\(reason))", "try again later, or save the page in a browser")
    }

    static func slow(_ address: String, _ seconds: Int) -> FetchError {
        FetchError(address, "was not answered whole within \(seconds) seconds", "try again later, or raise --timeout")
    }

    static func large(_ address: String, _ limit: Int) -> FetchError {
        FetchError(address, "has more than the \(limit) bytes allowed", "raise --max-size if it is meant")
    }

    static func wandering(_ address: String, _ limit: Int) -> FetchError {
        FetchError(address, "leads on more than \(limit) times", "give the address it ends at")
    }

    static func nowhere(_ address: String, _ status: Int) -> FetchError {
        FetchError(address, "answers \(status) without saying where it leads", "give the address it ends at")
    }

    static func forbidden(_ address: String) -> FetchError {
        FetchError(address, "is not for programs, by the site's robots.txt", "save the page in a browser")
    }

    static func closed(_ address: String, _ reason: String) -> FetchError {
        FetchError(address, "was not asked for, as the site's robots.txt cannot be read (\(reason))", "try again later")
    }

    static func refused(_ address: String, _ status: Int) -> FetchError {
        FetchError(address, "answers \(status)", status >= 500 ? "try again later" : "check the address in a browser")
    }
}
