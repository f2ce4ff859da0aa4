import JSON

/// The durations of one answer of Ollama in nanoseconds, without those that cannot be.
///
/// Servers with Ollama's API write other units, and the server itself has written durations of days. What contradicts the whole is left out; where
/// the parts are next to nothing of it, none of them is nanoseconds.
struct OllamaDurations {
    private(set) var load: Double?
    private(set) var prompt: Double?
    private(set) var generation: Double?
    private(set) var total: Double?
    /// A sentence for each contradiction.
    private(set) var notes: [String] = []
    /// The time between tokens needs two of them.
    private(set) var hasRate = true

    /// - Parameters:
    ///   - evaluated: tokens of the prompt that took time.
    ///   - output: tokens that were generated.
    init(of object: JSON, evaluated: Double?, output: Double?) {
        load = object.figure("load_duration")
        prompt = object.figure("prompt_eval_duration")
        generation = object.figure("eval_duration")
        total = object.figure("total_duration")
        if let output, output == 1, generation != nil {
            hasRate = false
            notes.append("Output throughput and TPOT are left out: one token has no time between tokens.")
        }
        dropOtherUnits()
        dropImpossibleRates(output, of: evaluated)
        dropPartsLongerThanWhole()
    }

    /// No model generates a token in less than this, in nanoseconds.
    private static let leastOfToken = 5000.0
    /// Nor does it read one in less.
    private static let leastOfEvaluation = 20.0
    /// Starting, sampling and sending take some time beside the parts, but not nearly all of it.
    private static let leastOfParts = 0.02
    private static let rounding = 1.001

    private mutating func dropImpossibleRates(_ output: Double?, of evaluated: Double?) {
        if let evaluated, let part = prompt, part > 0, part < evaluated * Self.leastOfEvaluation {
            prompt = nil
            notes.append("TTFT and prompt throughput are left out: \(Int(evaluated)) tokens in \(Int(part)) ns cannot be.")
        }
        guard let output, output > 1, let generation, generation > 0, generation / output < Self.leastOfToken else { return }
        self.generation = nil
        notes.append("Output throughput and TPOT are left out: a token in \(Int(generation / output)) ns cannot be.")
        guard let total, total / output < Self.leastOfToken else { return }
        self.total = nil
        load = nil
        prompt = nil
        notes.append("All durations are left out: they are no nanoseconds.")
    }

    private mutating func dropPartsLongerThanWhole() {
        guard let total, total > 0 else { return }
        if let part = generation, part > total * Self.rounding {
            generation = nil
            notes.append("Output throughput and TPOT are left out: the generation is longer than the whole call.")
        }
        if let part = prompt, part > total * Self.rounding {
            prompt = nil
            notes.append("TTFT and prompt throughput are left out: the evaluation of the prompt is longer than the whole call.")
        }
        if let part = load, part > total * Self.rounding {
            load = nil
            notes.append("TTFT is left out: loading the model took longer than the whole call.")
        }
        guard let load, let prompt, load + prompt + (generation ?? 0) > total * 1.02 else { return }
        self.load = nil
        self.prompt = nil
        generation = nil
        notes.append("TTFT, TPOT and the throughputs are left out: the parts are longer than the whole call.")
    }

    private mutating func dropOtherUnits() {
        guard let total, total > 0, let parts = generation.map({ $0 + (load ?? 0) + (prompt ?? 0) }), parts < total * Self.leastOfParts else {
            return
        }
        load = nil
        prompt = nil
        generation = nil
        notes.append("TTFT, TPOT and the throughputs are left out: the parts are next to nothing of the whole call, so they are no nanoseconds.")
    }
}
