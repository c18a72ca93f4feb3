// Words that show by standing in a name, or right beside one, what kind of thing it names: `Logistique` closes a firm's name, `préfète de`
// stands before a place, `épouse de` before a person. Rows of the pack's name types in, sets of folded words out.

/// A pack's signs of what a name names.
struct NameSigns: Sendable {
    /// Close the name of a body and are no surnames (`industries`, `sas`).
    private(set) var firmTails: Set<String> = []
    /// Close the name of a body, but may be surnames too (`bank`, `times`).
    private(set) var bodyTails: Set<String> = []
    /// Parts of a compound that is a body's name (`info-`, `radio-`).
    private(set) var bodyParts: Set<String> = []
    /// Nouns in apposition to a body's name (`société`, `constructeur`).
    private(set) var bodyNouns: Set<String> = []
    /// Nouns in apposition to a thing's name (`vraquier`, `film`).
    private(set) var thingNouns: Set<String> = []
    /// Nouns whose complement is mostly a body (`filiale de`, `porte-parole de`).
    private(set) var bodyOf: Set<String> = []
    /// Words right before a body or a person, never a place (`chez`).
    private(set) var beforeBody: Set<String> = []
    /// Nouns whose complement is a place (`maire de`, `habitants de`).
    private(set) var placeOf: Set<String> = []
    /// Nouns in apposition to a place's name (`commune`, `ville`).
    private(set) var placeNouns: Set<String> = []
    /// Nouns whose complement is a person (`épouse de`, `obsèques de`).
    private(set) var personOf: Set<String> = []
    /// First parts of compound names of places (`saint-`, `port-`).
    private(set) var placeParts: Set<String> = []
    /// Inner parts of compound names of places (`-sur-`, `-lès-`).
    private(set) var placeLinks: Set<String> = []
    /// Last parts of compound names of places (`-maritime`, `-plage`).
    private(set) var placeTails: Set<String> = []
    /// Heads that make one name with a person's name right after them (`fondation`, `lycée`).
    private(set) var namedHeads: Set<String> = []
    /// Linking words of other languages inside names (`of`).
    private(set) var foreignLinks: Set<String> = []
    /// Heads in lower case that are no part of the name of the place after them (`port de`, `ville de`).
    private(set) var bareHeads: Set<String> = []
    /// The words between a noun and its complement (`de`, `of`).
    private(set) var of: Set<String> = []

    /// Takes a row; says whether it knows the row's class.
    mutating func add(_ kind: String, _ word: String) -> Bool {
        switch kind {
        case "firm-tail": firmTails.insert(word)
        case "body-tail": bodyTails.insert(word)
        case "body-part": bodyParts.insert(word)
        case "body-noun": bodyNouns.insert(word)
        case "thing-noun": thingNouns.insert(word)
        case "body-of": bodyOf.insert(word)
        case "before-body": beforeBody.insert(word)
        case "place-of": placeOf.insert(word)
        case "place-noun": placeNouns.insert(word)
        case "person-of": personOf.insert(word)
        case "place-part": placeParts.insert(word)
        case "place-link": placeLinks.insert(word)
        case "place-tail": placeTails.insert(word)
        case "named-head": namedHeads.insert(word)
        case "bare-head": bareHeads.insert(word)
        case "foreign-link": foreignLinks.insert(word)
        case "of": of.insert(word)
        default: return false
        }
        return true
    }
}
