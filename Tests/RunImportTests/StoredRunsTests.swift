import AgentRuns
import Testing

@testable import RunImport

struct StoredRunsTests {
    private func run(
        _ id: String, started: String? = nil, sources: [String], dialect: String = "J-X", number: Int? = 1, figure: Double? = nil
    ) -> ImportedRun {
        ImportedRun(
            run: Run(
                id: id, suite: "s", scenario: "single_agent", runNumber: number, startedAt: started.flatMap { Timestamp($0) },
                executions: [AgentExecution(slot: "a", metrics: figure.map { [.ttft: MetricSummary(unit: "ms", [.mean: $0])] } ?? [:])],
                provenance: Provenance(
                    importer: "test", dialect: dialect, sources: sources.map { SourceFile(path: $0, content: Array($0.utf8)) })))
    }

    private func answer(_ imported: ImportedRun, stored: ImportedRun..., mayMove: Bool = true) -> String {
        switch StoredRuns(stored.map(\.run)).answer(for: imported, mayMove: mayMove) {
        case .store(let kept): "store \(kept.run.id)"
        case .storeBeside(let kept, let id): "store \(kept.run.id) beside \(id)"
        case .known(let id): "known \(id)"
        }
    }

    @Test func `a run that nothing knows is stored under its own id`() {
        #expect(answer(run("s/a", sources: ["x"])) == "store s/a")
        #expect(answer(run("s/a", sources: ["x"]), stored: run("s/b", sources: ["y"])) == "store s/a")
    }

    @Test func `a report imported alone is known when its run has it already`() {
        let whole = run("s/a", started: "2025-11-15T10:00:00Z", sources: ["data", "report"])
        #expect(answer(run("other/report", started: "2025-11-15", sources: ["report"], dialect: "M-X"), stored: whole) == "known s/a")
        #expect(answer(run("s/a", started: "2025-11-15", sources: ["report"], dialect: "M-X"), stored: whole) == "known s/a")
    }

    @Test func `the data of a run that was known by its report keeps the run's id`() {
        let report = run("s/report", started: "2025-11-15", sources: ["report"], dialect: "M-X", number: nil)
        #expect(answer(run("s/a", started: "2025-11-15T10:00:00Z", sources: ["data", "report"]), stored: report) == "store s/report")
        #expect(answer(run("s/a", sources: ["data", "report"]), stored: report, mayMove: false) == "store s/a")
    }

    @Test func `a new invocation in the same folder is a run of its own`() {
        let first = run("s/a", started: "2025-11-15T10:00:00Z", sources: ["monday"])
        let second = run("s/a", started: "2025-11-22T10:00:00.5Z", sources: ["tuesday"])
        #expect(answer(second, stored: first) == "store s/a@20251122T1000005")
        #expect(answer(first, stored: first) == "known s/a")
        let kept = run("s/a@20251122T1000005", started: "2025-11-22T10:00:00.5Z", sources: ["tuesday"])
        #expect(answer(second, stored: first, kept) == "known s/a@20251122T1000005")
    }

    @Test func `other figures of the same name and time, or of none, are a run of their own`() {
        let old = run("s/a", started: "2025-11-15T10:00:00Z", sources: ["old"], figure: 1)
        #expect(answer(run("s/a", started: "2025-11-15T10:00:00Z", sources: ["new"], figure: 2), stored: old) == "store s/a-11507a0e beside s/a")
        let undated = run("s/a", sources: ["new"], figure: 2)
        #expect(answer(undated, stored: old) == "store s/a-11507a0e beside s/a")
        #expect(answer(undated, stored: old, run("s/a-11507a0e", sources: ["new"], figure: 2)) == "known s/a-11507a0e")
    }

    @Test func `the same bytes read by a newer reader bring their run up to date`() {
        let old = run("s/a", sources: ["x"], figure: 1)
        #expect(answer(run("s/a", sources: ["x"], figure: 2), stored: old) == "store s/a")
        #expect(answer(run("t/b", sources: ["x"], figure: 2), stored: old) == "store s/a")
    }

    @Test func `a time that only the place of a file tells is not lost where the file is read elsewhere`() {
        var dated = run("s/a", started: "2026-03-02", sources: ["x"])
        dated.run.executions[0].timestamp = dated.run.startedAt
        dated.run.provenance.notes = [TimeSource.folderName.rawValue]
        #expect(answer(run("s/a", sources: ["x"]), stored: dated) == "known s/a")
        #expect(answer(dated, stored: run("s/a", sources: ["x"])) == "store s/a")
    }

    @Test func `results that a file had before it grew are no new runs`() {
        func read(_ file: String, _ figures: Double...) -> [ImportedRun] {
            figures.enumerated().map { index, figure in
                var imported = run("s/log/c\(index)", sources: [file], figure: figure)
                imported.run.provenance.sources[0].path = "log"
                return imported
            }
        }
        let stored = StoredRuns(read("first", 1, 2).map(\.run))
        #expect(stored.repeats(in: read("grown", 1, 2, 3)) == [0: "s/log/c0", 1: "s/log/c1"])
        #expect(stored.repeats(in: read("shifted", 2, 3)) == [:])
        #expect(stored.repeats(in: read("new", 3, 4)) == [:])
        #expect(stored.repeats(in: read("first", 1, 2)) == [:])
    }

    @Test func `runs that share one summary are told apart by their numbers`() {
        let stored = [1, 2, 3].map { (number: Int) in run("s/run_\(number)", sources: ["summary"], number: number).run }
        let answer = StoredRuns(stored).answer(for: run("t/run_2", sources: ["summary"], number: 2), mayMove: true)
        guard case .known(let id) = answer else {
            Issue.record("it is the same run under another name")
            return
        }
        #expect(id == "s/run_2")
    }

    @Test func `data is not replaced by a report of the same run`() {
        let data = run("s/a", started: "2025-11-15T10:00:00Z", sources: ["data"])
        #expect(answer(run("s/a", started: "2025-11-15", sources: ["report"], dialect: "M-X"), stored: data) == "known s/a")
    }
}
