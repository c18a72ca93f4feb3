import RecoupeLanguage
import Testing

@Suite struct TableTests {
    @Test func rowsKeepTheirLineNumbers() throws {
        let table = try Table(Array("# words\n\na\tb\nc\td\te\n".utf8), file: "x.tsv", columns: 2)
        #expect(table.rows.map(\.line) == [3, 4])
        #expect(table.rows[1][2] == "e")
        #expect(table.rows[0][2] == "")
    }

    @Test func aShortRowNamesFileAndLine() {
        let error = #expect(throws: PackError.self) { try Table(Array("a\tb\nc\n".utf8), file: "x.tsv", columns: 2) }
        #expect(error?.description.hasPrefix("x.tsv:2:") == true)
    }

    @Test func packsAreCarriedInside() throws {
        #expect(LanguagePack.codes().contains("fr"))
        #expect(try LanguagePack("fr").name == "français")
    }
}
