/// A fact that runs and their executions can have, by which they are told apart, filtered and grouped.
public struct RunField: Sendable {
    /// Where the value stands in a run file.
    public enum Place: Sendable, Hashable {
        /// In a field of the run, of its producer or system, or of the execution.
        case field
        /// Among the options of the configuration.
        case option
    }

    /// As run files, chart blocks and `site.toml` write it: `num_ctx`, `runtime`.
    public let id: String
    /// As it stands in a sentence: `input length`.
    public let title: String
    /// The unit of a number; `nil` for what has none.
    public let unit: String?
    public let facet: Facet
    public let place: Place
    /// Whether a value stands also for what lies below it: `tr115` for `tr115/runtime-smol`.
    public let isPath: Bool
    private let read: @Sendable (Run, AgentExecution) -> OptionValue?
    private let canonical: @Sendable (OptionValue) -> OptionValue

    /// What an execution has; `nil` where its source does not say.
    public func value(of execution: AgentExecution, in run: Run) -> OptionValue? { read(run, execution) }

    /// The value as a series' key holds it: what is the same thing under two spellings has one.
    public func keyValue(_ value: OptionValue) -> OptionValue { canonical(value) }

    /// The field of the run or the execution of an id; `nil` for an option.
    public static func field(_ id: String) -> RunField? { fields[id] }

    /// The option of an id: its row in the table, else a setting that this program does not know.
    public static func option(_ id: String) -> RunField { options[id] ?? .option(id, id, .configuration) }

    /// The field of an id, else the option.
    public static func named(_ id: String) -> RunField { field(id) ?? option(id) }

    /// Where an option or a field stands among others: the configuration's first, then by facet and by the table; equal for those of no row.
    static func rank(of id: String) -> Int { ranks[id] ?? table.count / 2 }

    private static let ranks: [String: Int] = {
        let order: [Facet] = [.configuration, .workload, .environment, .subject, .version, .amount, .outcome]
        let rows = order.flatMap { facet in table.filter { $0.facet == facet } }
        let configurations = table.count { $0.facet == .configuration }
        // What is not in the table is a setting: it comes after the settings that are.
        let pairs = rows.enumerated().map { place, field in (field.id, place < configurations ? place - table.count : place + table.count) }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }()

    /// An option or a field with its value, as it stands in a label: `num_ctx 512`; what speaks for itself stands alone: `rust`.
    public static func phrase(_ id: String, _ value: OptionValue) -> String {
        spokenAlone.contains(id) ? value.description : "\(id) \(value)"
    }

    /// Those whose values nobody has to be told the name of.
    private static let spokenAlone: Set<String> = ["language", "runtime", "os", "arch", "hardware"]

    private static let fields = byID(of: .field)
    private static let options = byID(of: .option)

    private static func byID(of place: Place) -> [String: RunField] {
        Dictionary(uniqueKeysWithValues: table.filter { $0.place == place }.map { ($0.id, $0) })
    }
}

extension RunField {
    static func option(
        _ id: String, _ title: String, unit: String? = nil, _ facet: Facet,
        canonical: @escaping @Sendable (OptionValue) -> OptionValue = { $0 }
    ) -> RunField {
        RunField(
            id: id, title: title, unit: unit, facet: facet, place: .option, isPath: false, read: { $1.configuration[id] }, canonical: canonical)
    }

    static func field(
        _ id: String, _ title: String, _ facet: Facet, isPath: Bool = false, _ value: @escaping @Sendable (Run, AgentExecution) -> String?
    ) -> RunField {
        RunField(
            id: id, title: title, unit: nil, facet: facet, place: .field, isPath: isPath, read: { value($0, $1).map(OptionValue.text) },
            canonical: { $0 })
    }
}
