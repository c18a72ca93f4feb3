// Any bytes in: a report, a line of trouble, or nothing, but never a crash and never without end. Samples of each format are cut, spliced
// and flipped; the seed is fixed, so that a failure comes again.
import Foundation
import RecoupeModel
import Testing

@testable import RecoupeIntake

/// A small input of each format.
enum Samples {
    static let all: [(name: String, bytes: [UInt8])] = plain + packed

    private static let prose =
        "Le bac de Sauzelle a repris lundi ses traversées, a annoncé la compagnie. Environ 400 passagers ont embarqué."

    private static let plain: [(String, [UInt8])] = [
        (
            "html",
            bytes(
                "<!DOCTYPE html><html><head><title>Le bac</title><script type=\"application/ld+json\">{\"a\":1}</script></head><body><div><p>\(prose)</p></div></body></html>"
            )
        ),
        ("text", bytes("Le bac\n\n\(prose)\n\n\(prose)\n")),
        (
            "markdown",
            bytes(
                "---\ntitle: a\ndate: 2024-06-03\n---\n# Le bac\n\n\(prose) [lien](https://x.example) **fort** `code` ![i](j) \\* _a_\n\n> a\n\n- b\n\n| a | b |\n|---|---|\n"
            )
        ),
        (
            "rss",
            bytes(
                "<?xml version=\"1.0\"?><rss xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>G</title><item><title>a &eacute;</title><pubDate>Mon, 03 Jun 2024 08:00:00 +0200</pubDate><content:encoded><![CDATA[<p>\(prose)</p>]]></content:encoded></item></channel></rss>"
            )
        ),
        (
            "atom",
            bytes(
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>G</title><entry><title type=\"html\">a &lt;b&gt;</title><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>\(prose)</p></div></content></entry></feed>"
            )
        ),
        (
            "newsml",
            bytes(
                "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemMeta><firstCreated>2024-06-03</firstCreated></itemMeta><contentMeta><headline>a</headline></contentMeta><contentSet><inlineXML><nitf><body><body.content><p>\(prose)</p></body.content></body></nitf></inlineXML></contentSet></newsItem>"
            )
        ),
        (
            "lines",
            bytes(
                "{\"title\": \"a\", \"text\": \"\(prose)\", \"authors\": [{\"name\": \"B\"}], \"date\": 1717394400}\n{\"paragraphs\": [\"a\", {\"text\": \"b\"}]}\n"
            )
        ),
        ("feed", bytes("{\"version\": \"https://jsonfeed.org/version/1.1\",\n \"items\": [{\"content_html\": \"<p>\(prose)</p>\"}]}")),
        (
            "warc",
            WebArchiveTests.response("https://a.example/1", "<html><p>\(prose)</p></html>")
                + WebArchiveTests.response(
                    "https://a.example/2", "5\r\n<html>\r\n0\r\n\r\n", head: "Content-Type: text/html\r\nTransfer-Encoding: chunked")
        ),
        (
            "mail",
            bytes(
                "Received: x\r\nFrom: =?utf-8?B?QQ==?= <a@b.example>\r\nSubject: =?utf-8?Q?L=C3=A9?= b\r\nDate: Mon, 3 Jun 2024 08:00:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"q\"\r\n\r\n--q\r\nContent-Type: text/plain; format=flowed\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nL=C3=A9 bac \r\nreprend=\r\n.\r\n--q\r\nContent-Type: application/pdf; name=a\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\nSGVsbG8=\r\n--q--\r\n"
            )
        ),
        (
            "mhtml",
            bytes(
                "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example\r\nSubject: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=q\r\n\r\n--q\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>L=C3=A9</p><p>bac</p>\r\n--q--\r\n"
            )
        ),
        (
            "europresse",
            bytes(
                "<html><article><span class=\"DocPublicationName\">G, no 1</span><div class=\"titreArticle\">a</div><div class=\"docOcurrContainer\"><p>\(prose)</p></div></article></html>"
            )
        ),
        (
            "factiva",
            bytes(
                "<html><div class=\"article frArticle\"><table><tr><td>HD</td><td>a</td></tr><tr><td>PD</td><td>3 juin 2024</td></tr></table><p class=\"articleParagraph\">\(prose)</p></div></html>"
            )
        ),
        ("sitemap", bytes("<urlset><url><loc>https://a.example/1</loc></url></urlset>")),
    ]

