// What a person sees on standard error: complaints a line each, and progress only where it is a terminal.
internal import Foundation
internal import Recoupe
internal import Synchronization

enum Terminal {
    /// Writes a line to standard error.
    static func complain(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

    static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }
}

/// Shows how far an intake is: reports done, rate, time left; a few times a second at most.
final class ProgressLine: Sendable {
    private let begun = ContinuousClock.now
    private let shown = Mutex<ContinuousClock.Instant?>(nil)

    func show(_ progress: IntakeProgress) {
        guard Terminal.isInteractive, progress.done > 0 else { return }
        let now = ContinuousClock.now
        let isDue = shown.withLock { last in
            if let last, now - last < .milliseconds(200), progress.done < progress.total { return false }
            last = now
            return true
        }
        guard isDue else { return }
        let seconds = max(Double((now - begun).components.seconds) + Double((now - begun).components.attoseconds) / 1e18, 0.001)
        let rate = Double(progress.done) / seconds
        let left = Int(Double(progress.total - progress.done) / rate)
        let end = progress.done == progress.total ? "\n" : ""
        let line = "\r\u{1B}[K\(progress.done)/\(progress.total) reports, \(Int(rate)) a second, \(left) s left" + end
        FileHandle.standardError.write(Data(line.utf8))
    }
}
