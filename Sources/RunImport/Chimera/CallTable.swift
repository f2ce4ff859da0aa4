import AgentRuns
import JSON

/// Tables with a row for each call to a model, of several tools: dialects C-PROMPTSUITE-RUNS, C-OLLAMA-BASELINE, C-PARAM-TUNING-A and -B,
/// C-QUANT-BENCH, and J-OLLAMA-BASELINE, which is one of them as JSON.
///
/// Durations are seconds. TTFT is load plus prompt evaluation. A row with an `error` was not measured, whatever its other cells hold; so was
/// a row without a TTFT in a table that has no column for errors.
enum CallTable {
    /// Whether a header has the columns of a table of calls. A table of means has others.
    static func isHeader(_ columns: [String]) -> Bool {
        let names = Set(columns)
        return names.isSuperset(of: ["ttft_s", "tokens_s"]) && !names.contains { $0.hasPrefix("mean_") }
    }

    static func account(csv file: ImportedFile) throws(ImportError) -> Account {
        let table = try CSVTable(file.bytes)
        var rows: [Row] = []
        for row in table.rows {
            guard row.cells.count == table.columns.count else {
                throw .broken("the row has \(row.cells.count) cells, the header \(table.columns.count)", offset: row.offset)
            }
            let cells = Dictionary(zip(table.columns, row.cells), uniquingKeysWith: { first, _ in first })
            rows.append(try Row(cells, ordinal: rows.count + 1, offset: row.offset))
        }
        guard !rows.isEmpty else { throw .notARun("a table of calls without a row") }
        return account(rows, dialect(of: table.columns), file)
    }

    /// Reads the rows of a J-OLLAMA-BASELINE file.
    static func account(_ json: JSON, of file: ImportedFile) throws(JSONError) -> Account {
        let model = try json.requireString("model")
        var rows: [Row] = []
        for result in try json.requireArray("results") {
            var cells = ["model": model]
            for member in result.members ?? [] {
                if let number = member.value.number { cells[member.key] = number.description }
                if let text = member.value.string { cells[member.key] = text }
            }
            do throws(ImportError) {
                rows.append(try Row(cells, ordinal: rows.count + 1, offset: result.offset))
            } catch {
                guard case .broken(let message, let offset) = error else { continue }
                throw JSONError(message, at: offset)
            }
        }
        guard !rows.isEmpty else { throw JSONError("there are no results", at: json.offset) }
        return account(rows, .ollamaBaselineJSON, file)
    }

    private static func dialect(of columns: [String]) -> ChimeraDialect {
        if columns.contains("options") { return .promptSuite }
        if columns.contains("tag") { return .quantBench }
        if columns.contains("config_name") { return .parameterTuningA }
        return columns.contains("num_gpu") ? .parameterTuningB : .ollamaBaseline
    }

    private static func account(_ rows: [Row], _ dialect: ChimeraDialect, _ file: ImportedFile) -> Account {
        var account = Account(RunKey(folder: file.folder, file: file.stem), .figures, dialect)
        account.producer = Producer(language: "python")
        var groups: [Group] = []
        for row in rows {
            if let index = groups.firstIndex(where: { $0.model == row.model && $0.configuration == row.configuration }) {
                groups[index].calls.append(row.call)
            } else {
                groups.append(Group(model: row.model, name: row.configurationName, configuration: row.configuration, calls: [row.call]))
            }
        }
        let modelIsEnough = Set(groups.map(\.model)).count == groups.count && !groups.contains { $0.model == nil }
        var taken: Set<String> = []
        account.executions = groups.map { group in
            var execution = group.execution(modelIsEnough: modelIsEnough)
            let label = execution.slot
            var number = 2
            while !taken.insert(execution.slot).inserted {
                execution.slot = "\(label) \(number)"
                number += 1
            }
            return execution
        }
        account.notes = ["The means of TTFT and throughput were computed on import, over the calls without an error."]
        return account
    }

    private struct Group {
        var model: String?
        var name: String?
        var configuration: SamplingConfiguration
        var calls: [Call]

        func execution(modelIsEnough: Bool) -> AgentExecution {
            let answered = calls.filter { $0.error == nil }
            let label = modelIsEnough ? model : name ?? (configuration.options.isEmpty ? model : configuration.label)
            var execution = AgentExecution(
                slot: label ?? "calls", model: model, status: answered.isEmpty ? .failed : .completed,
                error: answered.isEmpty ? calls.first?.error : nil, configuration: configuration, ttftDefinition: .loadPlusPromptEval,
                timestamp: calls.compactMap(\.timestamp).min(), calls: calls)
            func mean(_ values: [Double]) -> [MetricSummary.Statistic: Double?] {
                [.mean: values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)]
            }
            let ttfts = answered.compactMap(\.ttft)
            let rates = answered.compactMap(\.throughput)
            execution.metrics[.ttft] = MetricSummary(unit: "ms", n: ttfts.count, mean(ttfts))
            execution.metrics[.outputThroughput] = MetricSummary(unit: "tok/s", n: rates.count, mean(rates))
            return execution
        }
    }

    private struct Row {
        var model: String?
        var configurationName: String?
        var configuration = SamplingConfiguration()
        var call: Call

        init(_ cells: [String: String], ordinal: Int, offset: Int) throws(ImportError) {
            func number(_ name: String, scale: Double = 1) throws(ImportError) -> Double? {
                guard let text = cells[name], !text.isEmpty else { return nil }
                guard let value = Double(text), value.isFinite else { throw .broken("'\(text)' under '\(name)' is no number", offset: offset) }
                return value * scale
            }
            func count(_ name: String) throws(ImportError) -> Int? {
                guard let value = try number(name) else { return nil }
                guard let whole = Int(exactly: value) else { throw .broken("'\(value)' under '\(name)' is no whole number", offset: offset) }
                return whole
            }
            model = cells["model"].flatMap { $0.isEmpty ? nil : $0 }
            configurationName = cells["config_name"].flatMap { $0.isEmpty ? nil : $0 }
            for option in SamplingConfiguration.standardOptions {
                if let value = try number(option) { configuration[option] = .number(value) }
            }
            if let options = cells["options"], !options.isEmpty { configuration = try Self.configuration(options, offset: offset) }
            let error = cells["error"].flatMap { $0.isEmpty ? nil : $0 }
            call = Call(prompt: try count("prompt_index") ?? (cells["prompt"] == nil ? nil : ordinal))
            call.timestamp = cells["timestamp"].flatMap { Timestamp($0) }
            call.error = error
            guard error == nil else { return }
            guard let ttft = try number("ttft_s", scale: 1000) else {
                guard cells["error"] == nil else { throw .broken("the row has neither a TTFT nor an error", offset: offset) }
                call.error = "no figures were recorded"
                return
            }
            call.ttft = ttft
            call.throughput = try number("tokens_s")
            call.load = try number("load_s", scale: 1000)
            call.promptEval = try number("prompt_eval_s", scale: 1000)
            call.eval = try number("eval_s", scale: 1000)
            call.promptTokens = try count("prompt_eval_count")
            call.outputTokens = try count("eval_count")
            call.cold = Call.isCold(load: call.load)
        }

        private static func configuration(_ text: String, offset: Int) throws(ImportError) -> SamplingConfiguration {
            do throws(JSONError) {
                return try SamplingConfiguration(chimera: try JSON(parsing: Array(text.utf8)))
            } catch {
                throw .broken("the options of the row are no JSON object: \(error.message)", offset: offset)
            }
        }
    }
}
