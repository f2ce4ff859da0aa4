import AgentRuns

@testable import RunImport

extension ServingSample {
    /// The runs of one of the samples, with some of its text replaced.
    static func runs(_ file: String, replacing changes: KeyValuePairs<String, String> = [:]) -> [Run] {
        reading(file, replacing: changes).runs.map(\.run)
    }

    static func reading(_ file: String, replacing changes: KeyValuePairs<String, String> = [:]) -> ImportReading {
        InMemory.read(changes.reduce(named(file)) { $0.replacing($1.key, with: $1.value) }, name: file)
    }
}

extension Run {
    var execution: AgentExecution { executions[0] }

    /// The figures of a metric: mean, p50, p95, p99, deviation.
    func figures(_ metric: MetricID) -> [Double?]? {
        execution.metrics[metric].map { summary in [.mean, .p50, .p95, .p99, .stddev].map { summary[$0] } }
    }

    func mean(_ metric: MetricID) -> Double? { execution.metrics[metric]?[.mean] }

    /// The options as one line, in the order of their names.
    var options: String {
        execution.configuration.options.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    }
}
