// Tab-separated lexicon files: a row a line, cells parted by tabs, `#` starts a comment line, empty lines are passed over.

/// The rows of a lexicon file, with their line numbers for messages.
package struct Table: Sendable {
    package struct Row: Sendable {
        package let line: Int
        package let cells: [String]

        /// A cell, or an empty text where the row is shorter.
        package subscript(index: Int) -> String { index < cells.count ? cells[index] : "" }
    }

    package let file: String
    package let rows: [Row]

    package init(_ bytes: [UInt8], file: String, columns: Int) throws(PackError) {
        self.file = file
        var rows: [Row] = []
        for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.first == 0x23 { continue }
            let cells = line.split(separator: 0x09, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
            guard cells.count >= columns else {
                throw PackError(
                    file: file, line: number + 1, trouble: "has \(cells.count) cells of at least \(columns)",
                    remedy: "part the cells with tabs"
                )
            }
            rows.append(Row(line: number + 1, cells: cells))
        }
        self.rows = rows
    }
}