    private static let packed: [(String, [UInt8])] = [
        ("zip", Packed.archive(.zip, Array(plain.prefix(5)))), ("tar", Packed.archive(.tar, Array(plain.prefix(3)))),
        ("7z", Packed.archive(.sevenZip, Array(plain.prefix(3)))), ("tgz", Packed.archive(.tarGzip, Array(plain.prefix(3)))),
        ("gz", Packed.gzip(plain[6].1)), ("xz", Packed.xz(plain[6].1)), ("warc.gz", Packed.gzip(plain[8].1)),
        (
            "docx",
            Packed.archive(
                .zip,
                [
                    (
                        "word/document.xml",
                        bytes(
                            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:r><w:t>\(prose)</w:t></w:r></w:p></w:document>"
                        )
                    )
                ])
        ),
        (
            "odt",
            Packed.archive(
                .zip,
                [
                    ("mimetype", bytes("application/vnd.oasis.opendocument.text")),
                    (
                        "content.xml",
                        bytes(
                            "<office:text xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><text:p>\(prose)</text:p></office:text>"
                        )
                    ),
                ])
        ),
    ]
}

/// Damages bytes as disks, networks and people do.
struct Mutator {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed) }

    mutating func mutated(_ bytes: [UInt8], with other: [UInt8]) -> [UInt8] {
        var out = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            guard !out.isEmpty else { return out }
            let place = Int.random(in: 0..<out.count, using: &random)
            let end = min(out.count, place + Int.random(in: 1...200, using: &random))
            switch Int.random(in: 0..<6, using: &random) {
            case 0: out[place] = UInt8.random(in: 0...255, using: &random)
            case 1: out[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
            case 2: out.removeSubrange(place..<end)
            case 3: out = Array(out[..<place])
            case 4: out.insert(contentsOf: out[place..<end], at: Int.random(in: 0...out.count, using: &random))
            default:
                let from = Int.random(in: 0..<max(1, other.count), using: &random)
                out.insert(contentsOf: other[from...].prefix(300), at: place)
            }
        }
        return out
    }
}

@Suite struct AnyBytesTests {
    /// Small limits, so that an input that grows is noticed by its time.
    private let intake = Intake(limits: IntakeLimits(bytes: 1 << 20, reports: 50, seconds: 5), pdfProgram: "true")

    private func read(_ bytes: [UInt8]) {
        var count = 0
        for found in intake.members(bytes, path: "any") {
            if case .report(let member) = found { _ = try? intake.page(member) }
            count += 1
            if count > 500 { Issue.record("without end"); return }
        }
    }

    @Test func wholeSamplesAreRead() {
        for sample in Samples.all where sample.name != "sitemap" {
            let taken = Taken(sample.bytes)
            #expect(!taken.pages.isEmpty, "\(sample.name): \(taken.troubles)")
        }
    }

    @Test(arguments: Samples.all.indices)
    func damagedSamplesAreReadOrRefused(_ index: Int) {
        var mutator = Mutator(seed: UInt64(index) + 1)
        let sample = Samples.all[index].bytes
        for number in 0..<40 { read(mutator.mutated(sample, with: Samples.all[(index + number) % Samples.all.count].bytes)) }
    }

    @Test(arguments: Samples.all.indices)
    func samplesCutAnywhereAreReadOrRefused(_ index: Int) {
        let sample = Samples.all[index].bytes
        for part in 0..<16 { read(Array(sample.prefix(sample.count * part / 16))) }
    }

    @Test func randomBytesAfterEachBeginningAreRefused() {
        var random = SeededGenerator(99)
        for sample in Samples.all {
            for _ in 0..<6 { read(Array(sample.bytes.prefix(12)) + (0..<400).map { _ in UInt8.random(in: 0...255, using: &random) }) }
        }
    }

    @Test func whatIsKeptOfAReportGivesItAgain() throws {
        for sample in Samples.all {
            for member in Taken(sample.bytes).members {
                let (page, again) = (try intake.page(member), Taken(member.bytes).pages)
                #expect(again.contains { $0.words == page.words }, "\(sample.name)")
                let kept = intake.member(
                    kept: member.bytes, digest: member.digest, path: member.path, surroundings: member.surroundings)
                guard case .report(let same) = kept else { Issue.record("\(sample.name): \(kept)"); continue }
                let anew = try intake.page(same)
                #expect(anew.path == page.path && anew.text == page.text && anew.form == page.form && anew.url == page.url)
                #expect(anew.provenance == page.provenance && anew.warnings == page.warnings, "\(sample.name)")
            }
        }
    }

    @Test func theSameBytesGiveTheSameReports() {
        for sample in Samples.all { #expect(Taken(sample.bytes).members.map(\.digest) == Taken(sample.bytes).members.map(\.digest)) }
    }
}
