// The one place that knows the server library (Hummingbird): turns its requests into questions and answers into its responses, listens,
// and stops in order on SIGINT or SIGTERM.
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import NIOCore
internal import ServiceLifecycle
internal import UnixSignals

/// Serves a site until the process is told to stop or the task is cancelled. Port 0 takes any that is free; `onReady` is told which.
package func serve(
    _ site: DossierSite, host: String = "127.0.0.1", port: Int, onReady: @escaping @Sendable (Int) -> Void
) async throws(ServeError) {
    var logger = Logger(label: "recoupe.web")
    logger.logLevel = .critical
    let application = Application(
        responder: SiteResponder(site: site, bound: host),
        configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
        onServerRunning: { channel in onReady(channel.localAddress?.port ?? port) },
        logger: logger
    )
    var configuration = ServiceGroupConfiguration(
        services: [application], gracefulShutdownSignals: [.sigint, .sigterm], logger: logger
    )
    configuration.maximumGracefulShutdownDuration = .seconds(2)
    do {
        try await ServiceGroup(configuration: configuration).run()
    } catch is CancellationError {
        return
    } catch {
        throw ServeError(error, host: host, port: port)
    }
}

private struct SiteResponder: HTTPResponder {
    typealias Context = BasicRequestContext

    let site: DossierSite
    let bound: String

    func respond(to request: Request, context: Context) async throws -> Response {
        let question = Question(
            method: request.method.rawValue, target: request.head.path ?? "/", host: request.head.authority,
            acceptLanguage: request.headers[.acceptLanguage], ifNoneMatch: request.headers[.ifNoneMatch]
        )
        let answer = site.answer(question, bound: bound)
        var headers = HTTPFields()
        for (name, value) in answer.headers {
            if let field = HTTPField.Name(name) { headers[field] = value }
        }
        return Response(
            status: .init(code: answer.status), headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body))
        )
    }
}

/// Why a dossier cannot be served: where, what, and what to do.
package struct ServeError: Error, Sendable, Hashable, CustomStringConvertible {
    package let place: String
    package let trouble: String
    package let remedy: String

    init(_ error: any Error, host: String, port: Int) {
        place = "\(host):\(port)"
        switch (error as? IOError)?.errnoCode {
        case EADDRINUSE:
            trouble = "the port is in use"
            remedy = "choose another with --port, or --port 0 for any that is free"
        case EACCES, EPERM:
            trouble = "the port may not be used by this user"
            remedy = "choose one above 1023 with --port"
        case EADDRNOTAVAIL:
            trouble = "this machine has no such address"
            remedy = "use 127.0.0.1"
        default:
            trouble = "cannot be listened on: \(error)"
            remedy = "choose another port with --port"
        }
    }

    package var description: String { "\(place): \(trouble); \(remedy)" }
}
