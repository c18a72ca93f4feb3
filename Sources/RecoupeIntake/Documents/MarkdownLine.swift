// The marks inside a line of Markdown undone: links and images, emphasis, code, escapes, notes.

/// Undoes inline marks.
enum MarkdownLine {
    static func plain(_ line: String) -> String {
        let characters = Array(line)
        var out = ""
        var index = 0
        while index < characters.count {
            let character = characters[index]
            if character == "\\", index + 1 < characters.count, characters[index + 1].isPunctuation || characters[index + 1].isSymbol {
                out.append(characters[index + 1])
                index += 2
            } else if character == "!" || character == "[", let link = link(characters, at: index) {
                out += plain(link.words)
                index = link.end
            } else if character == "<", let end = autolink(characters, at: index) {
                out += String(characters[(index + 1)..<end])
                index = end + 1
            } else if isMark(characters, at: index) {
                index += 1
            } else {
                out.append(character)
                index += 1
            }
        }
        return out
    }

    /// Emphasis and code: stars, backticks, tildes in pairs, and low lines at the edge of a word.
    private static func isMark(_ line: [Character], at index: Int) -> Bool {
        let (before, after) = (index > 0 ? line[index - 1] : " ", index + 1 < line.count ? line[index + 1] : " ")
        switch line[index] {
        case "*": return !(before.isWhitespace && after.isWhitespace) && !(before.isNumber && after.isNumber)
        case "`": return true
        case "~": return before == "~" || after == "~"
        case "_": return before.isWhitespace != after.isWhitespace || before.isPunctuation || after.isPunctuation
        default: return false
        }
    }

    /// `[words](address)`, `[words][note]`, `[^note]`; an image has no words.
    private static func link(_ line: [Character], at start: Int) -> (words: String, end: Int)? {
        let isImage = line[start] == "!"
        let open = isImage ? start + 1 : start
        guard open < line.count, line[open] == "[", let close = closing("[", "]", line, from: open) else { return nil }
        let words = isImage ? "" : String(line[(open + 1)..<close])
        guard close + 1 < line.count, line[close + 1] == "(" || line[close + 1] == "[" else {
            return words.hasPrefix("^") ? ("", close + 1) : nil
        }
        let marks: (Character, Character) = line[close + 1] == "(" ? ("(", ")") : ("[", "]")
        guard let end = closing(marks.0, marks.1, line, from: close + 1) else { return nil }
        return (words, end + 1)
    }

    private static func closing(_ open: Character, _ close: Character, _ line: [Character], from start: Int) -> Int? {
        var depth = 0
        for index in start..<min(line.count, start + 4000) {
            if line[index] == open { depth += 1 }
            if line[index] == close { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }

    private static func autolink(_ line: [Character], at start: Int) -> Int? {
        guard let end = line[start...].prefix(500).firstIndex(of: ">"), String(line[(start + 1)..<end]).hasPrefix("http") else {
            return nil
        }
        return end
    }
}
