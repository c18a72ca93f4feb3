// What stands beside a model file: what it was trained on, under which licences, with which seed, what it scores, and its digest.
internal import Foundation
internal import RecoupeModel
internal import RecoupeText

/// A model's card.
package struct Card: Codable, Sendable {
    /// A file that a model learned from.
    package struct Source: Codable, Sendable {
        package var name: String
        package var licence: String
        package var sha256: String

        package init(name: String, licence: String, bytes: [UInt8]) {
            self.name = name
            self.licence = licence
            sha256 = RecoupeText.sha256(bytes)
        }
    }

    package var model: String
    package var language: String
    package var method: String
    package var sources: [Source]
    package var measuredOn: String
    /// Shares between 0 and 1.
    package var score: [String: Double]
    package var settings: [String: Int]
    package var seed: UInt64
    /// Of the model file.
    package var sha256: String

    package init(model: String, language: String, method: String, sources: [Source], seed: UInt64, settings: [String: Int], bytes: [UInt8])
    {
        self.model = model
        self.language = language
        self.method = method
        self.sources = sources
        self.seed = seed
        self.settings = settings
        measuredOn = ""
        score = [:]
        sha256 = RecoupeText.sha256(bytes)
    }

    package init(json: [UInt8]) throws { self = try JSON.decoder().decode(Card.self, from: Data(json)) }

    /// The card as JSON with a newline.
    package func json() throws -> [UInt8] { [UInt8](try JSON.encoder(pretty: true).encode(self)) + [0x0A] }

    /// The digest of a model's bytes, as cards have it.
    package static func digest(of bytes: [UInt8]) -> String { RecoupeText.sha256(bytes) }

    /// The digest that a card names.
    package static func digest(in json: [UInt8]) -> String? { try? Card(json: json).sha256 }
}
