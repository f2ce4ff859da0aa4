import AgentRuns

/// Finds the sweeps among runs.
enum SweepFinder {
    /// - Parameters:
    ///   - all: every execution of the site, oldest first.
    ///   - others: executions that are part of something else already.
    /// - Returns: by suite, each with a slug that nothing else has.
    static func sweeps(among all: [Observation], without others: Set<ObservationID>, slugs: inout Slugs) -> [Sweep] {
        let observations = all.filter { !others.contains($0.id) }
        var sweeps = Dictionary(grouping: observations) { SweepPlan($0) }.sorted { $0.key < $1.key }.flatMap { plan, members in
            byKind(members).flatMap { kind, members in
                bySlot(members).compactMap { slot, members in
                    Sweep(members, plan: plan, slot: slot, kind: kind)
                }
            }
        }
        for index in sweeps.indices { sweeps[index].slug = slugs.claim(sweeps[index].slugBase) }
        return sweeps
    }

    /// Executions without any TTFT, such as failed ones, tell nothing of its kind: they stand with the kind that most have.
    private static func byKind(_ members: [Observation]) -> [(TTFTKind, [Observation])] {
        let kinds = Dictionary(grouping: members.filter(\.execution.hasTTFT)) { TTFTKind($0) }
        let usual = kinds.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
        guard let usual else { return members.first.map { [(TTFTKind($0), members)] } ?? [] }
        return kinds.keys.sorted().map { kind in
            (kind, members.filter { $0.execution.hasTTFT ? TTFTKind($0) == kind : kind == usual })
        }
    }

    /// One group where every slot stands for one configuration; else a group for each slot.
    private static func bySlot(_ members: [Observation]) -> [(slot: String?, [Observation])] {
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
