// Getting the dossier out of a file, and words found in it.
public import RecoupeModel
internal import RecoupePublish
internal import RecoupeStore

extension Desk {
    /// The dossier of a story; linked anew where an intake was cut off before it was linked.
    public func dossier(of story: String) throws(DeskError) -> Dossier {
        do {
            let file = try DossierFile(path: story, readOnly: true)
            if let kept = try file.dossier(), kept.madeFrom == (try file.fingerprint()) { return kept.dossier }
            let reports = try file.reports()
            let title = try file.setting("title")
            return link(reports, title: title)
        } catch {
            throw DeskError(error)
        }
    }

    /// The dossier as the JSON contract has it.
    public func export(_ dossier: Dossier, pretty: Bool = false) throws(DeskError) -> [UInt8] {
        do { return try publisher.export(dossier, pretty: pretty) } catch { throw DeskError("cannot be written as JSON: \(error)") }
    }

    /// The dossier as one self-contained page.
    public func page(_ dossier: Dossier) throws(DeskError) -> [UInt8] {
        do { return try publisher.report(dossier) } catch { throw DeskError(error) }
    }

    /// The ids of the reports in which all the words stand, best first.
    public func search(_ query: String, in story: String) throws(DeskError) -> [String] {
        do { return try DossierFile(path: story, readOnly: true).search(query) } catch { throw DeskError(error) }
    }

    /// How many of a story's reports have their source's bytes in the file.
    public func keptSources(of story: String) throws(DeskError) -> (kept: Int, reports: Int) {
        do {
            let file = try DossierFile(path: story, readOnly: true)
            return try file.countSources()
        } catch {
            throw DeskError(error)
        }
    }
}
