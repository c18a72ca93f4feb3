// Wholes and their parts inside single articles. What each rule asks for as evidence stands in its own file.
internal import RecoupeModel

/// Finds sums.
struct SumFinder {
    func find(in story: Story) -> SumFindings {
        var all = SumFindings()
        for (number, reading) in story.readings.enumerated() {
            let found = [
                ListedParts(article: story.articles[number], reading: reading).find(),
                StatedParts().find(in: reading), PlacePartition(reading).find(), SumFindings(sums: EnumeratedParts().find(in: reading)),
            ]
            var seen = Set<String>()
            for findings in found {
                all.sums += findings.sums.filter { seen.insert($0.id).inserted }
                all.conflicts += findings.conflicts
            }
        }
        all.sums.sort { ($0.wholePassage, $0.id) < ($1.wholePassage, $1.id) }
        return all
    }
}
