// Union-find with path halving and union by size (Tarjan 1975): which things have been taken for one.

/// A partition of 0..<count that only grows coarser.
struct DisjointSets {
    private var parent: [Int]
    private var members: [[Int]]

    init(count: Int) {
        parent = Array(0..<count)
        members = (0..<count).map { [$0] }
    }

    /// The representative of the set that holds a thing.
    mutating func root(_ item: Int) -> Int {
        var item = item
        while parent[item] != item {
            parent[item] = parent[parent[item]]
            item = parent[item]
        }
        return item
    }

    /// All things of the set of a thing, in order of joining.
    mutating func set(of item: Int) -> [Int] { members[root(item)] }

    /// Makes one set of two.
    mutating func join(_ a: Int, _ b: Int) {
        var (a, b) = (root(a), root(b))
        guard a != b else { return }
        if members[a].count < members[b].count { swap(&a, &b) }
        parent[b] = a
        members[a] += members[b]
        members[b] = []
    }

    /// Joins two sets unless some pair across them is forbidden; says whether they are one now.
    @discardableResult
    mutating func join(_ a: Int, _ b: Int, unless forbidden: (Int, Int) -> Bool) -> Bool {
        let (one, other) = (root(a), root(b))
        if one == other { return true }
        for x in members[one] {
            for y in members[other] where forbidden(x, y) { return false }
        }
        join(one, other)
        return true
    }

    /// The sets, each sorted, in the order of their least member.
    func sets() -> [[Int]] {
        members.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    }
}
