import Foundation
import RecoupeLanguage
import Testing

@testable import RecoupeWeb

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Suite(.serialized) struct ServerTests {
    /// Runs some requests against a server on a free port, and stops it.
    private func live(_ use: @escaping @Sendable (Int) async throws -> Void) async throws {
        let site = try DossierSite(dossier: smallDossier(), packs: LanguagePack.all())
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let server = Task { try await serve(site, port: 0) { port.yield($0) } }
        var taken: Int?
        for await number in ports {
            taken = number
            break
        }
        let number = try #require(taken)
        do { try await use(number) } catch { Issue.record(error) }
        server.cancel()
        try await server.value
    }

    private func get(_ address: String, headers: [String: String] = [:]) async throws -> (Data, HTTPURLResponse) {
        var request = URLRequest(url: try #require(URL(string: address)))
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let session = URLSession(configuration: .ephemeral)
        defer { session.invalidateAndCancel() }
        let (data, response) = try await session.data(for: request)
        return (data, try #require(response as? HTTPURLResponse))
    }

    @Test func pagesComeOverTheWire() async throws {
        try await live { port in
            let (data, response) = try await get("http://127.0.0.1:\(port)/report/a0", headers: ["Accept-Language": "en"])
            #expect(response.statusCode == 200)
            #expect(String(decoding: data, as: UTF8.self).contains("<html lang=\"en\">"))
            #expect(response.value(forHTTPHeaderField: "Content-Security-Policy")?.contains("default-src 'none'") == true)
            #expect(response.value(forHTTPHeaderField: "Cross-Origin-Resource-Policy") == "same-origin")
            let (_, style) = try await get("http://127.0.0.1:\(port)/style.css")
            #expect(style.value(forHTTPHeaderField: "Content-Type") == "text/css; charset=utf-8")
            let (_, missing) = try await get("http://127.0.0.1:\(port)/no")
            #expect(missing.statusCode == 404)
            let (_, foreign) = try await get("http://127.0.0.1:\(port)/", headers: ["Host": "evil.example"])
            #expect(foreign.statusCode == 421)
        }
    }

    @Test func aPortInUseIsSaid() async throws {
        try await live { port in
            let site = try DossierSite(dossier: smallDossier(), packs: LanguagePack.all())
            do {
                try await serve(site, port: port) { _ in }
                Issue.record("two servers on one port")
            } catch let error as ServeError {
                #expect(
                    error.description
                        == "127.0.0.1:\(port): the port is in use; choose another with --port, or --port 0 for any that is free")
            }
        }
    }
}
