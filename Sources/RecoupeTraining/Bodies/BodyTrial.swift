// How a body model does on sites that it has not seen: the pages are parted by site, each part is cleaned with a model that was trained
// on the others, and the articles' texts are compared with those of the readers.
package import RecoupeClean
package import RecoupeLanguage
internal import RecoupeModel

/// Cross-validation by site.
package struct BodyTrial {
    package let recipe: BodyRecipe
    package let packs: [LanguagePack]

    package init(recipe: BodyRecipe, packs: [LanguagePack]) {
        self.recipe = recipe
        self.packs = packs
    }

    /// The scores of each group of pages; `report` gets the pages that are found badly.
    package func scores(_ groups: [[BodyExample]], report: (String) -> Void) throws(PackError) -> [BodyScore] {
        var scores = groups.map { _ in BodyScore() }
        for part in 0..<recipe.parts {
            let others = groups.flatMap { $0 }.filter { recipe.part(of: $0.site) != part }
            let model = recipe.train(others)
            let cleaner = try Cleaner(packs: packs, body: try BodyModel(BodyRecipe.bytes(model)))
            for (place, group) in groups.enumerated() {
                for example in group where recipe.part(of: example.site) == part {
                    let given = Shingles(cleaner.clean(example.page).text)
                    scores[place].add(wanted: example.wantedText, given: given)
                    var own = BodyScore()
                    own.add(wanted: example.wantedText, given: given)
                    report("\(example.id)\t\(own.f1)\t\(own.extra)\t\(own.missed)")
                }
            }
        }
        return scores
    }
}
