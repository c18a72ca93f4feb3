// What a page's linked data (JSON-LD, schema.org) says of the report: the object that describes an article, and its members.
internal import RecoupeText

/// The statements of a page's linked data about its article.
struct LinkedFacts: Sendable {
    private(set) var headline: String?
    private(set) var published: String?
    /// All statements of a publication, that of the article first.
    private(set) var publications: [String] = []
    private(set) var modified: String?
    private(set) var authors: [String] = []
    private(set) var publisher: String?
    private(set) var credit: String?
    private(set) var body: String?
    private(set) var subtitle: String?
    private(set) var section: String?
    /// Whether everybody may read the article; nothing where the page does not say.
    private(set) var isFree: Bool?
    private(set) var url: String?
    private(set) var site: String?

    private static let articles: Set<String> = [
        "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle",
        "ReviewNewsArticle", "AskPublicNewsArticle", "BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "Report", "TechArticle",
        "ScholarlyArticle", "AdvertiserContentArticle", "SatiricalArticle", "Review", "MedicalWebPage", "Recipe", "CreativeWork",
    ]
    private static let sites: Set<String> = ["WebSite", "NewsMediaOrganization", "Organization"]

    init(_ scripts: [String]) {
        var objects: [JSONValue] = []
        for script in scripts { JSONValue(script).map { Self.gather($0, depth: 0, into: &objects) } }
        // The longest body tells the article from teasers of others; else the first object counts.
        let articles = objects.filter { Self.isKind($0, Self.articles) }
        let article = articles.max { ($0["articleBody"]?.text?.utf8.count ?? 0) < ($1["articleBody"]?.text?.utf8.count ?? 0) }
        if let article = (article?["articleBody"] == nil ? articles.first : article) { take(article) }
        if let page = objects.first(where: { Self.isKind($0, ["WebPage", "ItemPage"]) }) { take(page) }
        let others = objects.compactMap { $0["datePublished"]?.text }
        publications = (published.map { [$0] } ?? []) + others.prefix(articles.isEmpty ? 1 : 0)
        site = objects.first { Self.isKind($0, Self.sites) }?["name"]?.text
    }

    private static func gather(_ value: JSONValue, depth: Int, into out: inout [JSONValue]) {
        guard depth < 6, out.count < 400 else { return }
        if case .object(let members) = value {
            out.append(value)
            for member in members where ["@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemReviewed"].contains(member.key) {
                gather(member.value, depth: depth + 1, into: &out)
            }
        } else if case .array(let values) = value {
            for value in values { gather(value, depth: depth + 1, into: &out) }
        }
    }

    private static func isKind(_ value: JSONValue, _ kinds: Set<String>) -> Bool {
        (value["@type"]?.elements ?? []).contains { $0.text.map { kinds.contains($0) } ?? false }
    }

    /// Takes what is not known yet.
    private mutating func take(_ object: JSONValue) {
        headline = headline ?? Self.plain(object["headline"]?.text ?? object["name"]?.text)
        published = published ?? object["datePublished"]?.text ?? object["dateCreated"]?.text
        modified = modified ?? object["dateModified"]?.text
        if authors.isEmpty { authors = Self.names(object["author"]) }
        publisher = publisher ?? Self.names(object["publisher"]).first
        credit = credit ?? object["creditText"]?.text ?? Self.names(object["sourceOrganization"]).first
        body = body ?? object["articleBody"]?.text
        subtitle = subtitle ?? Self.plain(object["alternativeHeadline"]?.text ?? object["alternateName"]?.text)
        section = section ?? Self.plain(object["articleSection"]?.elements.first?.text)
        isFree = isFree ?? object["isAccessibleForFree"]?.flag
        url = url ?? object["url"]?.text ?? object["mainEntityOfPage"]?.text ?? object["mainEntityOfPage"]?["@id"]?.text
    }

    /// Names of persons or organisations: strings, or objects with a name.
    private static func names(_ value: JSONValue?) -> [String] {
        var out: [String] = []
        for element in value?.elements ?? [] {
            for name in element["name"]?.elements ?? [element] {
                if let text = plain(name.text), !text.isEmpty, !out.contains(text) { out.append(text) }
            }
        }
        return out
    }

    private static func plain(_ text: String?) -> String? { text.map { collapsed(Entities.decode($0)) } }
}
