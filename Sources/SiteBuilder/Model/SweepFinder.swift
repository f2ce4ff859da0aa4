import AgentRuns

/// Finds the sweeps among runs.
struct SweepFinder {
    let coldLoadLimit: Double?

    /// - Parameter runs: oldest first.
    /// - Returns: by suite, each sweep with a slug of its own; where two would be the same, the later one gets a number.
    func sweeps(among runs: [Run]) -> [Sweep] {
        let observations = runs.flatMap { run in run.executions.indices.map { Observation(run: run, index: $0) } }
        var sweeps = Dictionary(grouping: observations) { SweepPlan($0) }.sorted { $0.key < $1.key }.flatMap { plan, members in
            byKind(members).flatMap { kind, members in
                bySlot(members).compactMap { slot, members in
                    Sweep(members, plan: plan, slot: slot, kind: kind, coldLoadLimit: coldLoadLimit)
                }
            }
        }
        var taken: Set<String> = []
        for index in sweeps.indices {
            let base = sweeps[index].slugBase
            var slug = base
            var number = 2
            while !taken.insert(slug.lowercased()).inserted {
                slug = "\(base)-\(number)"
                number += 1
            }
            sweeps[index].slug = slug
        }
        return sweeps
    }

    /// Executions without any TTFT, such as failed ones, tell nothing of its kind: they stand with the kind that most have.
    private func byKind(_ members: [Observation]) -> [(TTFTKind, [Observation])] {
        let kinds = Dictionary(grouping: members.filter(\.execution.hasTTFT)) { TTFTKind($0) }
        let usual = kinds.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
        guard let usual else { return members.first.map { [(TTFTKind($0), members)] } ?? [] }
        return kinds.keys.sorted().map { kind in
            (kind, members.filter { $0.execution.hasTTFT ? TTFTKind($0) == kind : kind == usual })
        }
    }

    /// One group where every slot stands for one configuration; else a group for each slot.
    private func bySlot(_ members: [Observation]) -> [(slot: String?, [Observation])] {
        let slots = Dictionary(grouping: members, by: \.execution.slot)
        let areLabels = slots.values.allSatisfy { Set($0.map(\.execution.configuration)).count == 1 }
        return areLabels ? [(nil, members)] : slots.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}

extension AgentExecution {
    fileprivate var hasTTFT: Bool {
        calls.contains { $0.ttft != nil } || metrics[.ttft]?.present.contains { $0.value != nil } == true
    }
}

extension Sweep {
    /// `gemma3/gemma3-270m`, with the scenario and the slot where they are given.
    fileprivate var slugBase: String {
        "\(plan.suite)/\([plan.scenario, slot, plan.modelName].compactMap(\.self).map(pathPart).joined(separator: "-"))"
    }
}
