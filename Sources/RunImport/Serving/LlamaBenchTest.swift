import AgentRuns

/// What one test of llama-bench did: tokens of a prompt and of generated text, behind so many that were there already.
struct LlamaBenchTest: Hashable {
    var prompt: Double
    var generated: Double
    var depth: Double

    init(prompt: Double, generated: Double, depth: Double) {
        self.prompt = prompt
        self.generated = generated
        self.depth = depth
    }

    /// `pp512`, `tg128`, `pp512+tg128`, each with ` @ d32768` for a depth; old tables have a blank before the number. The fork ik_llama.cpp writes
    /// `tg64@pp512` for text behind a prompt that the clock did not run for.
    init?(_ label: String) {
        self.init(prompt: 0, generated: 0, depth: 0)
        let parts = Array(label.utf8).split(separator: UInt8(ascii: "@"), maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2 {
            guard let depth = Self.tokens(parts[1], after: "d") ?? Self.tokens(parts[1], after: "pp") else { return nil }
            self.depth = depth
        }
        for part in parts[0].split(separator: UInt8(ascii: "+")) {
            if let tokens = Self.tokens(part, after: "pp") {
                prompt = tokens
            } else if let tokens = Self.tokens(part, after: "tg") {
                generated = tokens
            } else {
                return nil
            }
        }
        if prompt + generated == 0 { return nil }
    }

    private static func tokens(_ part: ArraySlice<UInt8>, after letters: StaticString) -> Double? {
        part.trimmed.between(letters)?.trimmed.integer.map(Double.init)
    }
}

extension ServingRecord {
    /// What a test measured; whether there are tokens of a prompt and of text decides what its rate is a rate of.
    mutating func setTest(_ test: LlamaBenchTest, rate: Double?, deviation: Double?, n: Int?) {
        set("n_prompt", test.prompt)
        set("n_gen", test.generated)
        set("n_depth", test.depth)
        let metric: MetricID = test.generated == 0 ? .promptThroughput : test.prompt == 0 ? .outputThroughput : .totalThroughput
        setRate(metric, n: n) { $0 == .mean ? rate : $0 == .stddev ? deviation : nil }
        if test.prompt > 0 { setScalar(.inputTokens, test.prompt) }
        if test.generated > 0 { setScalar(.outputTokens, test.generated) }
    }

    /// Takes a field or a column that has no place of its own: a figure where its name or its cell has a unit, a version, or a setting whatever its
    /// name is.
    mutating func setLlamaField(_ field: String, _ value: OptionValue) {
        let setting = LlamaBenchSetting(field)
        let isKnown = LlamaBenchSetting.isKnown(field)
        if !isKnown {
            if let heading = FigureHeading(field) ?? Self.headingByCell(field, value) { return setFigure(heading, value) }
            let name = SettingName(field)
            if name.isVersion { return setVersion(name.version(value.description)) }
        }
        guard let shown = setting.value(value) else { return }
        if !isKnown {
            guard SettingName(field).isSetting(shown) else { return }
            if case .number = shown { doubt(setting.name) }
        }
        setSetting(setting.name, shown, isDefault: setting.isDefault(shown))
    }

    /// The heading of a figure that only its cell tells from a setting.
    private static func headingByCell(_ field: String, _ value: OptionValue) -> FigureHeading? {
        guard case .text(let cell) = value, FigureHeading.isMeasured(cell) else { return nil }
        return FigureHeading(unitless: field, unit: FigureHeading.unitOf(cell) ?? "")
    }

    private mutating func setFigure(_ heading: FigureHeading, _ value: OptionValue) {
        switch value {
        case .number(let number): setFigure(heading.figure(of: number))
        case .text(let cell): if let figure = heading.figure(of: cell) { setFigure(figure) }
        case .flag: break
        }
    }

    /// Leaves flash attention out of the configuration where it is off by default, and nobody switched it on.
    mutating func dropSwitchedOffFlashAttention() {
        if options[LlamaBenchSetting.flashAttention] == .number(0) { dropSetting(LlamaBenchSetting.flashAttention) }
    }
}
