// The curves of the tree network for training, on eight numbers at a time: what `CKernels` computes when the product reads.

/// Curves, and runs of eight numbers in memory.
enum Curves {
    @inline(__always)
    static func load(_ pointer: UnsafePointer<Float>, _ offset: Int) -> SIMD8<Float> {
        UnsafeRawPointer(pointer + offset).loadUnaligned(as: SIMD8<Float>.self)
    }

    @inline(__always)
    static func store(_ value: SIMD8<Float>, _ pointer: UnsafeMutablePointer<Float>, _ offset: Int) {
        UnsafeMutableRawPointer(pointer + offset).storeBytes(of: value, as: SIMD8<Float>.self)
    }

    /// e to the power of x by range reduction and a polynomial of degree 5 (relative error below 3e-7).
    @inline(__always)
    static func exponential(_ x: SIMD8<Float>) -> SIMD8<Float> {
        let bounded = x.replacing(with: 80, where: x .> 80).replacing(with: -80, where: x .< -80)
        // Adding 1.5 · 2²³ rounds to a whole number and leaves it in the lowest bits, where it becomes the exponent.
        let shifted = bounded * 1.442_695_04 + 12_582_912
        let whole = shifted - 12_582_912
        let rest = bounded - whole * 0.693_359_375 + whole * 2.121_944_4e-4
        var sum = rest * 1.987_569_1e-4 + 1.398_2e-3
        sum = sum * rest + 8.333_452e-3
        sum = sum * rest + 4.166_579_6e-2
        sum = sum * rest + 0.166_666_65
        sum = sum * rest + 0.5
        sum = sum * rest * rest + rest + 1
        let power = (unsafeBitCast(shifted, to: SIMD8<Int32>.self) &+ 127) &<< 23
        return sum * unsafeBitCast(power, to: SIMD8<Float>.self)
    }

    @inline(__always)
    static func sigmoid(_ x: SIMD8<Float>) -> SIMD8<Float> { 1 / (1 + exponential(-x)) }

    @inline(__always)
    static func tanh(_ x: SIMD8<Float>) -> SIMD8<Float> { 2 / (1 + exponential(-2 * x)) - 1 }
}
