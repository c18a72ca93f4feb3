// How pages say when they were published, whatever their language (`Languages/markup/datewords.tsv`): names of meta elements, words of
// class names, labels before a day, and members of data that stand beside the text.
internal import RecoupeLanguage
internal import RecoupeText

/// What a day on a page stands for.
enum DateRole: String, Sendable { case published, modified, plain, other }

/// The words that tell the role of a day.
struct DateVocabulary: Sendable {
    /// Names of meta elements, the surest first.
    private(set) var metas: [DateRole: [String]] = [:]
    /// Names of members in scripts.
    private(set) var keys: [String] = []
    /// Stems of class words by their first byte, in the order of the file.
    private var classes = [[(stem: [UInt8], role: DateRole)]](repeating: [], count: 256)
    /// Which small letters begin one of them, a bit each from the letter a on.
    private var classLetters: UInt32 = 0
    /// Labels by their first word.
    private var labels: [String: [(words: [String], role: DateRole)]] = [:]

    init(files: PackFiles) throws(PackError) {
        let path = "Languages/markup/datewords.tsv"
        guard let bytes = files.bytes(path) else { throw PackError(file: path, trouble: "is missing", remedy: "restore the file") }
        for row in try Table(bytes, file: path, columns: 3).rows {
            guard let role = DateRole(rawValue: row[1]) else {
                throw PackError(
                    file: path, line: row.line, trouble: "\"\(row[1])\" is no role", remedy: "use published, modified, plain or other")
            }
            switch row[0] {
            case "meta": metas[role, default: []].append(row[2])
            case "class":
                let stem = Array(row[2].utf8)
                guard let first = stem.first, (0x61...0x7A).contains(first) else { continue }
                classes[Int(first)].append((stem, role))
                classLetters |= 1 << UInt32(first - 0x61)
            case "label":
                let words = foldedWords(row[2])
                labels[words.first ?? "", default: []].append((words, role))
            case "key": keys.append(row[2])
            default:
                throw PackError(file: path, line: row.line, trouble: "\"\(row[0])\" is no kind", remedy: "use meta, class, label or key")
            }
        }
    }

    /// What class names say of the day in an element; nothing where they speak of no day.
    func role(ofClasses names: UnsafeBufferPointer<UInt8>) -> DateRole? {
        var found: DateRole?
        ClassWords.each(names) { word in
            guard found == nil || found == .plain, classLetters >> UInt32(word[0] - 0x61) & 1 == 1 else { return }
            for (stem, role) in classes[Int(word[0])] where word.holdsFolded(stem, at: 0) {
                found = role
                break
            }
        }
        return found
    }

    /// What the words before a day say of it: the label that stands nearest to the day.
    func role(ofLabel text: Substring) -> DateRole {
        guard !text.isEmpty else { return .plain }
        let words = foldedWords(text).suffix(8)
        var best: (end: Int, length: Int, role: DateRole)?
        for start in words.indices {
            for label in labels[words[start]] ?? [] where words[start...].starts(with: label.words) {
                let (end, length) = (start + label.words.count, label.words.count)
                if best.map({ (end, length) > ($0.end, $0.length) }) ?? true { best = (end, length, label.role) }
            }
        }
        return best?.role ?? (text.utf8.contains(0xC2) && text.holds("©") ? .other : .plain)
    }
}
