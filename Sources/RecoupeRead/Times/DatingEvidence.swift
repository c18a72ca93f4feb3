// An undated article comes in, the text that may date it goes out: its own words and those captions, taken out in cleaning, that plainly
// speak of the same people and places. Lines of furniture, with dates of other reports, stay out.
internal import RecoupeModel
internal import RecoupeText

/// Gathers what may date an undated article.
enum DatingEvidence {
    private enum Tuning {
        /// Capitalised words that a caption has to share with the article, and words that it has at least; tuned on undated reports with
        /// captions among the development stories.
        static let sharedNames = 3
        static let words = 8
    }

    /// The article's text, followed by such captions.
    static func text(of article: Article) -> String {
        let names = capitalised(article.text)
        let captions = article.removed.flatMap { $0.split(separator: "\n") }.map { String($0) }.filter { run in
            foldedWords(run).count >= Tuning.words && capitalised(run).intersection(names).count >= Tuning.sharedNames
        }
        return ([article.text] + captions).joined(separator: "\n\n")
    }

    private static func capitalised(_ text: String) -> Set<String> {
        let words = text.unicodeScalars.split { !$0.properties.isAlphabetic }
        return Set(words.filter { $0.count > 2 && $0.first?.properties.isUppercase == true }.map { String($0) })
    }
}
