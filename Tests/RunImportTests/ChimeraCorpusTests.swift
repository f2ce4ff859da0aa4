import AgentRuns
import JSON
import RunImport
import SystemPackage
import Testing

@Suite(.enabled(if: Shared.folder != nil, "the samples are not here; name their folder in SITEGEN_SHARED"))
struct ChimeraCorpusTests {
    private func corpus() async throws -> ImportReading {
        await RunImporter().readRuns(at: [try Shared.path("corpus/chimera")], options: ImportOptions(jobs: 2))
    }

    @Test func `every figure of the JSON files comes out`() async throws {
        let reading = try await corpus()
        let records = try Shared.json("corpus/chimera-expected.json").requireArray("json_records")
        for record in records {
            let path = try record.requireString("path")
            let number = record["run_number"]?.integer
            let run = try #require(reading.runs.first { $0.run.provenance.sources.first?.path == path && $0.run.runNumber == number }?.run, "\(path)")
            let execution = try #require(run.executions.first { $0.slot == record["slot"]?.string })
            try expectIdentity(of: record, run, execution)
            let failed = record["failed"]?.bool == true
            #expect(execution.status == (failed ? .failed : .completed))
            expectFigures(of: record, execution, failed: failed)
        }
        #expect(records.count == 44)
    }

    private func expectIdentity(of record: JSON, _ run: Run, _ execution: AgentExecution) throws {
        #expect(run.scenario == record["scenario"]?.string)
        #expect(run.producer.language == record["language"]?.string)
        #expect(run.producer.runtime == record["runtime"]?.string)
        #expect(run.suite == record["suite"]?.string?.lowercased())
        #expect(run.provenance.dialect == record["dialect"]?.string)
        #expect(execution.agent == record["agent"]?.string)
        #expect(execution.model == record["model"]?.string)
        #expect(execution.timestamp?.text == record["timestamp"]?.string)
        for option in record["config"]?.members ?? [] {
            #expect(execution.configuration[option.key] == option.value.number.map(OptionValue.number), "\(option.key)")
        }
        if let system = record["system"], !system.isNull {
            #expect(run.system == HostSystem(os: system["os"]?.string, arch: system["arch"]?.string))
        }
    }

