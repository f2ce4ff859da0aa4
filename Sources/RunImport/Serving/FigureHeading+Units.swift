import AgentRuns

extension FigureHeading {
    /// A unit as headings write it.
    struct Unit: Hashable {
        /// As it is shown of a metric that the registry does not know.
        var shown: String
        /// The metric that it makes of the names in `names`, or of every name.
        var known: MetricID?
        var names: Set<String>?
        /// How much of the metric's unit it is.
        var scale = 1.0

        func metric(of name: String) -> MetricID? {
            guard let known, names?.contains(name) ?? true else { return nil }
            return known
        }
    }

    /// Names that say what was measured without a unit, and the unit that goes without saying.
    static let bareNames: [String: Unit] = {
        var names: [String: Unit] = [:]
        for (unit, words) in [
            ("w", ["power", "avg power", "power draw", "gpu power"]), ("j", ["energy"]), ("°c", ["temp", "temperature", "gpu temp"]),
        ] {
            for word in words { names[word] = units[unit] }
        }
        return names
    }()

    static let units: [String: Unit] = {
        var units: [String: Unit] = [:]
        for (spellings, unit) in table {
            for spelling in spellings { units[spelling] = unit }
        }
        return units
    }()

    private static let powers: Set<String> = [
        "", "average power", "avg power", "gpu power", "mean power", "power", "power avg", "power draw", "power mean",
    ]
    private static let energies: Set<String> = ["", "energy", "energy total", "energy used", "gpu energy", "total energy"]
    private static let memories: Set<String> = [
        "gpu mem", "gpu memory", "max memory", "max vram", "mem", "memory", "memory used", "peak mem", "peak memory", "peak vram", "vram",
        "vram used",
    ]

    /// Units by their spellings in lower case.
    private static let table: [([String], Unit)] = [
        (["w", "watt", "watts"], Unit(shown: "W", known: .power, names: powers)),
        (["kw"], Unit(shown: "kW", known: .power, names: powers, scale: 1000)),
        (["mw"], Unit(shown: "mW", known: .power, names: powers, scale: 1e-3)),
        (["j", "joule", "joules"], Unit(shown: "J", known: .energy, names: energies)),
        (["kj"], Unit(shown: "kJ", known: .energy, names: energies, scale: 1000)),
        (["wh"], Unit(shown: "Wh", known: .energy, names: energies, scale: 3600)),
        (["kwh"], Unit(shown: "kWh", known: .energy, names: energies, scale: 3_600_000)),
        (
            ["j/tok", "j/t", "j/token", "joule/token", "joules/token", "energy/token", "j/output_token", "joules/output_token"],
            Unit(shown: "J/token", known: .energyPerToken)
        ),
        (["mj/tok", "mj/t", "mj/token"], Unit(shown: "mJ/token", known: .energyPerToken, scale: 1e-3)),
        (
            ["tok/j", "t/j", "token/j", "tokens/j", "tokens/joule", "token/joule", "tok/s/w", "t/s/w", "tokens/s/w"],
            Unit(shown: "tok/J", known: .tokensPerJoule)
        ),
        (["gib"], Unit(shown: "GiB", known: .memory, names: memories, scale: 1.073741824)),
        (["gb"], Unit(shown: "GB", known: .memory, names: memories)),
        (["mib"], Unit(shown: "MiB", known: .memory, names: memories, scale: 1.048576e-3)),
        (["mb"], Unit(shown: "MB", known: .memory, names: memories, scale: 1e-3)),
        (["ns"], Unit(shown: "ns")), (["us", "µs", "μs"], Unit(shown: "µs")),
        (["ms"], Unit(shown: "ms")), (["s", "sec", "secs", "seconds"], Unit(shown: "s")),
        (["%", "pct", "percent"], Unit(shown: "%")), (["°c", "℃", "celsius"], Unit(shown: "°C")),
        (["t/s", "tok/s", "tokens/s", "tps"], Unit(shown: "tok/s")),
        (["req/s", "rps"], Unit(shown: "req/s")),
        (["mhz"], Unit(shown: "MHz")), (["ghz"], Unit(shown: "GHz")),
        (["gb/s"], Unit(shown: "GB/s")), (["gib/s"], Unit(shown: "GiB/s")),
        (["$", "usd"], Unit(shown: "USD")), (["€", "eur"], Unit(shown: "EUR")),
    ]
}
