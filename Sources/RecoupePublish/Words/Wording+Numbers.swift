// Numbers and figures as the language writes them; signs and the order of words are data of the pack.
internal import RecoupeModel

extension Wording {
    /// A number with the language's grouping and decimal sign, at most `digits` decimals.
    func number(_ value: Double, digits: Int = 3) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return String(value) }
        let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
        let scaled = (abs(value) * scale).rounded()
        let whole = grouped(Int((scaled / scale).rounded(.down)))
        var decimals = String(Int(scaled.truncatingRemainder(dividingBy: scale)))
        decimals = String(repeating: "0", count: max(0, digits - decimals.count)) + decimals
        while decimals.hasSuffix("0") { decimals.removeLast() }
        let sign = value < 0 && scaled > 0 ? "−" : ""
        return sign + whole + (decimals.isEmpty || digits == 0 ? "" : self("number.decimal") + decimals)
    }

    /// A text with every number in it (`1500`, `0.5`) as the language writes it.
    func numbers(_ text: String) -> String {
        var out = ""
        var rest = text[...]
        while let first = rest.first {
            let run = rest.prefix { first.isASCII && first.isNumber && $0.isASCII && ($0.isNumber || $0 == ".") }
            if run.isEmpty {
                out.append(rest.removeFirst())
            } else {
                out += Double(run).map { number($0) } ?? String(run)
                rest = rest[run.endIndex...]
            }
        }
        return out
    }

    private func grouped(_ number: Int) -> String {
        let digits = Array(String(number))
        guard digits.count > 3 else { return String(digits) }
        var out = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { out += self("number.group") }
            out.append(digit)
        }
        return out
    }

    /// A figure's amount: hedge, number or range, unit.
    func amount(_ figure: Figure) -> String {
        let value = figure.value.map { number($0) }
        let low = figure.low.map { number($0) }
        let high = figure.high.map { number($0) }
        let bare: String
        if let value {
            bare = figure.hedge.map { self("hedge.\($0.rawValue)", ["value": value]) } ?? value
        } else if let low, let high {
            bare = self("hedge.range", ["low": low, "high": high])
        } else {
            bare = low.map { self("hedge.over", ["value": $0]) } ?? high.map { self("hedge.under", ["value": $0]) } ?? figure.text
        }
        return figure.unit.map { self("number.unit", ["number": bare, "unit": label("unit", $0)]) } ?? bare
    }

    /// Shares from 0 to 1 in per cent.
    func percent(_ share: Double) -> String {
        self("number.unit", ["number": number(share * 100, digits: 0), "unit": label("unit", "%")])
    }
}
