import AgentRuns
import Foundation
import JSON
import RunImport
import SystemPackage
import Testing

/// Every sample file, read by the importer and held against what is expected of it.
struct ServingCorpusTests {
    private static let isThere = Shared.folder.map {
        FileManager.default.fileExists(atPath: $0.appending("formats/samples/expected.json").string)
    }

    @Test(.enabled(if: isThere == true, "the shared samples are not there"))
    func `every record of every sample comes out as expected, and nothing more`() async throws {
        let files = try #require(try Shared.json("formats/samples/expected.json").array)
        #expect(files.count >= 51)
        var records = 0
        for file in files {
            let name = try file.requireString("file")
            let reading = await RunImporter().readRuns(at: [try Shared.path("formats/samples/\(name)")])
            let runs = reading.runs.map(\.run).sorted { ($0.runNumber ?? 0) < ($1.runNumber ?? 0) }
            let expected = try file.requireArray("records")
            #expect(runs.count == expected.count, "\(name)")
            #expect(reading.diagnostics.isEmpty, "\(name)")
            if expected.isEmpty { #expect(reading.skipped.count == 1, "\(name)") }
            for (index, (run, record)) in zip(runs, expected).enumerated() {
                let differences = Self.differences(run, record)
                #expect(differences.isEmpty, "\(name), record \(index + 1)")
                records += 1
            }
        }
        #expect(records >= 125)
    }

    private static func differences(_ run: Run, _ record: JSON) -> [String] {
        guard let execution = run.executions.first, run.executions.count == 1 else { return ["not one execution"] }
        var found: [String] = []
        func compare(_ what: String, _ own: String?, _ wanted: String?) {
            if own != wanted { found.append("\(what): \(own ?? "none") instead of \(wanted ?? "none")") }
        }
        compare("source", run.provenance.importer, record["source"]?.string)
        compare("scenario", run.scenario, "serving_benchmark")
        compare("model", execution.model, record["model"]?.string)
        compare("time", run.startedAt.map { String($0.text.prefix(19)) }, record["timestamp"]?.string.map { String($0.prefix(19)) })
        let isNaive = record[path: "config", "timestamp_assumed_utc"]?.bool == true
        if let zone = run.startedAt?.zone { compare("zone", "\(zone == .naive)", "\(isNaive)") }
        let options = (record["config"]?.members ?? []).filter { $0.key != "timestamp_assumed_utc" }
        for option in options { compare(option.key, execution.configuration[option.key]?.description, Self.value(option.value)?.description) }
        // Of what a log says before a block the samples list the load alone.
        let besides = run.provenance.dialect == "T-VLLM-STDOUT" ? printedSettings.subtracting(options.map(\.key)) : []
        let keys = Set(execution.configuration.options.keys).subtracting(besides)
        compare("options", keys.sorted().joined(separator: " "), options.map(\.key).sorted().joined(separator: " "))
        let metrics = record["metrics"]?.members ?? []
        compare("metrics", execution.metrics.keys.map(\.rawValue).sorted().joined(separator: " "), metrics.map(\.key).sorted().joined(separator: " "))
        for metric in metrics {
            let own = execution.metrics[MetricID(rawValue: metric.key)]
            compare("\(metric.key) unit", own?.unit, metric.value["unit"]?.string)
            compare("\(metric.key) n", own?.n.map(String.init), metric.value["n"]?.integer.map(String.init))
            for statistic: MetricSummary.Statistic in [.mean, .p50, .p95, .p99, .stddev] {
                let (value, wanted) = (own?[statistic], metric.value[statistic.rawValue]?.number)
                let isEqual = value.flatMap { value in wanted.map { abs(value - $0) <= 1e-9 * abs($0) } } ?? (value == nil && wanted == nil)
                if !isEqual { found.append("\(metric.key) \(statistic): \(value as Any) instead of \(wanted as Any)") }
            }
        }
        return found
    }

    private static let printedSettings: Set<String> = ["backend", "burstiness", "dataset", "isl", "num_prompts", "osl"]

    private static func value(_ json: JSON) -> OptionValue? {
        json.number.map(OptionValue.number) ?? json.string.map(OptionValue.text) ?? json.bool.map(OptionValue.flag)
    }
}
