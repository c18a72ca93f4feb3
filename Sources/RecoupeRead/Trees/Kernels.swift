// Products of small matrices and gated running averages: the C loops of `CKernels` with the types of this module. They give the same bits
// on every machine.
internal import CKernels

/// Inner loops on row-major matrices.
package enum Kernels {
    /// `c` (rows × columns) becomes, or with `adding` grows by, `a` (rows × inner) times `b` (inner × columns). `columns` is a multiple of 8.
    package static func multiply(
        _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ c: UnsafeMutablePointer<Float>, rows: Int, inner: Int, columns: Int,
        adding: Bool = false
    ) {
        recoupe_multiply(a, b, c, rows, inner, columns, adding ? 1 : 0)
    }

    /// Adds to `states` (count × 2 · units) what both directions of a layer remember; `product` holds their gates and candidates before
    /// the curves (count × 4 · units).
    package static func average(
        _ product: UnsafePointer<Float>, bias: UnsafePointer<Float>, states: UnsafeMutablePointer<Float>, count: Int, units: Int
    ) {
        recoupe_average(product, bias, states, count, units)
    }

    /// Rows become columns; the columns of the result are padded with zeros to `width`.
    package static func transpose(_ a: UnsafePointer<Float>, rows: Int, columns: Int, into out: UnsafeMutablePointer<Float>, width: Int) {
        recoupe_transpose(a, rows, columns, out, width)
    }
}
