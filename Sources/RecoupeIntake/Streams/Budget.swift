// What one file may unpack to, with all that is packed inside what is packed in it: a count of bytes that every unpacking draws on.

/// The bytes that a file may still unpack to.
final class Budget {
    private let path: String
    private let ratio: Int
    private let allowed: Int
    private var spent = 0

    /// `packed` is the size of the file as it came.
    init(path: String, packed: Int, limits: IntakeLimits) {
        self.path = path
        ratio = limits.ratio
        let (product, overflow) = packed.multipliedReportingOverflow(by: limits.ratio)
        allowed = overflow ? Int.max : max(product, IntakeLimits.slack)
    }

    var isExceeded: Bool { spent > allowed }

    /// Counts unpacked bytes; throws once they are too many.
    func charge(_ count: Int) throws(IntakeError) {
        spent += count
        guard !isExceeded else { throw .bomb(path, ratio: ratio) }
    }
}
