// How much the way in accepts. What goes beyond is refused in one line that says what, where and what to do, and the rest is read.

/// The limits of `Intake`; a user may change them.
package struct IntakeLimits: Sendable, Codable, Hashable {
    /// The largest report, in bytes: a file that is one report, one file of an archive, one record, one line. A container that is read
    /// piece by piece (archives, web archives, JSON lines) may be larger.
    package var bytes: Int
    /// How deep elements may stand in one another; deeper ones lose their tags and keep their text.
    package var depth: Int
    /// Reports taken from one container; JSON lines have as many as they have.
    package var reports: Int
    /// How many bytes one byte may unpack to, over a whole file with all that is packed in it. Text packs to a tenth or so; what
    /// unpacks to hundreds of times its size was made to do harm.
    package var ratio: Int
    /// How deep containers may stand in one another.
    package var nesting: Int
    /// Seconds a program that reads a format for us may take for one report.
    package var seconds: Int

    /// Unpacked bytes that are allowed whatever the ratio, so that a small file of much white space is not refused.
    static let slack = 16 << 20

    package init(
        bytes: Int = 64 << 20, depth: Int = 512, reports: Int = 1000, ratio: Int = 200, nesting: Int = 8, seconds: Int = 60
    ) {
        self.bytes = bytes
        self.depth = depth
        self.reports = reports
        self.ratio = ratio
        self.nesting = nesting
        self.seconds = seconds
    }
}
