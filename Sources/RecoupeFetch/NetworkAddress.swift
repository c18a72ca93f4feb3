// The bytes of an IP address in, the special range it lies in out, after the registries of special-purpose addresses (RFC 6890 and its
// updates). IPv4 inside IPv6, as mapped, translated or tunnelled, is looked at as the IPv4 address it leads to.

/// An IPv4 address (4 bytes) or an IPv6 address (16).
package struct NetworkAddress: Sendable, Hashable {
    package let bytes: [UInt8]

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// What kind of address that is not public it is; nothing for a public one.
    package var special: String? {
        switch bytes.count {
        case 4: Self.special4(bytes)
        case 16: special6
        default: "an address of an unknown kind"
        }
    }

    private struct Range {
        let prefix: [UInt8]
        let bits: Int
        let kind: String

        init(_ prefix: [UInt8], _ bits: Int, _ kind: String) { (self.prefix, self.bits, self.kind) = (prefix, bits, kind) }

        func holds(_ bytes: [UInt8]) -> Bool {
            for bit in 0..<bits {
                let (index, mask) = (bit / 8, UInt8(0x80) >> UInt8(bit % 8))
                let own = index < prefix.count ? prefix[index] : 0
                if own & mask != bytes[index] & mask { return false }
            }
            return true
        }
    }

    private static let ranges4 = [
        Range([0], 8, "an unspecified address"), Range([10], 8, "a private address"), Range([100, 64], 10, "a provider's inner address"),
        Range([127], 8, "a loopback address"), Range([169, 254], 16, "a link-local address"), Range([172, 16], 12, "a private address"),
        Range([192, 0, 0], 24, "a reserved address"), Range([192, 0, 2], 24, "an address for documentation"),
        Range([192, 88, 99], 24, "a reserved address"), Range([192, 168], 16, "a private address"),
        Range([198, 18], 15, "an address for measurements"), Range([198, 51, 100], 24, "an address for documentation"),
        Range([203, 0, 113], 24, "an address for documentation"), Range([224], 4, "a multicast address"),
        Range([240], 4, "a reserved address"),
    ]

    private static let ranges6 = [
        Range([0xFF], 8, "a multicast address"), Range([0xFE, 0x80], 10, "a link-local address"),
        Range([0xFE, 0xC0], 10, "a private address"), Range([0xFC], 7, "a private address"),
        Range([0x20, 0x01, 0x0D, 0xB8], 32, "an address for documentation"), Range([0x3F, 0xFF], 20, "an address for documentation"),
        Range([0x20, 0x01, 0x00], 23, "a reserved address"),
    ]

    private static func special4(_ bytes: [UInt8]) -> String? { ranges4.first { $0.holds(bytes) }?.kind }

    private var special6: String? {
        if bytes.dropLast().allSatisfy({ $0 == 0 }) { return bytes.last == 1 ? "a loopback address" : "an unspecified address" }
        if let inner { return Self.special4(inner) }
        if let range = Self.ranges6.first(where: { $0.holds(bytes) }) { return range.kind }
        return bytes[0] & 0xE0 == 0x20 ? nil : "a reserved address"
    }

    /// The IPv4 address within: mapped (::ffff:0:0/96), compatible (::/96), translated (64:ff9b::/96) or of a 6to4 tunnel (2002::/16).
    private var inner: [UInt8]? {
        if bytes.prefix(2).elementsEqual([0x20, 0x02]) { return Array(bytes[2..<6]) }
        let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        let compatible = [UInt8](repeating: 0, count: 12)
        let translated: [UInt8] = [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]
        return [mapped, compatible, translated].contains(Array(bytes.prefix(12))) ? Array(bytes.suffix(4)) : nil
    }
}
