// Ids come from what an item is (digest of the source, passage, kind), so that the order of intake changes nothing.
internal import RecoupeText

/// Makes the ids of a dossier: a letter for the kind and 12 hexadecimal digits of a SHA-256.
public enum Identifier {
    /// The id of a report: `a` and the first 12 digits of its bytes' digest.
    public static func article(sha256 digest: String) -> String { "a" + digest.prefix(12) }

    /// The id of an item at a passage.
    public static func item(_ letter: Character, _ passage: Passage, _ more: String = "") -> String {
        var text = passage.article
        text += ":"
        text += String(passage.start)
        text += "-"
        text += String(passage.end)
        text += separator
        text += more
        return String(letter) + sha256(text, digits: length)
    }

    /// The id of an item made of several things; the caller puts them in an order of their own, such as sorted.
    public static func of(_ letter: Character, _ parts: [String]) -> String {
        String(letter) + sha256(parts.joined(separator: separator), digits: length)
    }

    private static let separator = "\u{1F}"
    private static let length = 12
}
