import AgentRuns
import JSON

/// The executions that `sitegen export --records executions --format jsonl` writes, one JSON object a line.
struct Tidy: SingleFileFormat {
    static let name = "tidy"
    static let description = FormatDescription(
        detectedBy: "JSON Lines whose first key is run, with ttft_definition", tried: ["what sitegen export --records executions writes"])
    /// Records say all that is known of their run.
    static let takesDatesFromNames = false

    /// The first line opens an object with the keys that every such record begins with.
    func recognizes(_ head: FileHead) -> Bool {
        head.bytes.starts(with: Array("{\"run\":".utf8)) && !head.bytes.ranges(of: Array("\"ttft_definition\":".utf8)).isEmpty
    }

    func runs(in file: ImportedFile) throws(ImportError) -> [ImportedRun] {
        do {
            return try TidyExecutions.runs(from: try JSON.lines(parsing: file.bytes)).map { ImportedRun(run: $0.namingItsTool) }
        } catch {
            throw ImportError(error)
        }
    }
}

extension Run {
    /// The run with the tool that made it, which the records of a benchmark know by its title alone.
    fileprivate var namingItsTool: Run {
        guard scenario == "serving_benchmark", producer.program == nil, let title = executions.first?.agent else { return self }
        var run = self
        run.producer.program = ServingReader.toolName(titled: title)
        return run
    }
}
