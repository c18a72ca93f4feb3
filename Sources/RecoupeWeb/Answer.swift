// What the site answers, without the server library, and the headers that keep every page to itself.

/// Status, headers and body.
package struct Answer: Sendable {
    package var status: Int
    /// Names as they are written, each once.
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]

    package init(status: Int = 200, type: String, body: [UInt8], more: [(name: String, value: String)] = []) {
        self.status = status
        self.body = body
        headers = [(name: "Content-Type", value: type)] + more + Self.guards
    }

    package static func text(_ status: Int, _ text: String, more: [(name: String, value: String)] = []) -> Answer {
        Answer(status: status, type: "text/plain; charset=utf-8", body: Array((text + "\n").utf8), more: more)
    }

    /// A header's value.
    package subscript(name: String) -> String? { headers.first { $0.name == name }?.value }

    /// No script, nothing from elsewhere, no frame around it, no address handed on.
    static let guards: [(name: String, value: String)] = [
        (
            name: "Content-Security-Policy",
            value: "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        ),
        (name: "X-Content-Type-Options", value: "nosniff"),
        (name: "X-Frame-Options", value: "DENY"),
        (name: "Referrer-Policy", value: "no-referrer"),
        (name: "Cross-Origin-Opener-Policy", value: "same-origin"),
        (name: "Cross-Origin-Embedder-Policy", value: "require-corp"),
        (name: "Cross-Origin-Resource-Policy", value: "same-origin"),
        (name: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=()"),
    ]
}
