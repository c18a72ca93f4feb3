// The sentences and words of the interface in one language: `phrases.tsv` of its pack, a name and a template with `{slots}` a row.
// A slot may say how its raw value is to be written: `{n|number}`, `{day|date}`. Templates that count have two forms parted by ` | `.
package import RecoupeLanguage
internal import RecoupeModel

/// One language's phrases.
package struct Wording: Sendable {
    /// ISO 639-1.
    package let language: String
    /// The language's own name for itself.
    package let name: String
    private let templates: [String: String]
    /// The words of the templates: all phrases `ui.<name>`, by name.
    let interface: Value

    package init(_ pack: LanguagePack) throws(PackError) {
        language = pack.code
        name = pack.name
        var templates: [String: String] = [:]
        for row in try pack.table("phrases.tsv", columns: 2).rows {
            guard templates.updateValue(row[1], forKey: row[0]) == nil else {
                throw PackError(
                    file: "Languages/\(pack.code)/phrases.tsv", line: row.line, trouble: "has “\(row[0])” twice", remedy: "keep one row"
                )
            }
        }
        self.templates = templates
        interface = .fields(
            Dictionary(
                uniqueKeysWithValues: templates.compactMap { name, text in
                    name.hasPrefix("ui.") ? (String(name.dropFirst(3)), Value.text(text)) : nil
                }
            )
        )
    }

    /// The names of all phrases, sorted.
    package var names: [String] { templates.keys.sorted() }

    /// Which language is preferred where nothing else decides; smaller is earlier.
    var rank: Int { templates["language.rank"].flatMap { Int($0) } ?? .max }

    /// A phrase that needs no value; its name where the pack has none.
    package func callAsFunction(_ name: String) -> String { templates[name] ?? name }

    /// A phrase with its slots filled; its name where the pack has none, and `…` for a slot without value.
    package func callAsFunction(_ name: String, _ slots: [String: String]) -> String {
        guard let template = templates[name] else { return name }
        return fill(template, slots) ?? fill(template, slots, gap: "…") ?? name
    }

    /// A phrase with a number in `{n}`, in the form that the number asks for.
    func count(_ name: String, _ number: Int) -> String {
        let forms = (templates[name] ?? name).split(separator: " | ", maxSplits: 1).map { String($0) }
        let single = number == 1 || (number == 0 && templates["number.zero"] == "one")
        return fill((single ? forms.first : forms.last) ?? name, ["n": String(number)]) ?? name
    }

    /// The word for a code such as `status.planned`; the code itself where the pack has none.
    func label(_ group: String, _ code: String) -> String { templates["\(group).\(code)"] ?? code }

    /// The word for a code, or nothing.
    func known(_ group: String, _ code: String) -> String? { templates["\(group).\(code)"] }

    /// A sentence of the dossier; nothing where the pack lacks it or a slot has no value, for half a sentence misleads.
    func sentence(_ phrase: Phrase) -> String? { templates[phrase.name].flatMap { fill($0, phrase.slots) } }

    /// Why two sides are in conflict; what all of its kind have in common where there is no sentence for the reason.
    func why(_ conflict: Conflict) -> String { sentence(conflict.reason) ?? self("conflict.\(conflict.kind.rawValue)") }

    /// A reading that would reconcile the sides of a conflict.
    func proposal(_ conflict: Conflict) -> String? { conflict.remedy.flatMap { sentence($0) } }

    private func fill(_ template: String, _ slots: [String: String], gap: String? = nil) -> String? {
        var out = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            out += rest[..<open]
            let parts = rest[rest.index(after: open)..<close].split(separator: "|", maxSplits: 1).map { String($0) }
            guard let name = parts.first, let value = slots[name].flatMap({ $0.isEmpty ? nil : $0 }) ?? gap else { return nil }
            out += parts.count > 1 ? written(value, as: parts[1]) : value
            rest = rest[rest.index(after: close)...]
        }
        return out + rest
    }

    private func written(_ value: String, as form: String) -> String {
        switch form {
        case "number": Double(value).map { number($0) } ?? value
        case "numbers": numbers(value)
        case "date": date(timex: value)
        default: value
        }
    }
}
