// Sources of a model as the command line names them (PATH=LICENCE) in, paths out; what was read is remembered for the card.
internal import Foundation
internal import RecoupeLanguage
internal import RecoupeTraining

/// The sources named so far.
struct SourceList {
    private(set) var sources: [Card.Source] = []

    /// The path of an argument; `ending` is added to it.
    mutating func path(_ argument: String, _ ending: String = "") throws(PackError) -> String {
        let cells = argument.split(separator: "=", maxSplits: 1).map { String($0) }
        let path = (cells.first ?? "") + ending
        let name = URL(fileURLWithPath: path).lastPathComponent
        sources.append(Card.Source(name: name, licence: cells.count > 1 ? cells[1] : "", bytes: try Files.bytes(path)))
        return path
    }
}
