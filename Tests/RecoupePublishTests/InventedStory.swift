// A story made up for these tests: a bridge that is closed, five reports by invented outlets, and a dossier of it written by hand.
import RecoupeModel
import RecoupeText
import Testing

/// Builds passages by their words.
struct InventedStory {
    let articles: [Article]

    static let courrier = """
        Le pont de Virelle est fermé à toute circulation depuis lundi matin. La préfète de l’Ombrenne, Claire Vasseur, a déclaré : « Aucune voiture ne passera avant la fin des contrôles. »

        Environ 12 500 véhicules empruntaient chaque jour l’ouvrage, selon le département. Le maire de Virelle, Hugo Delmas, a promis une navette gratuite avant le 15 mars 2031.

        « Nous n’avons reçu aucun avertissement », a-t-il ajouté devant la presse. Les trois piles, dont deux en bois et une en pierre, seront inspectées.
        """
    static let eclaireur = """
        Le pont a été fermé mardi, et non lundi, assure la société Ponts & Voies. Quelque 9 000 véhicules l’empruntaient chaque jour.

        L’entreprise aurait averti la mairie dès la fin de janvier. « C’est faux », répond Hugo Delmas.
        """
    static let meridia = """
        VIRELLE (Meridia) — Le pont de Virelle est fermé à toute circulation depuis lundi matin. La préfète de l’Ombrenne, Claire Vasseur, a déclaré : « Aucune voiture ne passera avant la fin des contrôles. »
        """
    static let harbour = """
        The Virelle bridge, closed since Monday, will reopen in June, the prefect said. The free shuttle promised by mayor Hugo Delmas has not started.

        Some 10,200 vehicles a day now take the long way round.
        """

    init() {
        articles = [
            Self.article(
                "a1", "Le Courrier de la Virelle", "Le pont de Virelle fermé « jusqu’à nouvel ordre »", Self.courrier, (2031, 3, 4), true),
            Self.article("a2", "L’Éclaireur", "Pont fermé : qui savait ?", Self.eclaireur, (2031, 3, 6), true),
            Self.article("a3", "Meridia", "Le pont de Virelle fermé", Self.meridia, (2031, 3, 3), false),
            Self.article("a4", "The Harbour Post", "Bridge shuttle still missing", Self.harbour, (2031, 4, 2), true, language: "en"),
        ]
    }

    static func day(_ day: (Int, Int, Int)) -> CalendarDay {
        CalendarDay(year: day.0, month: day.1, day: day.2) ?? CalendarDay(number: 0)
    }

    static func article(
        _ id: String, _ outlet: String?, _ title: String?, _ text: String, _ day: (Int, Int, Int), _ stated: Bool, language: String = "fr"
    ) -> Article {
        Article(
            id: id, path: "reports/\(id).html", sha256: String(repeating: "0f", count: 32), url: "https://news.example/\(id)", title: title,
            text: text, language: language, outlet: outlet, authors: id == "a1" ? ["Inès Roch"] : [],
            published: Published(DaySpan(Self.day(day)), stated: stated, because: [stated ? "Publié le \(day.2)" : "lundi matin"]),
            origins: id == "a1" ? [Origin(name: "Meridia", relation: .credits, because: "(Meridia)")] : [],
            removed: id == "a1" ? ["Lire aussi : nos recettes de saison", "Abonnez-vous"] : [],
            warnings: id == "a3"
                ? [Warning(code: "clean.date.guessed", message: "the page states no date", remedy: "give it in the sidecar")] : []
        )
    }

    /// The first place of some words in a report.
    func passage(_ id: String, _ words: String) -> Passage {
        let text = Array((articles.first { $0.id == id }?.text ?? "").unicodeScalars)
        let sought = Array(words.unicodeScalars)
        let start = text.indices.first { text[$0...].starts(with: sought) }
        #expect(start != nil, "“\(words)” does not stand in \(id)")
        return Passage(article: id, start: start ?? 0, end: (start ?? 0) + sought.count, text: words)
    }

    var dossier: Dossier {
        Dossier(
            title: "Le pont de Virelle", languages: ["en", "fr"], articles: articles, entities: entities, times: times, figures: figures,
            statements: statements, events: events, measures: measures, conflicts: conflicts, commitments: commitments, sums: sums,
            copies: copies
        )
    }

