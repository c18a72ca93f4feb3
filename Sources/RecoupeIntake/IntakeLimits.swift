// How much the way in accepts. What goes beyond is refused with a typed error, or cut where that loses no text.

/// The limits of `Intake`; a user may change them.
package struct IntakeLimits: Sendable, Codable, Hashable {
    /// The largest input read, in bytes.
    package var bytes: Int
    /// How deep elements may stand in one another; deeper ones lose their tags and keep their text.
    package var depth: Int

    package init(bytes: Int = 64 << 20, depth: Int = 512) {
        self.bytes = bytes
        self.depth = depth
    }
}
