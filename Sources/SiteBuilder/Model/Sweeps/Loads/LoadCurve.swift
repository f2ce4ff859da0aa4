import AgentRuns

/// One server under its loads, the lightest first.
struct LoadCurve: Sendable {
    /// The options that say how the model was served.
    let server: SamplingConfiguration
    /// Which of a program's variants this is; the program's own name where it has but one.
    let slot: String
    /// What tells it from the other curves of its sweep: `dtype fp8, tp 8`.
    var label = ""
    let points: [LoadPoint]
}

extension [LoadCurve] {
    /// The same curves, each named by what differs; an option that says no more than one before it is left out.
    var labelled: [LoadCurve] {
        let columns: [(String, (LoadCurve) -> String?)] =
            [("", { $0.slot })]
            + Set(flatMap { $0.server.options.keys }).sorted().map { name in (name + " ", { $0.server[name]?.description }) }
        var kept: [(String, (LoadCurve) -> String?)] = []
        var partitions: Set<[Int]> = []
        for column in columns where Set(map(column.1)).count > 1 {
            let values = map(column.1)
            let partition = values.map { value in values.firstIndex(of: value) ?? 0 }
            if partitions.insert(partition).inserted { kept.append(column) }
        }
        return map { curve in
            var curve = curve
            curve.label = kept.compactMap { name, value in value(curve).map { name + $0 } }.joined(separator: ", ")
            return curve
        }
    }
}
