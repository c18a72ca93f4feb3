// `recoupe-forge mutate`: inputs damaged many times over, each taken in and cleaned as a report would be. Prints how many pages came out,
// the longest time and the most memory. A crash ends the program; the number of the input at hand stands in the progress file, and
// `--start` goes on from there, or makes that input again.
internal import ArgumentParser
internal import Foundation
internal import RecoupeClean
internal import RecoupeIntake
internal import RecoupeLanguage
internal import RecoupeTraining
internal import Synchronization

struct Mutate: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Damages inputs in many ways and sees that each is read or refused.")

    @Argument(help: "Files, or folders of them, to damage; each argument gets as many turns as any other.") var seeds: [String]
    @Option(help: "How many damaged inputs.") var count = 1000
    @Option(help: "The number of the first.") var start = 0
    @Option(help: "The seed of the damage.") var seed: UInt64 = 1
    @Option(help: "Seconds of work that one input may take.") var seconds = 2.0
    @Option(help: "Where the number of the input at hand is noted.") var progress: String?
    @Option(help: "Write the last damaged input here.") var save: String?

    private struct Tally {
        var pages = 0, troubles = 0, slow = 0, bytes = 0
        var longest = 0.0, longestWait = 0.0
        var longestNumber = 0
    }

    func run() throws {
        let groups = try seeds.map { try Intake().files(at: [$0]).map { ($0, try Files.bytes($0)) } }
        let cleaner = try Cleaner(packs: ["fr", "en"].map { try LanguagePack($0, files: PackFiles()) })
        var tally = Tally()
        for number in start..<(start + count) {
            let group = groups[number % groups.count]
            let (path, bytes) = group[number / groups.count % group.count]
            var mutator = Mutator(seed: seed &* 1_000_003 &+ UInt64(number))
            let others = groups[(number / 7) % groups.count]
            let damaged = mutator.mutated(bytes, with: others[number / 3 % others.count].1)
            if let save { try Files.write(damaged, to: save) }
            if let progress { try Files.write(Array("\(number) \(path)\n".utf8), to: progress) }
            try take(damaged, number, path, cleaner, &tally)
        }
        report(tally)
        if tally.slow > 0 { throw ExitCode(1) }
    }

    private func take(_ bytes: [UInt8], _ number: Int, _ path: String, _ cleaner: Cleaner, _ tally: inout Tally) throws {
        let intake = Intake()
        let (begun, busy) = (ContinuousClock.now, Self.busySeconds())
        for found in intake.members(bytes, path: "input") {
            guard case .report(let member) = found, let page = try? intake.page(member) else {
                tally.troubles += 1
                continue
            }
            _ = cleaner.clean(page)
            tally.pages += 1
        }
        let (waited, taken) = ((ContinuousClock.now - begun) / .seconds(1), Self.busySeconds() - busy)
        tally.bytes += bytes.count
        tally.longestWait = max(tally.longestWait, waited)
        if taken > tally.longest { (tally.longest, tally.longestNumber) = (taken, number) }
        // Other programs on the machine lengthen the wait, not the work.
        guard taken > seconds || waited > 10 * seconds else { return }
        tally.slow += 1
        print("slow: number \(number), \(path), \(bytes.count) bytes, \(taken) s of work, \(waited) s in all")
    }

    /// CPU time of this thread.
    private static func busySeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private func report(_ tally: Tally) {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        print(
            "\(count) inputs (\(tally.bytes >> 20) MB): \(tally.pages) pages, \(tally.troubles) troubles, \(tally.slow) over \(seconds) s,"
                + " longest \(tally.longest) s of work (number \(tally.longestNumber)), \(tally.longestWait) s in all,"
                + " most memory \(usage.ru_maxrss >> 10) MB")
    }
}
