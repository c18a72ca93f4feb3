// Web archives in, their pages out.
import RecoupeModel
import Testing

@testable import RecoupeIntake

@Suite struct WebArchiveTests {
    static func record(_ type: String, _ url: String, _ block: [UInt8], extra: String = "") -> [UInt8] {
        bytes(
            "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(url)\r\nWARC-Date: 2024-06-05T07:08:09Z\r\n\(extra)"
                + "Content-Type: application/http; msgtype=response\r\nContent-Length: \(block.count)\r\n\r\n") + block + bytes("\r\n\r\n")
    }

    static func response(_ url: String, _ html: String, head: String = "Content-Type: text/html", status: Int = 200) -> [UInt8] {
        record("response", url, bytes("HTTP/1.1 \(status) X\r\n\(head)\r\n\r\n\(html)"), extra: "WARC-Payload-Digest: sha1:ABC\r\n")
    }

    private let info = record("warcinfo", "x", bytes("software: x"))

    @Test func eachPageIsAReport() {
        let archive =
            info + Self.response("https://a.example/1", "<html><p>Un</p></html>")
            + Self.response("https://a.example/p.png", "png", head: "Content-Type: image/png")
            + Self.response("https://a.example/2", "<html><p>Non</p></html>", status: 404)
            + Self.record("request", "https://a.example/3", bytes("GET / HTTP/1.1\r\n\r\n"))
            + Self.response("https://a.example/3", "<html><p>Deux</p></html>")
        for packed in [archive, Packed.gzip(info) + Packed.gzip(Array(archive.dropFirst(info.count)))] {
            let taken = Taken(packed, path: "x.warc")
            #expect(taken.pages.map(\.path) == ["x.warc#2", "x.warc#6"])
            #expect(taken.pages.map(\.url) == ["https://a.example/1", "https://a.example/3"])
            #expect(taken.pages.first?.provenance?.captured == "2024-06-05T07:08:09Z")
            #expect(taken.pages.first?.provenance?.digest == "sha1:ABC")
            #expect(taken.pages.first?.provenance?.published == nil)
            #expect(taken.members.first.map { String(decoding: $0.bytes, as: UTF8.self) } == "<html><p>Un</p></html>")
            #expect(taken.troubles.isEmpty)
        }
    }

    @Test func chunksPackingAndCharsetAreUndone() {
        let chunked = Self.response(
            "u", "6\r\n<html>\r\n9;a=b\r\n<p>Un</p>\r\n0\r\n\r\n", head: "Content-Type: text/html\r\nTransfer-Encoding: chunked")
        #expect(Taken(chunked).pages.first?.text == "<html><p>Un</p>")
        let packed = Packed.gzip(bytes("<html><p>Un</p></html>"))
        let zipped = Self.record(
            "response", "u", bytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n") + packed)
        #expect(Taken(zipped).pages.first?.words.contains("Un") == true)
        let latin = Self.record(
            "response", "u", bytes("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=ISO-8859-15\r\n\r\n<html><p>3 ") + [0xA4])
        #expect(Taken(latin).pages.first?.words.contains("3 €") == true)
    }

    @Test func whatIsWholeIsReadOfACutArchive() {
        let whole = Self.response("https://a.example/1", "<html><p>Un</p></html>")
        let cut = whole + Self.response("https://a.example/2", "<html><p>Deux</p></html>").dropLast(20)
        let taken = Taken(cut, path: "x")
        #expect(taken.pages.count == 1)
        #expect(taken.troubles.count == 1 && taken.troubles.first?.contains("ends in the middle of record 2") == true)
        let zipped = Packed.gzip(whole) + Packed.gzip(whole).dropLast(12)
        let second = Taken(zipped, path: "x")
        #expect(!second.pages.isEmpty && second.troubles.count == 1, "\(second.troubles)")
    }

    @Test func readingGoesOnAfterDamage() {
        let archive =
            Self.response("u1", "<html><p>Un</p></html>") + bytes("rubbish\r\nmore\r\n") + Self.response("u2", "<html><p>Deux</p></html>")
        let taken = Taken(archive, path: "x")
        #expect(taken.pages.count == 2 && taken.troubles.count == 1)
    }

    @Test func packedWebArchivesAreReadByTheirRecords() {
        let warc = Packed.gzip(Self.response("https://a.example/1", "<html><p>Un</p></html>"))
        let pages = bytes("{\"format\":\"json-pages-1.0\"}\n{\"url\":\"https://a.example/1\",\"text\":\"Un\"}\n")
        let files = [("archive/data.warc.gz", warc), ("pages/pages.jsonl", pages), ("datapackage.json", bytes("{}"))]
        let taken = Taken(Packed.archive(.zip, files), path: "x.wacz")
        #expect(taken.pages.map(\.path) == ["x.wacz#archive/data.warc.gz#1"])
        #expect(taken.troubles.isEmpty)
    }

    @Test func anArchiveWithoutPagesIsNamed() {
        #expect(Taken(info, path: "x").troubles.first?.contains("holds no HTML page") == true)
    }

    @Test func moreRecordsThanAllowedCostOneLine() {
        let archive = (1...5).flatMap { Self.response("u\($0)", "<html><p>Page \($0)</p></html>") }
        let taken = Taken(archive, path: "x", limits: IntakeLimits(reports: 3))
        #expect(taken.pages.count == 3 && taken.troubles.count == 1)
    }
}
