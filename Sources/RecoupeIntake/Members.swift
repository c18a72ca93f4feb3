// All reports in a file, one after another, however they are packed: a stack of open containers, of which the innermost gives the next
// report or another container. Only the report at hand is in memory.

/// Something that holds reports.
protocol MemberSource: AnyObject {
    /// The next report, trouble or container; nothing at the end.
    func next() -> Step?
}

/// What a container gives next.
enum Step {
    case found(Found)
    /// Bytes that may be a report or a container of its own; read before the next step is asked for.
    case nested(ByteStream, path: String, envelope: Envelope)
}

/// Steps that are known already.
final class ListSource: MemberSource {
    private var steps: ArraySlice<Step>

    init(_ steps: [Step]) { self.steps = steps[...] }

    func next() -> Step? { steps.popFirst() }
}

/// The reports in a file.
package final class Members: Sequence, IteratorProtocol {
    private struct Frame {
        let source: any MemberSource
        let path: String
        /// Reports taken from it at most.
        let limit: Int?
        /// Whether what is no report is only counted.
        let isArchive: Bool
        var reports = 0
        var passed = 0
        var firstPassed = ""
    }

    /// Lines of trouble told one by one before the rest is only counted.
    private static let troublesTold = 50

    private let opener: Opener
    private let path: String
    private var stack: [Frame] = []
    private var pending: [Found] = []
    private var troubles = 0
    private var hasEnded = false

    init(_ first: Opener.Opened, opener: Opener, path: String) {
        self.opener = opener
        self.path = path
        take(first, path: path)
    }

    package func next() -> Found? {
        while true {
            if let found = pending.first {
                pending.removeFirst()
                if let told = told(found) { return told }
            } else if let step = stack.last?.source.next() {
                take(step)
            } else if let frame = stack.popLast() {
                if frame.passed > 0 {
                    pending.append(.trouble(.passedOver(frame.path, count: frame.passed, first: frame.firstPassed)))
                }
            } else {
                return end()
            }
        }
    }

    private func end() -> Found? {
        guard !hasEnded else { return nil }
        hasEnded = true
        return troubles > Self.troublesTold ? .trouble(.moreTrouble(path, count: troubles - Self.troublesTold)) : nil
    }

    private func told(_ found: Found) -> Found? {
        guard case .trouble = found else { return found }
        troubles += 1
        if opener.budget.isExceeded { stack = [] }
        return troubles <= Self.troublesTold ? found : nil
    }

    private func take(_ step: Step) {
        switch step {
        case .found(.report(let member)): take(member)
        case .found(let trouble): pending.append(trouble)
        case .nested(let stream, let path, let envelope):
            take(opener.open(stream, path: path, envelope: envelope, level: stack.count), path: path)
        }
    }

    private func take(_ opened: Opener.Opened, path: String) {
        switch opened {
        case .report(let member): take(member)
        case .trouble(let error): pending.append(.trouble(error))
        case .noReport(let error):
            if let last = stack.indices.last, stack[last].isArchive {
                if stack[last].passed == 0 { stack[last].firstPassed = String(path.split(separator: "#").last ?? "") }
                stack[last].passed += 1
            } else {
                pending.append(.trouble(error))
            }
        case .container(let source, let limit, let isArchive):
            stack.append(Frame(source: source, path: path, limit: limit, isArchive: isArchive))
        }
    }

    /// Counts a report in every container around it, up to one without limit, and leaves the outermost that has had its share.
    private func take(_ member: Member) {
        let first = (stack.lastIndex { $0.limit == nil } ?? -1) + 1
        for index in stack.indices.dropFirst(first) {
            guard let limit = stack[index].limit, stack[index].reports >= limit else { continue }
            pending.append(.trouble(.many(stack[index].path, limit: limit)))
            stack.removeSubrange(index...)
            return
        }
        for index in stack.indices.dropFirst(first) { stack[index].reports += 1 }
        pending.append(.report(member))
    }
}
