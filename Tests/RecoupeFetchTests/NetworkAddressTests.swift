// Addresses, and whether they are public.
import Foundation
import Testing

@testable import RecoupeFetch

@Suite struct NetworkAddressTests {
    private func address(_ text: String) -> NetworkAddress {
        var bytes = [UInt8](repeating: 0, count: 16)
        let isWide = text.contains(":")
        #expect(inet_pton(isWide ? AF_INET6 : AF_INET, text, &bytes) == 1)
        return NetworkAddress(Array(bytes.prefix(isWide ? 16 : 4)))
    }

    @Test(arguments: [
        "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.255", "169.254.169.254", "172.16.0.1",
        "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.168.0.1", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9",
        "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
        "::ffff:169.254.169.254", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::1", "100::1", "2001::1",
        "2001:db8::1", "2002:7f00:1::", "2002:c0a8:1::1", "3fff::1", "5f00::1", "fc00::1", "fd12:3456::1", "fe80::1", "febf::1",
        "fec0::1", "ff02::1", "ff0e::1",
    ])
    func specialAddresses(_ text: String) { #expect(address(text).special != nil, "\(text)") }

    @Test(arguments: [
        "1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.1", "126.255.255.255", "128.0.0.1", "169.253.1.1", "172.15.255.255",
        "172.32.0.1", "192.0.1.1", "192.167.1.1", "192.169.1.1", "198.17.1.1", "198.20.0.1", "223.255.255.254", "2001:4860:4860::8888",
        "2606:4700::1111", "2a00:1450::1", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1",
    ])
    func publicAddresses(_ text: String) { #expect(address(text).special == nil, "\(text)") }

    @Test func anAddressOfAnyOtherLengthIsRefused() {
        for count in [0, 3, 5, 15, 17] { #expect(NetworkAddress([UInt8](repeating: 8, count: count)).special != nil) }
    }
}