    private func expectFigures(of record: JSON, _ execution: AgentExecution, failed: Bool) {
        let figures: [(key: String, metric: MetricID, statistic: MetricSummary.Statistic?)] = [
            ("ttft_ms", .ttft, .mean), ("throughput", .outputThroughput, .mean), ("tokens", .outputTokens, .sum),
            ("total_duration_ms", .totalDuration, nil), ("prompt_eval_ms", .promptEvalDuration, nil), ("eval_ms", .evalDuration, nil),
            ("load_ms", .loadDuration, nil), ("p95_ttft_ms", .ttft, .p95), ("p95_throughput", .outputThroughput, .p95),
            ("execution_time_s", .executionTime, .sum), ("wall_clock_ms", .wallClock, .sum),
        ]
        for figure in figures {
            guard let expected = record[figure.key]?.number else { continue }
            let summary = execution.metrics[figure.metric]
            let found = figure.statistic.map { summary?[$0] } ?? summary?.headline
            if failed, expected == 0 {
                #expect(found == nil, "\(figure.key)")
            } else {
                #expect(found.map { isEqual($0, expected) } == true, "\(figure.key): \(String(describing: found)) instead of \(expected)")
            }
        }
        if let calls = record["calls"]?.integer, calls > 0 { #expect(execution.numberOfCalls == calls) }
        let n = record["calls"]?.integer ?? 0
        if let deviation = record["stddev_ttft"]?.number { #expect(execution.metrics[.ttft]?[.stddev] == (n > 1 ? deviation : nil)) }
    }

    @Test func `every call of the JSON files comes out`() async throws {
        let reading = try await corpus()
        let records = try Shared.json("corpus/chimera-expected.json").requireArray("json_calls")
        for record in records {
            let run = try #require(reading.runs.first { $0.run.provenance.sources.first?.path == record["path"]?.string }?.run)
            let execution = try #require(run.executions.first { $0.slot == record["slot"]?.string })
            let call = execution.calls[try #require(record["index"]?.integer)]
            let lost = record["tokens_generated"]?.number == 0
            #expect(isEqual(call.ttft, record["ttft_ms"]?.number))
            #expect(isEqual(call.total, record["total_duration_ms"]?.number))
            #expect(isEqual(call.throughput, lost ? nil : record["throughput_tokens_per_sec"]?.number))
            #expect(isEqual(call.eval, lost ? nil : record["eval_duration_ms"]?.number))
            #expect(isEqual(call.promptEval, lost ? nil : record["prompt_eval_duration_ms"]?.number))
            #expect(isEqual(call.load, lost ? nil : record["load_duration_ms"]?.number))
            #expect(call.outputTokens == (lost ? nil : record["tokens_generated"]?.integer))
        }
        #expect(records.count == 28)
    }

    @Test func `every pair comes out, with differences of one sign`() async throws {
        let reading = try await corpus()
        let records = try Shared.json("corpus/chimera-expected.json").requireArray("pairs")
        for record in records {
            let run = try #require(
                reading.runs.first {
                    $0.run.provenance.sources.first?.path == record["path"]?.string && $0.run.runNumber == record["run_number"]?.integer
                }?.run)
            let coordination = try #require(run.coordination)
            #expect(isEqual(coordination.speedup, record["concurrency_speedup"]?.number))
            #expect(isEqual(coordination.efficiency.map { $0 * 100 }, record["efficiency_percent"]?.number))
            #expect(isEqual(coordination.wall, record["concurrent_wall_time_s"]?.number))
            #expect(isEqual(coordination.sequential, record["sequential_estimated_s"]?.number))
            #expect(coordination.contention == record["resource_contention_detected"]?.bool)
            #expect(isClose(run.difference(of: .outputThroughput), record["throughput_delta"]?.number, within: 1e-6))
            #expect(isClose(run.difference(of: .ttft), record["ttft_b_minus_a_ms"]?.number, within: 1e-6))
        }
        #expect(records.count == 18)
    }

    @Test func `every figure of the Markdown files comes out as it is printed`() async throws {
        let reading = try await corpus()
        let records = try Shared.json("corpus/chimera-expected.json").requireArray("md_records")
        for record in records {
            let path = try record.requireString("path")
            let number = record["run_number"]?.integer
            let run = try #require(
                reading.runs.first { run in
                    run.run.runNumber == number && run.run.provenance.sources.contains { $0.path == path }
                }?.run, "\(path)")
            let execution = try #require(run.executions.first { $0.slot == record["slot"]?.string })
            #expect(execution.model == record["model"]?.string)
            #expect(execution.numberOfCalls == record["calls"]?.integer)
            for option in record["config"]?.members ?? [] {
                #expect(execution.configuration[option.key] == option.value.number.map(OptionValue.number), "\(path) \(option.key)")
            }
            for (key, metric) in [
                ("tokens", MetricID.outputTokens), ("total_duration_ms", .totalDuration), ("prompt_eval_ms", .promptEvalDuration),
                ("eval_ms", .evalDuration), ("load_ms", .loadDuration),
            ] {
                guard let expected = record[key]?.number else { continue }
                #expect(execution[metric] == expected, "\(path) \(key)")
            }
            #expect(isClose(execution[.ttft], record["ttft_ms"]?.number, within: 0.00501))
            #expect(isClose(execution[.outputThroughput], record["throughput"]?.number, within: 0.00501))
            if let deviation = record["stddev_ttft"]?.number { #expect(execution.metrics[.ttft]?[.stddev] == deviation) }
            for stage in record["workflow_s"]?.members ?? [] { #expect(execution.workflow[stage.key] == stage.value.number) }
            if let files = record["files_analyzed"]?.integer { #expect(execution.analysed?.files["total"] == files) }
            if let seconds = record["duration_s"]?.number { #expect(isEqual(execution[.wallClock], seconds * 1000)) }
            if let time = record["timestamp"]?.string { #expect(execution.timestamp == Timestamp(time)) }
        }
        #expect(records.count == 7)
    }

    @Test func `every call of the Markdown files comes out`() async throws {
        let reading = try await corpus()
        let records = try Shared.json("corpus/chimera-expected.json").requireArray("md_calls")
        var matched = 0
        for record in records {
            let path = try record.requireString("path")
            let run = try #require(reading.runs.first { $0.run.provenance.sources.contains { $0.path == path } }?.run)
            let calls = run.executions.flatMap(\.calls)
            let call = calls.first { call in
                call.repetition == record["run_number"]?.integer && call.stage == record["stage"]?.string
                    && isClose(call.ttft, record["ttft_ms"]?.number, within: 0.00501)
                    && isClose(call.throughput, record["throughput"]?.number, within: 0.00501)
                    && call.outputTokens == record["tokens"]?.integer
                    && isClose(call.total, record["total_duration_ms"]?.number, within: 0.00501)
            }
            if call != nil { matched += 1 }
            if call == nil { Issue.record("\(path) \(record["stage"]?.string ?? "-") \(record["ttft_ms"]?.number ?? 0)") }
        }
        #expect(matched == 12)
    }

    @Test func `every table of calls comes out`() async throws {
        let reading = try await corpus()
        let records = try Shared.json("corpus/chimera-expected.json").requireArray("csv")
        for record in records {
            let path = try record.requireString("path")
            let run = try #require(reading.runs.first { $0.run.provenance.sources.first?.path == path }?.run, "\(path)")
            let model = record["model"]?.string
            let calls = run.executions.filter { model == nil || $0.model == model }.flatMap(\.calls)
            let answered = calls.filter { $0.error == nil }
            #expect(calls.count == record["rows"]?.integer)
            #expect(answered.count == record["ok"]?.integer)
            let ttft = answered.isEmpty ? nil : answered.compactMap(\.ttft).reduce(0, +) / Double(answered.count) / 1000
            let rate = answered.isEmpty ? nil : answered.compactMap(\.throughput).reduce(0, +) / Double(answered.count)
            #expect(isEqual(ttft, record["mean_ttft_s"]?.number))
            #expect(isEqual(rate, record["mean_tokens_s"]?.number))
        }
        #expect(records.count == 11)
    }

    @Test func `the seeds alone give their printed figures`() async throws {
        let reading = await RunImporter().readRuns(at: [try Shared.path("seeds")])
        #expect(reading.runs.count == 5)
        #expect(reading.diagnostics.isEmpty)
        for record in try Shared.json("corpus/chimera-expected.json").requireArray("seeds") {
            let run = try #require(reading.runs.first { $0.run.provenance.sources.first?.path == record["seed"]?.string }?.run)
            #expect(run.executions.count == 1)
            let execution = try #require(run.executions.first)
            #expect(execution.agent == record["agent"]?.string)
            #expect(execution.model == record["model"]?.string)
            #expect(run.provenance.dialect == record["dialect"]?.string)
            for (key, metric) in [
                ("ttft_ms", MetricID.ttft), ("throughput", .outputThroughput), ("tokens", .outputTokens), ("total_duration_ms", .totalDuration),
                ("prompt_eval_ms", .promptEvalDuration), ("eval_ms", .evalDuration), ("load_ms", .loadDuration),
            ] {
                #expect(isClose(execution[metric], record[key]?.number, within: 0.00501), "\(key)")
            }
            for option in record["config"]?.members ?? [] {
                #expect(execution.configuration[option.key] == option.value.number.map(OptionValue.number))
            }
        }
    }

    @Test func `nothing else comes out`() async throws {
        let reading = try await corpus()
        let errors = reading.diagnostics.filter { $0.severity == .error }
        #expect(errors.isEmpty, "\(errors)")
        let history = reading.runs.filter { $0.run.provenance.sources[0].path.hasPrefix("_git_history/") }
        let tables = reading.runs.filter { $0.run.provenance.dialect?.hasPrefix("C-") == true }
        #expect(
            history.map(\.run.id) == [
                "python/multi/comprehensive_test_results/phase_1_test_018/run_1", "tr109_rust_full/gpu60_ctx1024_temp0p6",
                "tr110_rust_full/baseline-vs-chimera/test001/run_1", "tr110_rust_full/baseline-vs-chimera/test001/run_2",
                "tr110_rust_full/baseline-vs-chimera/test001/run_3", "tr110_rust_full/baseline-vs-chimera/test001/run_4",
                "tr110_rust_full/baseline-vs-chimera/test001/run_5",
            ])
        #expect(tables.flatMap(\.run.executions).count == 46)
        #expect(reading.executions.count == 108)
        #expect(Set(reading.runs.map(\.run.id)).count == reading.runs.count)
    }

    @Test func `every file of the corpus is a source or is skipped with a reason`() async throws {
        let reading = try await corpus()
        let sources = Set(reading.runs.flatMap { $0.run.provenance.sources.map(\.path) })
        let skipped = Set(reading.skipped.map(\.path))
        #expect(sources.isDisjoint(with: skipped))
        #expect(sources.count + skipped.count == 85)
    }
}

private func isEqual(_ a: Double?, _ b: Double?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return abs(a - b) <= max(abs(a), abs(b)) * 1e-9
}

private func isClose(_ a: Double?, _ b: Double?, within limit: Double) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return abs(a - b) <= limit
}
