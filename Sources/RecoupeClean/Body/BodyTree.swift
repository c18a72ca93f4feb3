// A regression tree of the body model: splits on features, leaves with values.

/// One tree; nodes lead forward only.
package struct BodyTree: Sendable {
    package enum Node: Sendable, Hashable {
        case leaf(Float)
        /// Values that do not exceed the threshold go to `low`.
        case split(feature: Int, threshold: Float, low: Int, high: Int)
    }

    package var nodes: [Node]

    package init(nodes: [Node]) { self.nodes = nodes }
}
