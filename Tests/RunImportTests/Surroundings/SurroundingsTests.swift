import AgentRuns
import RunImport
import Testing

struct SurroundingsTests {
    /// A file that holds a result without a date, and the file's place.
    private func file(_ path: String, _ throughput: Double = 400) -> String { "-- in/\(path) --\n\(ServingSample.sglangLine(throughput))" }

    private func times(_ scratch: Scratch, _ options: ImportOptions = ImportOptions()) async -> [String?] {
        await scratch.read(options: options).runs.map { $0.run.startedAt?.text }
    }

    @Test(arguments: [
        ("2026-03-02/r.jsonl", "2026-03-02", "The time is from the folder's name."),
        ("2026-03-02/c8/r.jsonl", "2026-03-02", "The time is from the folder's name."),
        ("2026-03-02/10-15-00.jsonl", "2026-03-02T10:15:00", "The time is from the folder's name."),
        ("2026/03/02/r.jsonl", "2026-03-02", "The time is from the folder's name."),
        ("year=2026/month=3/day=2/r.jsonl", "2026-03-02", "The time is from the folder's name."),
        ("2026-03-02/r-20260303.jsonl", "2026-03-03", "The time is from the file's name."),
        ("02-Mar-2026/r.jsonl", "2026-03-02", "The time is from the folder's name."),
        ("2026-03-02/bench_02-03-2026.jsonl", "2026-03-02", "The time is from the folder's name."),
    ])
    func `names date results that have no time`(path: String, time: String, note: String) async throws {
        let run = try #require(await Scratch(file(path)).read().runs.first?.run)
        #expect(run.startedAt?.text == time)
        #expect(run.executions[0].timestamp?.text == time)
        #expect(run.provenance.notes.last == note)
    }

    @Test(arguments: [
        ("run_meta.json", #"{"started_at": "2026-03-02T10:15:00Z"}"#, "2026-03-02T10:15:00Z"),
        ("run_meta.json", #"{"run": {"date": "2026-03-02", "time": "10:15:00"}}"#, "2026-03-02T10:15:00"),
        ("run_meta.json", #"{"timestamp": 1772446500}"#, "2026-03-02T10:15:00Z"), ("timestamp.txt", "1772446500123\n", "2026-03-02T10:15:00Z"),
        ("timestamp", "20260302-101500", "2026-03-02T10:15:00"), ("date.txt", "Mon Mar  2 10:15:00 UTC 2026\n", "2026-03-02T10:15:00Z"),
    ])
    func `a file beside results dates them, before their folder does`(name: String, text: String, time: String) async throws {
        let scratch = try Scratch(file("2025-01-01/r.jsonl") + "\n-- in/2025-01-01/\(name) --\n\(text)")
        let reading = await scratch.read()
        #expect(reading.runs.map { $0.run.startedAt?.text } == [time])
        #expect(reading.runs[0].run.provenance.notes.last == "The time is from a file beside the results.")
        #expect(reading.skipped == [SkippedFile(path: "2025-01-01/\(name)", reason: "no result; it tells the time of the results beside it")])
    }

    @Test func `a date with two readings is asked about, and the run stays undated`() async throws {
        let scratch = try Scratch(file("02-03-2026/a.jsonl") + "\n" + file("02-03-2026/b.jsonl", 300) + "\n" + file("03/02/c.jsonl", 200))
        let reading = await scratch.read()
        #expect(reading.runs.map { $0.run.startedAt } == [nil, nil, nil])
        #expect(
            reading.diagnostics.map { "\($0.severity.word): \($0.message)" } == [
                "warning: the date '02-03-2026' is either 3 February 2026 or 2 March 2026; the run stays undated: say which with --date, "
                    + "or with --layout and {day}, {month}, {year} (and so in 1 more)",
                "warning: '03/02' may be a day and a month of a year that it does not say; the run stays undated: give the date with --date",
            ])
        #expect(await times(scratch, ImportOptions(date: Timestamp("2026-02-03"))) == ["2026-02-03", "2026-02-03", "2026-02-03"])
        let layout = try PathLayout("{day}-{month}-{year}/*.jsonl")
        #expect(await times(scratch, ImportOptions(layout: layout)) == ["2026-03-02", "2026-03-02", nil])
    }

    @Test func `a time that is given dates what nothing else dates`() async throws {
        let scratch = try Scratch(file("2026-03-02/a.jsonl") + "\n" + file("b.jsonl", 300))
        let reading = await scratch.read(options: ImportOptions(date: Timestamp("2026-03-05T10:00:00Z")))
        #expect(reading.runs.map { $0.run.startedAt?.text } == ["2026-03-02", "2026-03-05T10:00:00Z"])
        #expect(reading.runs[1].run.provenance.notes.last == "The time was given at the import.")
    }

    @Test func `folders for each point of a sweep are one suite`() async throws {
        let folders = ["s/c1", "s/c8", "s/concurrency=32", "s/tp2_c8", "s/tp4/c8/run_1", "s/night1"]
        let scratch = try Scratch(folders.enumerated().map { file("\($1)/result.jsonl", 400 + Double($0)) }.joined(separator: "\n"))
        #expect(
            await scratch.read().runs.map { "\($0.run.suite): \($0.run.id)" } == [
                "s: s/c1/result", "s: s/c8/result", "s: s/concurrency-32/result", "s/night1: s/night1/result", "s: s/tp2_c8/result",
                "s: s/tp4/c8/run_1/result",
            ])
    }
}
