// Products of small matrices and the curves of a network, in plain Swift on SIMD8<Float>. The order of additions is fixed and no library's
// `exp` is called, so that the same weights give the same bits wherever the program runs.

/// Inner loops on row-major matrices.
package enum Kernels {
    /// `c` (rows × columns) becomes, or with `adding` grows by, `a` (rows × inner) times `b` (inner × columns). `columns` is a multiple of 8.
    package static func multiply(
        _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ c: UnsafeMutablePointer<Float>, rows: Int, inner: Int, columns: Int,
        adding: Bool = false
    ) {
        var row = 0
        while row + 4 <= rows {
            multiplyFour(a + row * inner, b, c + row * columns, inner, columns, adding)
            row += 4
        }
        while row < rows {
            multiplyOne(a + row * inner, b, c + row * columns, inner, columns, adding)
            row += 1
        }
    }

    @inline(__always)
    package static func load(_ pointer: UnsafePointer<Float>, _ offset: Int) -> SIMD8<Float> {
        UnsafeRawPointer(pointer + offset).loadUnaligned(as: SIMD8<Float>.self)
    }

    @inline(__always)
    package static func store(_ value: SIMD8<Float>, _ pointer: UnsafeMutablePointer<Float>, _ offset: Int) {
        UnsafeMutableRawPointer(pointer + offset).storeBytes(of: value, as: SIMD8<Float>.self)
    }

    @inline(__always)
    private static func multiplyFour(
        _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ c: UnsafeMutablePointer<Float>, _ inner: Int, _ columns: Int, _ adding: Bool
    ) {
        var column = 0
        while column < columns {
            var (s0, s1, s2, s3) = (SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>())
            if adding {
                (s0, s1) = (load(c, column), load(c, columns + column))
                (s2, s3) = (load(c, 2 * columns + column), load(c, 3 * columns + column))
            }
            for index in 0..<inner {
                let line = load(b, index * columns + column)
                s0 += line * a[index]
                s1 += line * a[inner + index]
                s2 += line * a[2 * inner + index]
                s3 += line * a[3 * inner + index]
            }
            store(s0, c, column)
            store(s1, c, columns + column)
            store(s2, c, 2 * columns + column)
            store(s3, c, 3 * columns + column)
            column += 8
        }
    }

    @inline(__always)
    private static func multiplyOne(
        _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ c: UnsafeMutablePointer<Float>, _ inner: Int, _ columns: Int, _ adding: Bool
    ) {
        var column = 0
        while column < columns {
            var sum = adding ? load(c, column) : SIMD8<Float>()
            for index in 0..<inner { sum += load(b, index * columns + column) * a[index] }
            store(sum, c, column)
            column += 8
        }
    }

    /// Rows become columns; the columns of the result are padded with zeros to `width`.
    package static func transpose(_ a: UnsafePointer<Float>, rows: Int, columns: Int, into out: UnsafeMutablePointer<Float>, width: Int) {
        for column in 0..<columns {
            for row in 0..<rows { out[column * width + row] = a[row * columns + column] }
            for row in rows..<max(rows, width) { out[column * width + row] = 0 }
        }
    }

    /// e to the power of x by range reduction and a polynomial of degree 5 (relative error below 3e-7).
    @inline(__always)
    package static func exponential(_ x: SIMD8<Float>) -> SIMD8<Float> {
        let bounded = x.clamped(lowerBound: SIMD8(repeating: -80), upperBound: SIMD8(repeating: 80))
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
    package static func sigmoid(_ x: SIMD8<Float>) -> SIMD8<Float> { 1 / (1 + exponential(-x)) }

    @inline(__always)
    package static func tanh(_ x: SIMD8<Float>) -> SIMD8<Float> { 2 / (1 + exponential(-2 * x)) - 1 }
}
