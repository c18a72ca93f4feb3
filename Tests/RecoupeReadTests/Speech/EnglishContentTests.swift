// Sixty English sentences with what is said in each, written and labelled before the reading of them was worked on; the floor is what was
// measured. Contents that share half of the longer one's words are the same.
import RecoupeLanguage
import RecoupeModel
import RecoupeRead
import RecoupeText
import Testing

@Suite struct EnglishContentTests {
    private let reader: Reader

    init() throws { reader = try Reader(packs: [LanguagePack("en")]) }

    /// A text and what is said in it.
    static let sentences: [(text: String, said: [String])] = [
        ("The prime minister insisted on Monday that the talks had not collapsed.", ["the talks had not collapsed"]),
        (
            "“We were never asked,” said Dora Finch, who runs the shelter. “Nobody came to see us.”",
            ["We were never asked", "Nobody came to see us"]
        ),
        ("Finch claimed to have warned the council twice.", ["have warned the council twice"]),
        ("The regulator declined to say when the inquiry would end.", []),
        ("The lorry left the road at dawn and struck a wall.", []),
        (
            "Two of the three tanks were empty when inspectors arrived, the agency's report found.",
            ["Two of the three tanks were empty when inspectors arrived"]
        ),
        ("According to a leaked memo, the plant had been losing money since 2016.", ["the plant had been losing money since 2016"]),
        ("Sales will fall by a tenth this year, the company forecast.", ["Sales will fall by a tenth this year"]),
        ("Union leaders called on the government to halt the closures.", ["halt the closures"]),
        ("The charity urged ministers to publish the figures.", ["publish the figures"]),
        ("Dr Paul Renner, an oceanographer, described the spill as “a slow disaster”.", ["the spill as “a slow disaster”"]),
        ("Renner believes the oil will reach the bay within days.", ["the oil will reach the bay within days"]),
        ("The embassy confirmed the death of a second hiker.", ["the death of a second hiker"]),
        ("She added that no one else had been on board.", ["no one else had been on board"]),
        (
            "“It is,” the coach said, “the best result we have had in years.”",
            ["It is", "the best result we have had in years"]
        ),
        ("The ministry has denied reports that the dam is cracking.", ["reports that the dam is cracking"]),
        ("A spokesman for the port said: “All berths are open.”", ["All berths are open"]),
        ("The trial, which began in March, is expected to last six weeks.", []),
        ("Police say the suspect fled on foot.", ["the suspect fled on foot"]),
        ("Witnesses said they heard two shots before the car sped away.", ["they heard two shots before the car sped away"]),
        (
            "The senator acknowledged having met the lobbyist but denied any wrongdoing.",
            ["having met the lobbyist", "any wrongdoing"]
        ),
        ("“I was wrong,” he admitted in an interview with The Weekly Ledger.", ["I was wrong"]),
        ("The bank estimates that losses could reach $40 million.", ["losses could reach $40 million"]),
        ("As the mayor put it, “the bill has come due”.", ["the bill has come due"]),
        ("In a letter to staff, the director wrote that the museum would stay shut.", ["the museum would stay shut"]),
        ("The airline apologised for the delay.", []),
        ("Airport officials blamed the queues on a computer fault.", ["the queues on a computer fault"]),
        ("The health secretary is reported to have threatened to resign.", []),
        ("It was announced on Friday that the festival would be cancelled.", ["the festival would be cancelled"]),
        ("The school will reopen on Monday, its head teacher, Ruth Okafor, confirmed.", ["The school will reopen on Monday"]),
        (
            "Okafor, 51, told parents that lessons would resume online and that meals would be delivered.",
            ["lessons would resume online and that meals would be delivered"]
        ),
        ("Asked whether he would stand again, Marsden said: “Wait and see.”", ["Wait and see"]),
        ("“No comment,” was all the banker would say.", ["No comment"]),
        ("The king visited the flooded villages on Tuesday.", []),
        ("Scientists warn of a shortage of drinking water by 2040.", ["a shortage of drinking water by 2040"]),
        (
            "Researchers say that warmer nights, rather than hotter days, are to blame.",
            ["warmer nights, rather than hotter days, are to blame"]
        ),
        ("One resident, who asked not to be named, said the smell was unbearable.", ["the smell was unbearable"]),
        ("The opposition accused him of lying to parliament.", ["lying to parliament"]),
        ("The group promised to refund every ticket by the end of June.", ["refund every ticket by the end of June"]),
        ("He said he had “no regrets” about the decision.", ["he had “no regrets” about the decision"]),
        ("The mayor tweeted: “Stay indoors.”", ["Stay indoors"]),
        (
            "“The fire is out,” tweeted the brigade at 4am, thanking its crews.",
            ["The fire is out"]
        ),
        ("Investigators suspect that the brakes failed.", ["the brakes failed"]),
        ("The union argued the offer amounted to a pay cut.", ["the offer amounted to a pay cut"]),
        (
            "Critics say the law is vague; its backers reply that judges will settle the matter.",
            ["the law is vague", "judges will settle the matter"]
        ),
        ("The pilot reported smoke in the cabin minutes after take-off.", ["smoke in the cabin minutes after take-off"]),
        ("Under the plan, every household would receive a grant.", []),
        ("Ferries would run every hour from April, the operator announced.", ["Ferries would run every hour from April"]),
        ("She recalled that her father had built the mill.", ["her father had built the mill"]),
        (
            "“We looked everywhere,” the guide explained, adding that the fog had hidden the path.",
            ["We looked everywhere", "the fog had hidden the path"]
        ),
        ("Neither company responded to requests for comment.", []),
        (
            "The storm killed nine people, according to the civil defence agency, which put the damage at €3 million.",
            ["The storm killed nine people"]
        ),
        ("The inspector recommended closing the quarry at once.", ["closing the quarry at once"]),
        ("Economists had expected growth of two per cent.", ["growth of two per cent"]),
        ("The lawyer told the court her client “never meant to hurt anyone”.", ["her client “never meant to hurt anyone”"]),
        ("In his view, the treaty is “a dead letter”.", ["the treaty is “a dead letter”"]),
        ("The play, called “A Winter's Guest”, opens in May.", []),
        (
            "The foreign minister said that his Norwegian counterpart had agreed to mediate.",
            ["his Norwegian counterpart had agreed to mediate"]
        ),
        ("“There is no danger to the public,” the utility said in a statement on Sunday night.", ["There is no danger to the public"]),
        ("Villagers complained that the road had not been gritted.", ["the road had not been gritted"]),
    ]

    @Test func contentsReachTheirFloor() {
        var right = 0
        var given = 0
        var wanted = 0
        for (text, said) in Self.sentences {
            let article = Article(id: "a", path: "a.txt", sha256: "", text: text, language: "en")
            let found = reader.read(article).statements.map(\.content.text)
            var free = found
            given += found.count
            wanted += said.count
            for content in said {
                guard let match = free.firstIndex(where: { overlap($0, content) >= 0.5 }) else { continue }
                free.remove(at: match)
                right += 1
            }
        }
        let score = 2 * Double(right) / Double(given + wanted)
        #expect(Self.sentences.count == 60)
        #expect(score >= 0.75, "\(right) right, \(given) given, \(wanted) wanted")
    }

    /// The share of common words of the longer text.
    private func overlap(_ a: String, _ b: String) -> Double {
        let first = foldedWords(a)
        var second = foldedWords(b)
        let common = first.count { word in
            guard let index = second.firstIndex(of: word) else { return false }
            second.remove(at: index)
            return true
        }
        let longest = max(first.count, foldedWords(b).count)
        return longest == 0 ? 0 : Double(common) / Double(longest)
    }
}
