import AgentRuns
import Foundation
import JSON
import Testing

@testable import RunImport

/// The format that the README shows to those who want to add one: it stands here so that it compiles and works.
struct ReadmeFormatTests {
    // README begins
    /// Results of Stopwatch: JSON, an object for each load. Source: the tool's `docs/output.md`. Waits are seconds.
    struct Stopwatch: ServingFormat {
        static let name = "stopwatch"
        static let title = "Stopwatch"
        static let description = FormatDescription(detectedBy: "JSON with stopwatch, clients, wait_s", tried: ["1.2"])

        func matches(_ object: JSON) -> Bool { object.has(["stopwatch", "clients", "wait_s"]) }

        func records(of object: JSON) throws(ServingRefusal) -> [ServingRecord] {
            guard let done = object.count("done") else { throw .missing(field: "done") }
            var record = ServingRecord(dialect: "J-STOPWATCH", ttft: .firstChunk)
            record.model = object.word("model")
            record.timestamp = Timestamp.recorded(object.word("began"))
            record.set("concurrency", object.figure("clients"))
            record.setLatency(.ttft, n: done, scale: 1000) { object["wait_s"]?.figure($0.rawValue) }
            record.setScalar(.outputThroughput, object.figure("tokens_per_s"))
            record.setScalar(.requestsCompleted, Double(done))
            return [record]
        }
    }

    @Test func `a sample of Stopwatch gives its expected record`() throws {
        let sample = #"{"stopwatch": "1.2", "clients": 8, "done": 90, "wait_s": {"p50": 0.25, "p99": 0.75}, "tokens_per_s": 512.5}"#
        let run = try #require(InMemory.read(sample, name: "sample.json", formats: [Stopwatch()]).runs.first?.run)
        #expect(run.options == "concurrency=8")
        #expect(run.figures(.ttft) == [nil, 250, nil, 750, nil])
        #expect(run.mean(.outputThroughput) == 512.5)
    }
    // README ends

    @Test func `what it needs and does not find it names`() {
        let sample = #"{"stopwatch": "1.2", "clients": 8, "wait_s": {"p50": 0.25}}"#
        let skipped = InMemory.read(sample, name: "sample.json", formats: [Stopwatch()]).skipped
        #expect(skipped.map(\.reason) == ["Stopwatch: the field 'done' is missing, or not what it should be"])
    }

    @Test func `the README shows just this, in thirty lines`() throws {
        let own = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
        let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../README.md").standardizedFileURL
        let readme = try String(contentsOf: package, encoding: .utf8)
        let lines = own.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex { $0.hasSuffix("// README begins") })
        let end = try #require(lines.firstIndex { $0.hasSuffix("// README ends") })
        let shown = lines[(start + 1)..<end].map { $0.hasPrefix("    ") ? $0.dropFirst(4) : $0 }
        #expect(shown.count <= 30)
        #expect(readme.contains("```swift\n" + shown.joined(separator: "\n") + "\n```"))
    }
}
