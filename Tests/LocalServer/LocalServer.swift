// A small HTTP server on a loopback address, for tests alone: it answers each path with bytes that the test wrote.
internal import Foundation
internal import Synchronization

/// Answers on one loopback address until it goes away.
package final class LocalServer: Sendable {
    /// The port it listens on.
    package let port: Int
    private let socket: Int32
    private let answers: @Sendable (String) -> [UInt8]
    private let asked = Mutex<[String]>([])

    /// The heads of all requests so far.
    package var requests: [String] { asked.withLock { $0 } }

    /// The paths of all requests so far.
    package var paths: [String] { requests.map { String($0.split(separator: " ")[1]) } }

    /// `answers` gives the bytes of an answer for a path with its query.
    package init(host: String = "127.0.0.1", _ answers: @escaping @Sendable (String) -> [UInt8]) throws {
        self.answers = answers
        socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        inet_pton(AF_INET, host, &place.sin_addr)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let socket = socket
        let bound = withUnsafeMutablePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
                bind(socket, place, length) == 0 && listen(socket, 16) == 0 && getsockname(socket, place, &length) == 0
            }
        }
        guard bound else { throw CocoaError(.fileReadUnknown) }
        port = Int(UInt16(bigEndian: place.sin_port))
        Thread.detachNewThread { [weak self] in
            while true {
                let client = accept(socket, nil, nil)
                guard client >= 0, let self else {
                    // Closed here alone: its number may be another socket's as soon as it is.
                    if client >= 0 { close(client) }
                    close(socket)
                    return
                }
                self.serve(client)
            }
        }
    }

    deinit { shutdown(socket, Int32(SHUT_RDWR)) }

    /// The address of a path on this server.
    package func url(_ path: String, host: String = "127.0.0.1") -> String { "http://\(host):\(port)\(path)" }

    private func serve(_ client: Int32) {
        defer { close(client) }
        var head: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4096)
        while !head.suffix(4).elementsEqual([13, 10, 13, 10]) {
            let count = recv(client, &piece, piece.count, 0)
            guard count > 0 else { return }
            head += piece.prefix(count)
        }
        let request = String(decoding: head, as: UTF8.self)
        asked.withLock { $0.append(request) }
        let answer = answers(String(request.split(separator: " ")[1]))
        var sent = 0
        while sent < answer.count {
            let count = answer[sent...].withUnsafeBytes { send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return }
            sent += count
        }
    }

    /// An answer with its head.
    package static func answer(_ body: String, status: String = "200 OK", _ fields: String...) -> [UInt8] {
        // One connection an answer keeps the server simple.
        let head = ["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)", "Connection: close"] + fields
        return Array((head.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
    }

    /// A redirection.
    package static func leading(to place: String) -> [UInt8] { answer("", status: "302 Found", "Location: \(place)") }

    /// That there is no such page.
    package static let missing = answer("nothing", status: "404 Not Found")
}
