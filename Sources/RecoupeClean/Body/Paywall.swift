// Whether a page gives only the beginning of its report: a line below the last words of a short text that keeps the rest for
// subscribers, or linked data that say so of a text of few words.
internal import RecoupeModel

/// Recognises the stubs that paywalls leave.
struct Paywall {
    let parts: Parts
    /// What the linked data say of the report: free to read, not free, or nothing.
    let isFree: Bool?

    /// The warning for a stub, or nothing.
    var warning: Warning? {
        let words = parts.body.reduce(0) { $0 + parts.blocks[$1].count }
        guard words <= Tuning.stubWords else { return nil }
        if let line {
            return Self.warning("The page keeps the rest of the report for subscribers (“\(line.prefix(80))”); this is its beginning.")
        }
        guard isFree == false, words <= Tuning.stubFewWords else { return nil }
        return Self.warning("The page says that its report is not free to read and gives few words; they may be its beginning alone.")
    }

    /// The line that keeps the rest back: below the text, next to it.
    private var line: String? {
        guard let last = parts.body.last else { return nil }
        let below = (last + 1)..<min(parts.blocks.count, last + 1 + Tuning.nearBlocks)
        return below.first { parts.kinds[$0].contains("wall") }.map { parts.blocks[$0].text }
    }

    private static func warning(_ message: String) -> Warning {
        Warning(
            code: "clean.text.paywalled", message: message,
            remedy: "Save the page again from an account that can read it, or add the whole text."
        )
    }
}