    private var entities: [Entity] {
        [
            Entity(
                id: "e1", kind: .person, name: "Claire Vasseur", variants: ["Claire Vasseur"],
                roles: [Role(text: "préfète de l’Ombrenne", passage: passage("a1", "préfète de l’Ombrenne"))],
                mentions: [passage("a1", "Claire Vasseur"), passage("a3", "Claire Vasseur")],
                because: [Because(rule: "link.entity.same-name")]
            ),
            Entity(
                id: "e2", kind: .person, name: "Hugo Delmas", variants: ["Hugo Delmas", "Delmas"],
                roles: [Role(text: "maire de Virelle", passage: passage("a1", "maire de Virelle"))],
                mentions: [passage("a1", "Hugo Delmas"), passage("a2", "Hugo Delmas"), passage("a4", "Hugo Delmas")]
            ),
            Entity(
                id: "e3", kind: .organisation, name: "Ponts & Voies", variants: ["Ponts & Voies"], roles: [],
                mentions: [passage("a2", "Ponts & Voies")]
            ),
            Entity(
                id: "e4", kind: .place, name: "Virelle", variants: ["Virelle", "VIRELLE"], roles: [], mentions: [passage("a3", "VIRELLE")]),
        ]
    }

    private var times: [Time] {
        [
            Time(passage("a1", "lundi matin"), id: "t1", kind: .time, value: "2031-03-03TMO", rule: "fr.times.weekday"),
            Time(passage("a2", "mardi"), id: "t2", kind: .date, value: "2031-03-04", rule: "fr.times.weekday"),
        ]
    }

    private var figures: [Figure] {
        [
            Figure(
                passage("a1", "Environ 12 500 véhicules"), id: "f1", value: 12500, hedge: .about, counted: "véhicules", saidBy: nil,
                rule: "r"),
            Figure(
                passage("a2", "Quelque 9 000 véhicules"), id: "f2", value: 9000, hedge: .about, counted: "véhicules", saidBy: "s3",
                rule: "r"),
            Figure(passage("a4", "Some 10,200 vehicles"), id: "f3", value: 10200, hedge: .about, counted: "vehicles", rule: "r"),
            Figure(passage("a1", "trois piles"), id: "f4", value: 3, counted: "piles", rule: "r"),
        ]
    }

    private var statements: [Statement] {
        [
            Statement(
                passage(
                    "a1", "La préfète de l’Ombrenne, Claire Vasseur, a déclaré : « Aucune voiture ne passera avant la fin des contrôles. »"),
                id: "s1", speaker: "e1", speakerName: "Claire Vasseur", speakerText: "La préfète de l’Ombrenne, Claire Vasseur",
                cue: "a déclaré",
                mode: .direct, content: passage("a1", "Aucune voiture ne passera avant la fin des contrôles."), rule: "r"
            ),
            Statement(
                passage("a1", "« Nous n’avons reçu aucun avertissement », a-t-il ajouté devant la presse"), id: "s2", speaker: "e2",
                speakerName: "Hugo Delmas", speakerText: "il", cue: "a-t-il ajouté", stance: .deny, mode: .direct,
                content: passage("a1", "Nous n’avons reçu aucun avertissement"), saidOn: "2031-03-04", venue: "devant la presse",
                doubts: ["speaker-by-pronoun"], rule: "r"
            ),
            Statement(
                passage("a2", "L’entreprise aurait averti la mairie dès la fin de janvier."), id: "s3", speakerText: "L’entreprise",
                mode: .indirect,
                hearsay: true, content: passage("a2", "L’entreprise aurait averti la mairie dès la fin de janvier"), rule: "r"
            ),
            Statement(
                passage("a2", "« C’est faux », répond Hugo Delmas."), id: "s4", speaker: "e2", speakerName: "Hugo Delmas",
                speakerText: "Hugo Delmas", cue: "répond", stance: .deny, mode: .direct, content: passage("a2", "C’est faux"),
                to: "L’Éclaireur",
                rule: "r"
            ),
        ]
    }

