// Addresses in, the answers to them out, with every redirection on the way. Each hop is checked alike: its scheme, the site's
// robots.txt, the pause its host is due, and the network address that is connected to.
internal import Foundation

/// Fetches addresses, one at a time.
package struct Fetcher {
    /// The name by which robots.txt files may speak of this program.
    static let product = "Recoupe"

    private let limits: FetchLimits
    private let transfer: Transfer
    private var rules: [String: RobotsRules] = [:]
    private var asked: [String: ContinuousClock.Instant] = [:]

    /// `version` is the program's, for the name it gives to servers.
    package init(limits: FetchLimits, version: String, allowPrivate: Bool) {
        self.init(limits: limits, version: version) { allowPrivate ? nil : $0.special }
    }

    init(limits: FetchLimits, version: String, refusal: @escaping @Sendable (NetworkAddress) -> String?) {
        self.limits = limits
        transfer = Transfer(agent: "\(Self.product)/\(version)", limits: limits, refusal: refusal)
    }

    /// The answer to an address, after the redirections that led to it; each is handed over as it came. Throws where the last is none
    /// that holds a page.
    package mutating func fetch(_ address: String, _ took: (Answer) throws -> Void) throws {
        var address = try WebAddress(address)
        let first = address.text
        for _ in 0...limits.redirects {
            guard try rules(for: address).allows(address.target) else { throw FetchError.forbidden(address.text) }
            let answer = try ask(address)
            try took(answer)
            if answer.isPage { return }
            guard (300...399).contains(answer.status) else { throw FetchError.refused(address.text, answer.status) }
            guard let location = answer.location else { throw FetchError.nowhere(address.text, answer.status) }
            address = try address.following(location)
        }
        throw FetchError.wandering(first, limits.redirects)
    }

    private mutating func ask(_ address: WebAddress) throws(FetchError) -> Answer {
        wait(for: address)
        return try transfer.answer(address)
    }

    /// Waits until the host of an address is due to be asked again.
    private mutating func wait(for address: WebAddress) {
        let delay = max(limits.delay, min(rules[address.origin]?.delay ?? 0, FetchLimits.longestDelay))
        if let last = asked[address.host] {
            let left = .seconds(delay) - (ContinuousClock.now - last)
            if left > .zero { Thread.sleep(forTimeInterval: left / .seconds(1)) }
        }
        asked[address.host] = .now
    }

    // MARK: robots.txt

    private mutating func rules(for address: WebAddress) throws(FetchError) -> RobotsRules {
        if let known = rules[address.origin] { return known }
        let found = try robots(of: address)
        rules[address.origin] = found
        return found
    }

    /// No robots.txt allows everything; one that a site cannot give now forbids everything.
    private mutating func robots(of address: WebAddress) throws(FetchError) -> RobotsRules {
        var place = try address.robots
        for _ in 0...FetchLimits.robotsRedirects {
            wait(for: place)
            let answer: Answer
            do {
                answer = try transfer.answer(place, upTo: RobotsRules.bytes)
            } catch {
                // The page itself would get the same line, which then says more.
                if error.remedy.contains("--allow-private") { throw FetchError(address.text, error.trouble, error.remedy) }
                throw .closed(address.text, error.trouble)
            }
            switch answer.status {
            case 200...299: return RobotsRules(answer.body, for: Self.product)
            case 500...599: throw .closed(address.text, "it answers \(answer.status)")
            case 300...399:
                guard let location = answer.location else { return .everything }
                place = try place.following(location)
            default: return .everything
            }
        }
        return .everything
    }
}
