// A line of a page in its segments: what bars, dots, spaced dashes, commas and sentence ends part.
internal import RecoupeText

/// Parts lines into segments.
enum Segments {
    private static let bars: Set<Character> = ["|", "·", "•", "–", "—", ",", ";", ":", "/"]

    /// The segments of a line, white space collapsed, none empty. A full stop parts after a word of three letters or more.
    static func of(_ line: String) -> [String] {
        var out: [String] = []
        var current = ""
        let characters = Array(line)
        for (index, character) in characters.enumerated() {
            let after = index + 1 < characters.count ? characters[index + 1] : " "
            let before = index > 0 ? characters[index - 1] : " "
            let bar = bars.contains(character) && !(before.isNumber && after.isNumber)
            let dash = character == "-" && before.isWhitespace && after.isWhitespace
            if bar || dash || (isStop(character) && after.isWhitespace && current.suffix(3).allSatisfy { $0.isLetter }) {
                out.append(current)
                current = ""
            } else {
                current.append(character)
            }
        }
        return (out + [current]).map { collapsed($0) }.filter { !$0.isEmpty }
    }

    private static func isStop(_ character: Character) -> Bool { character == "." || character == "!" || character == "?" }
}