    private var events: [Event] {
        let monday = When(value: "2031-03-03")
        let january = When(value: "2031-01", span: DaySpan(Self.day((2031, 1, 21)), Self.day((2031, 1, 31))))
        let months = When(DaySpan(Self.day((2031, 6, 1)), Self.day((2031, 6, 30))))
        return [
            Event(
                id: "v1", label: "Le pont de Virelle est fermé", when: monday, place: "Virelle", participants: ["e1"], status: .happened,
                mentions: [
                    Event.Mention(passage("a1", "Le pont de Virelle est fermé à toute circulation depuis lundi matin"), when: monday),
                    Event.Mention(passage("a3", "Le pont de Virelle est fermé à toute circulation depuis lundi matin"), when: monday),
                    Event.Mention(passage("a2", "Le pont a été fermé mardi"), when: When(value: "2031-03-04")),
                    Event.Mention(passage("a4", "The Virelle bridge, closed since Monday"), when: monday),
                ],
                origins: ["L’Éclaireur", "Meridia", "The Harbour Post"], because: [Because(rule: "link.event.same-words")]
            ),
            Event(
                id: "v2", label: "L’entreprise aurait averti la mairie", when: january, participants: ["e3"], status: .reported,
                mentions: [Event.Mention(passage("a2", "L’entreprise aurait averti la mairie dès la fin de janvier"), when: january)],
                origins: ["L’Éclaireur"]
            ),
            Event(
                id: "v3", label: "Réouverture du pont", when: months, participants: [], status: .planned,
                mentions: [Event.Mention(passage("a4", "will reopen in June"), when: months)], origins: ["The Harbour Post"]
            ),
            Event(
                id: "v4", label: "Inspection des piles", when: nil, participants: [], status: .planned,
                mentions: [
                    Event.Mention(passage("a1", "Les trois piles, dont deux en bois et une en pierre, seront inspectées"), when: nil)
                ],
                origins: ["Meridia"]
            ),
        ]
    }

    private var measures: [Measure] {
        [
            Measure(
                id: "m1", label: "véhicules par jour",
                points: [
                    Measure.Point(figure: "f1", when: When(value: "2031-03-03")),
                    Measure.Point(figure: "f2", when: When(value: "2031-03-06")),
                    Measure.Point(figure: "f3", when: When(DaySpan(Self.day((2031, 3, 20)), Self.day((2031, 4, 2))))),
                ]
            )
        ]
    }

    private var conflicts: [Conflict] {
        [
            Conflict(
                id: "c1", kind: .date,
                sides: [[passage("a1", "depuis lundi matin"), passage("a4", "closed since Monday")], [passage("a2", "fermé mardi")]],
                reason: Phrase("conflict.unknown-reason", ["a": "2031-03-03"]), because: [Because(rule: "link.conflict.event-day")]
            ),
            Conflict(
                id: "c2", kind: .denial,
                sides: [
                    [passage("a2", "aurait averti la mairie")],
                    [passage("a1", "Nous n’avons reçu aucun avertissement"), passage("a2", "C’est faux")],
                ],
                reason: Phrase("conflict.denial")
            ),
        ]
    }

    private var commitments: [Commitment] {
        [
            Commitment(
                passage("a1", "Hugo Delmas, a promis une navette gratuite avant le 15 mars 2031"), id: "k1", by: ["e2"],
                what: "une navette gratuite",
                madeOn: "2031-03-04", deadline: "2031-03-15", outcome: .missed, silent: false,
                evidence: [passage("a4", "The free shuttle promised by mayor Hugo Delmas has not started.")]
            ),
            Commitment(
                passage("a4", "will reopen in June, the prefect said"), id: "k2", by: [], what: "will reopen in June", madeOn: nil,
                deadline: "2031-06",
                outcome: .open, silent: true, evidence: []
            ),
        ]
    }

    private var sums: [Sum] {
        [
            Sum(
                id: "u1", whole: 3, parts: [2, 1], holds: true, wholePassage: passage("a1", "trois piles"),
                partPassages: [passage("a1", "deux en bois"), passage("a1", "une en pierre")]
            ),
            Sum(
                id: "u2", whole: 3, parts: [2, 2], holds: false, wholePassage: passage("a1", "trois piles"),
                partPassages: [passage("a1", "deux en bois"), passage("a1", "une en pierre")]
            ),
        ]
    }

    private var copies: [Copy] {
        let words = "Le pont de Virelle est fermé à toute circulation depuis lundi matin."
        return [
            Copy(
                id: "y1", article: "a1", of: "a3", share: 0.42, passages: [[passage("a1", words), passage("a3", words)]], relation: .copies,
                because: [Because(rule: "link.copy.shingles")]
            )
        ]
    }
}
