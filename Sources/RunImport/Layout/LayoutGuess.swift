import AgentRuns

/// Guesses what each part of some paths of one depth is.
struct LayoutGuess {
    let pattern: String?

    init(paths: [[String]], models: Set<String>) {
        guard let depth = paths.first?.count, depth > 0 else {
            pattern = nil
            return
        }
        let kinds = Kinds(models: models)
        let parts = (0..<depth).map { place in Self.part(paths.map { $0[place] }, kinds, isFile: place == depth - 1) }
        pattern = parts.contains { $0.contains("{") } ? parts.joined(separator: "/") : nil
    }

    /// The pattern of the names at one place.
    private static func part(_ names: [String], _ kinds: Kinds, isFile: Bool) -> String {
        guard isFile else { return name(names, kinds) }
        let endings = Set(names.map { name in name.lastIndex(of: ".").map { String(name[$0...]) } ?? "" })
        let ending = endings.count == 1 ? endings.first ?? "" : ""
        let stems = names.map { String($0.dropLast(ending.count)) }
        return name(stems, kinds) + (endings.count == 1 ? ending : "")
    }

    /// Several fields in a name count for more than one that takes the whole of it.
    private static func name(_ names: [String], _ kinds: Kinds) -> String {
        let splits = ["__", "_", "-"].compactMap { split(names, at: $0, kinds) }
        if let several = splits.first(where: { $0.fields > 1 }) { return several.pattern }
        return kinds.field(names) ?? splits.first { $0.fields > 0 }?.pattern ?? constant(names) ?? "*"
    }

    private static func split(_ names: [String], at separator: String, _ kinds: Kinds) -> (pattern: String, fields: Int)? {
        let split = names.map { $0.split(separator: separator, omittingEmptySubsequences: false).map(String.init) }
        guard let count = split.first?.count, count > 1, split.allSatisfy({ $0.count == count }) else { return nil }
        var pieces: [String] = []
        for place in 0..<count {
            let texts = split.map { $0[place] }
            let piece = kinds.field(texts) ?? constant(texts) ?? "*"
            // What follows a model's name and is nothing else is the rest of it.
            if pieces.last != "{model}" || piece.contains("{") { pieces.append(piece) }
        }
        let fields = pieces.filter { $0.contains("{") }
        return Set(fields).count == fields.count ? (pieces.joined(separator: separator), fields.count) : nil
    }

    private static func constant(_ names: [String]) -> String? {
        guard Set(names).count == 1, let name = names.first, !name.contains(where: { "{}*".contains($0) }) else { return nil }
        return name
    }

    /// What names can be told by.
    private struct Kinds {
        let models: [String]

        init(models: Set<String>) { self.models = models.map(Self.bare) }

        /// The field that all of some names are values of.
        func field(_ names: [String]) -> String? {
            if names.allSatisfy({ NamedDate(whole: $0) != nil }) { return "{date}" }
            if let counted = counted(names) { return counted }
            if names.allSatisfy(isModel) { return "{model}" }
            for (field, words) in Self.words where names.allSatisfy({ name in Self.isOne(of: words, name) }) { return "{\(field)}" }
            return nil
        }

        private func isModel(_ name: String) -> Bool {
            let bare = Self.bare(name)
            guard bare.utf8.count > 2 else { return false }
            return models.contains { $0.contains(bare) || bare.contains($0) } || Self.families.contains(where: bare.hasPrefix)
        }

        /// `c8`, `concurrency=8`: the same letters, and a number.
        private func counted(_ names: [String]) -> String? {
            let heads = Set(names.map { String($0.prefix { !$0.isNumber }) })
            guard heads.count == 1, let head = heads.first, names.allSatisfy({ Int($0.dropFirst(head.count)) != nil }) else { return nil }
            let key = head.lowercased().filter { $0.isLetter }
            return Self.counts[key].map { "\(head){\($0)}" }
        }

        private static func bare(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }

        private static func isOne(of words: [String], _ name: String) -> Bool {
            let bare = bare(name)
            return words.contains { bare.hasPrefix($0) }
        }

        private static let words: [(field: String, words: [String])] = [
            (
                "backend",
                [
                    "vllm", "sglang", "trtllm", "tensorrt", "llamacpp", "llamabench", "ollama", "tgi", "lmdeploy", "mlx", "exllama", "cuda",
                    "rocm", "vulkan", "metal", "hip", "sycl", "openvino",
                ]
            ),
            (
                "hardware",
                [
                    "a10", "a100", "a30", "a40", "a6000", "h100", "h200", "h20", "b100", "b200", "b300", "gb200", "gb300", "l4", "l40", "t4", "v100",
                    "p40",
                    "mi2", "mi3", "rtx", "gtx", "40", "50", "m1", "m2", "m3", "m4", "gaudi", "tpu", "xeon", "epyc", "ryzen", "cpu", "gpu",
                ]
            ),
        ]

        private static let families = [
            "llama", "metallama", "qwen", "mistral", "mixtral", "gemma", "phi", "deepseek", "gpt", "falcon", "granite", "glm", "kimi", "opt",
            "smollm",
            "tinyllama", "yi", "codellama", "olmo", "nemotron", "commandr",
        ]

        private static let counts = [
            "c": "concurrency", "conc": "concurrency", "concurrency": "concurrency", "maxconcurrency": "concurrency", "tp": "tp", "ep": "ep",
            "isl": "isl", "osl": "osl", "rate": "request_rate", "qps": "request_rate", "rps": "request_rate", "requestrate": "request_rate",
            "bs": "batch_size", "batch": "batch_size", "batchsize": "batch_size", "ngl": "n_gpu_layers",
        ]
    }
}
