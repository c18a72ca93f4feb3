// What a search by words answers with: reports, best first, and where in them the words stand.
package import RecoupeModel

/// A report in which the words asked for stand.
package struct SearchHit: Sendable, Hashable {
    /// Its id.
    package let article: String
    /// The words in their place; nothing where the place is not known.
    package let passage: Passage?

    package init(article: String, passage: Passage?) {
        self.article = article
        self.passage = passage
    }
}
