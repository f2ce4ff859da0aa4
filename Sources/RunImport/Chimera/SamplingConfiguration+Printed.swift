import AgentRuns

extension SamplingConfiguration {
    /// Reads the line of options that the Rust programs print: `Ollama defaults`, or all six options, each with a number or `default`.
    init?(printed line: ArraySlice<UInt8>) {
        self.init()
        if line.equals("Ollama defaults") { return }
        for part in line.string.split(separator: ", ") {
            let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
            guard sides.count == 2 else { return nil }
            let name = sides[0] == "temp" ? "temperature" : sides[0]
            guard Self.standardOptions.contains(name) else { return nil }
            if sides[1] == "default" { continue }
            guard let value = Double(sides[1]), value.isFinite else { return nil }
            self[name] = .number(value)
        }
    }
}

extension LineReader {
    mutating func requireConfiguration(_ opening: StaticString) throws(ImportError) -> SamplingConfiguration {
        let line = try require(opening, "")
        guard let configuration = SamplingConfiguration(printed: line) else {
            throw broken("'\(line.string)' is no list of options", at: self.line - 1)
        }
        return configuration
    }
}
