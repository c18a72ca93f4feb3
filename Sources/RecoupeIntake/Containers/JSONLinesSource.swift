// JSON lines in, a report a line out, however many there are: only the line at hand is in memory. A line that is no whole object costs
// one line of trouble.
internal import Foundation

/// Tells JSON lines, and parses JSON.
enum JSONLines {
    /// Whether a stream holds a JSON object a line: the first line is one, or is broken and the second begins like it.
    static func begin(_ stream: ByteStream, limit: Int) -> Bool {
        let head = stream.peek(64).drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        guard head.first == 0x7B, head.dropFirst().first(where: { $0 > 0x20 }) == 0x22 else { return false }
        guard let line = stream.peekLine(limit: limit) else { return false }
        if object(Array(line)) != nil { return true }
        let next = stream.peek(line.count + 3).suffix(2)
        return next.elementsEqual("{\"".utf8)
    }

    /// The object that some bytes are; nothing where they are none.
    static func object(_ bytes: [UInt8]) -> [String: Any]? { value(bytes) as? [String: Any] }

    static func value(_ bytes: [UInt8]) -> Any? { try? JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed]) }
}

/// The reports in JSON lines.
final class JSONLinesSource: MemberSource {
    private let stream: ByteStream
    private let path: String
    private let limits: IntakeLimits
    private let envelope: Envelope
    private var number = 0
    private var pending: ArraySlice<Step> = []
    private var hasEnded = false

    init(_ stream: ByteStream, path: String, limits: IntakeLimits, envelope: Envelope) {
        self.stream = stream
        self.path = path
        self.limits = limits
        self.envelope = envelope
    }

    func next() -> Step? {
        while !hasEnded {
            if let step = pending.popFirst() { return step }
            switch stream.line(limit: limits.bytes) {
            case .end:
                hasEnded = true
                return stream.failure.map { .found(.trouble($0)) }
            case .tooLong:
                number += 1
                return .found(.trouble(.outgrown("\(path)#\(number)", limit: limits.bytes)))
            case .line(let line):
                number += 1
                if line.contains(where: { $0 > 0x20 }) { take(line) }
            }
        }
        return nil
    }

    private func take(_ line: [UInt8]) {
        let place = "\(path)#\(number)"
        let body = line.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(line.dropFirst(3)) : line
        guard let object = JSONLines.object(body) else {
            pending = [.found(.trouble(.brokenLine(place, "is no whole JSON object")))]
            return
        }
        let items = JSONItems().items(in: object)
        if let item = items.first, items.count == 1 {
            pending = [step(item, body, place)]
        } else {
            pending = Item.steps(items, path: number == 1 && stream.isAtEnd ? path : place, envelope: envelope)[...]
        }
    }

    private func step(_ item: Item, _ line: [UInt8], _ place: String) -> Step {
        guard item.hasContent else {
            return .found(.trouble(.brokenLine(place, "has none of \"text\", \"html\" and \"paragraphs\"")))
        }
        var inner = envelope
        inner.url = item.url
        return .found(.report(Member(path: place, bytes: line, kind: .item(item), envelope: inner)))
    }
}
