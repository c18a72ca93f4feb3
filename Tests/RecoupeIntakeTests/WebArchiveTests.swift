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

/// Codings of bodies as servers apply them.
@Suite struct ContentCodingTests {
    private let page = "<html><body>" + String(repeating: "<p>Le bac de Sauzelle reprend lundi.</p>", count: 4) + "</body></html>"

    private func record(_ coding: String, _ body: [UInt8]) -> [UInt8] {
        WebArchiveTests.record(
            "response", "u", bytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: \(coding)\r\n\r\n") + body)
    }

    private func text(_ coding: String, _ body: [UInt8]) -> String? { Taken(record(coding, body)).pages.first?.text }

    /// `page` as brotli, written by Google's encoder at quality 11.
    private let brotli: [UInt8] = [
        0x1B, 0xB9, 0x00, 0xF8, 0x8D, 0xD3, 0x25, 0xB6, 0x17, 0x39, 0x4C, 0xBA, 0xB9, 0x54, 0x17, 0x92, 0x6F, 0xE1, 0x21, 0xF9, 0x6F, 0xE1,
        0x20, 0x22, 0x82, 0xE5, 0xC9, 0xE3, 0xC3, 0xD4, 0x84, 0x14, 0x22, 0x4C, 0x88, 0xFA, 0x06, 0x5B, 0x80, 0x31, 0x89, 0x17, 0x43, 0x7C,
        0x4D, 0xD5, 0xC2, 0xF1, 0x0B, 0x0A, 0xDB, 0xE7, 0x2B, 0x42, 0x68, 0x55, 0x2B, 0x89, 0x98, 0xE4, 0x33, 0xAB, 0x08, 0x09,
    ]

    @Test func eachCodingIsUndone() {
        #expect(text("gzip", Packed.gzip(bytes(page))) == page)
        #expect(text("x-gzip", Packed.gzip(bytes(page))) == page)
        let zip = Packed.gzip(bytes(page))
        // Without gzip's head of ten bytes and its eight bytes of end it is bare deflate.
        #expect(text("deflate", Array(zip.dropFirst(10).dropLast(8))) == page)
        #expect(text("br", brotli) == page)
        #expect(text("identity", bytes(page)) == page)
        #expect(text("gzip, gzip", Packed.gzip(Packed.gzip(bytes(page)))) == page)
    }

    @Test func aHeadThatIsNotTrueIsPassedOver() {
        for coding in ["gzip", "deflate", "br", "zstd", "x-odd"] { #expect(text(coding, bytes(page)) == page, "\(coding)") }
    }

    @Test func whatIsBrokenOffIsReadAsFarAsItGoes() {
        #expect(text("br", Array(brotli.dropLast(6)))?.contains("Le bac") == true)
        let taken = Taken(record("br", [0x11, 0xFF, 0xFE]), path: "x")
        #expect(taken.pages.isEmpty && taken.troubles.first?.contains("is no whole brotli") == true, "\(taken.troubles)")
        let odd = Taken(record("x-odd", [1, 2, 3]), path: "x")
        #expect(odd.troubles.first?.contains("is packed as \"x-odd\"") == true)
    }

    @Test func whatGrowsWithoutEndIsStopped() {
        let bomb = Packed.gzip([UInt8](repeating: 0x20, count: 40 << 20))
        let taken = Taken(record("gzip", bomb), path: "x")
        #expect(taken.pages.isEmpty && taken.troubles.contains { $0.contains("unpacks to more than 200 times") }, "\(taken.troubles)")
    }
}
