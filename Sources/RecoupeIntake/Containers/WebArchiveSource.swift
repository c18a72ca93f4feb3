// A web archive (WARC 1.0 and 1.1, ISO 28500) in, its pages out: each HTML response is a report with its address, the day it was fetched
// and the digest the record notes. A record that is cut off or damaged costs one line; reading goes on at the next whole one.
internal import Foundation
internal import RecoupeModel

/// The pages in a web archive.
final class WebArchiveSource: MemberSource {
    private let stream: ByteStream
    private let path: String
    private let limits: IntakeLimits
    private var number = 0
    private var hasEnded = false
    private var pages = 0

    /// A record's head may be as long as this.
    private static let headBytes = 1 << 16

    init(_ stream: ByteStream, path: String, limits: IntakeLimits) {
        self.stream = stream
        self.path = path
        self.limits = limits
    }

    func next() -> Step? {
        while !hasEnded {
            if let step = record() { return step }
        }
        return nil
    }

    /// The next record's page; nothing where it has none.
    private func record() -> Step? {
        let start = stream.position
        switch stream.line(limit: 1024) {
        case .end: return end()
        case .tooLong: return damaged(at: start)
        case .line(let line):
            if line.isEmpty { return nil }
            guard line.starts(with: Array("WARC/".utf8)) else { return damaged(at: start) }
        }
        number += 1
        guard let head = HeadFields(stream, limit: Self.headBytes) else { return cut("a record's head") }
        guard let length = head["content-length"].flatMap({ Int($0) }), length >= 0 else { return damaged(at: start) }
        return content(head, length)
    }

    private func end() -> Step? {
        hasEnded = true
        if let failure = stream.failure { return .found(.trouble(failure)) }
        guard pages == 0 else { return nil }
        return .found(.trouble(.unsupported(path, "holds no HTML page", remedy: "archive the pages themselves, not only their parts")))
    }

    private func cut(_ what: String) -> Step {
        hasEnded = true
        return .found(.trouble(stream.failure ?? .cut(path, at: stream.position, what: "record \(number) (\(what))")))
    }

    /// Looks for the next record.
    private func damaged(at start: Int) -> Step {
        let mark = Array("WARC/".utf8)
        while !stream.isAtEnd, !stream.peek(mark.count).elementsEqual(mark) { _ = stream.line(limit: 1 << 20) }
        return .found(.trouble(.damaged(path, at: start, what: "no whole record stands")))
    }

    private func content(_ head: HeadFields, _ length: Int) -> Step? {
        let type = head["warc-type"]?.lowercased() ?? ""
        guard ["response", "resource", "conversion"].contains(type) else { return passed(length) }
        let peeked = stream.peek(min(length, Self.headBytes))
        var http: WebResponse?
        if type == "response" {
            guard let response = WebResponse(peeked), response.isWhole else { return passed(length) }
            http = response
        }
        let media = http?.media ?? head["content-type"]?.lowercased() ?? ""
        // What was asked for by its address is a report whatever its type, as a file is.
        let isAsked = type == "response" && head["recoupe-asked"] != nil
        guard isAsked || isPage(media, peeked.dropFirst(http?.headLength ?? 0), type) else { return passed(length) }
        let place = "\(path)#\(number)"
        guard length <= limits.bytes + Self.headBytes else {
            if let step = passed(length) { return step }
            return .found(.trouble(.large(place, bytes: length, limit: limits.bytes)))
        }
        guard let block = stream.bytes(length) else { return cut("its content") }
        return page(block, head, http, place)
    }

    private func passed(_ length: Int) -> Step? { stream.skip(length) ? nil : cut("its content") }

    private func isPage(_ media: String, _ body: ArraySlice<UInt8>, _ type: String) -> Bool {
        if media.contains("text/html") || media.contains("application/xhtml") || media.contains("application/pdf") { return true }
        if type == "conversion" { return media.contains("text/plain") }
        guard media.isEmpty || media.contains("octet-stream") else { return false }
        return Signature.isMarkup(String(decoding: body.prefix(2048), as: UTF8.self))
    }

    private func page(_ block: [UInt8], _ head: HeadFields, _ http: WebResponse?, _ place: String) -> Step? {
        let body: [UInt8]
        do {
            body = try http.map { response throws(IntakeError) in try response.body(of: block, path: place, limits: limits) } ?? block
        } catch {
            return .found(.trouble(error))
        }
        guard !body.isEmpty else { return nil }
        pages += 1
        return .nested(ByteStream(body), path: place, envelope: envelope(head, http))
    }

    private func envelope(_ head: HeadFields, _ http: WebResponse?) -> Envelope {
        let url = head["warc-target-uri"]?.trimmingCharacters(in: CharacterSet(charactersIn: "<> "))
        let captured = head["warc-date"]
        let digest = head["warc-payload-digest"] ?? head["warc-block-digest"]
        var warnings: [RecoupeModel.Warning] = []
        if head["warc-truncated"] != nil { warnings.append(Self.shortened) }
        return Envelope(
            url: url, charset: http.flatMap { HeadFields.parameter("charset", of: $0.media) },
            provenance: Provenance(format: "warc", captured: captured, digest: digest), warnings: warnings
        )
    }

    private static let shortened = RecoupeModel.Warning(
        code: "intake.warc.shortened", message: "The web archive kept only the beginning of this page.", remedy: "Fetch the page again."
    )
}
