// Files in, the reports in them in batches out: a batch is bounded in reports and in bytes, so that memory stays flat however much a
// file holds.
internal import RecoupeIntake

/// The reports in some files.
struct FoundReports {
    private let intake: Intake
    private var files: ArraySlice<String>
    private var open: Members?

    init(files: [String], intake: Intake) {
        self.intake = intake
        self.files = files[...]
    }

    /// Files not opened yet.
    var filesLeft: Int { files.count }

    /// The next reports and troubles; nothing at the end.
    mutating func next(_ count: Int, bytes: Int) -> [Found]? {
        var out: [Found] = []
        var size = 0
        while out.count < count, size < bytes, let found = next() {
            if case .report(let member) = found { size += member.bytes.count }
            out.append(found)
        }
        return out.isEmpty ? nil : out
    }

    private mutating func next() -> Found? {
        while true {
            if let found = open?.next() { return found }
            guard let file = files.popFirst() else { return nil }
            open = intake.members(at: file)
        }
    }
}
