import AgentRuns

/// A block `Serving Benchmark Result`, which vLLM and SGLang print at the end of a benchmark, with what a log says before it.
///
/// Rows are a label, a colon and a figure with two decimals. A log may hold several blocks, progress bars that overwrite themselves with
/// carriage returns, and anything around.
struct PrintedResults: Sendable {
    /// The figures by label, in lower case and without the unit in parentheses.
    private(set) var rows: [String: String] = [:]
    private(set) var model: String?
    private(set) var rate: String?
    private(set) var concurrency: String?
    /// What the benchmark was called with, as a log says it in one line.
    private(set) var arguments: NamespaceLine?
    /// The line of the heading, from 0.
    private(set) var line = 0
    /// Whether the line of equals signs below the block was found; a block without it may have lost its end.
    private(set) var isClosed = false

    /// Both tools print nearly the same block; these rows only SGLang has.
    var isSGLang: Bool {
        rows["backend"] != nil || rows["input token throughput"] != nil || rows.keys.contains { $0.contains("retokenized") }
    }

    func figure(_ label: String) -> Double? {
        rows[label].flatMap(RecordedFigure.value)
    }

    static func blocks(in head: FileHead) -> [PrintedResults] {
        head.contains("Serving Benchmark Result") ? blocks(in: TextLines(head.content)) : []
    }

    static func blocks(in text: TextLines) -> [PrintedResults] {
        var blocks: [PrintedResults] = []
        var next = PrintedResults()
        var isOpen = false
        for index in 0..<text.count where blocks.count <= ServingRecord.mostOfOneFile {
            let line = shown(text[index])
            if isHeading(line) {
                if isOpen { blocks.append(next) }
                next.rows = [:]
                next.line = index
                isOpen = true
            } else if isOpen, isRule(line) {
                next.isClosed = true
                blocks.append(next)
                next = PrintedResults()
                isOpen = false
            } else if isOpen {
                next.takeRow(line)
            } else {
                next.takeSetting(line)
            }
        }
        if isOpen { blocks.append(next) }
        return blocks
    }

    /// What a terminal would show of a line: the part after the last carriage return.
    private static func shown(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        (line.lastIndex(of: 0x0D).map { line[($0 + 1)...] } ?? line).trimmed
    }

    private static func isHeading(_ line: ArraySlice<UInt8>) -> Bool {
        line.opens(with: "==") && line.closes(with: "==") && line.split(at: " Serving Benchmark Result ") != nil
    }

    private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
        line.count >= 10 && line.allSatisfy { $0 == UInt8(ascii: "=") }
    }

    private mutating func takeRow(_ line: ArraySlice<UInt8>) {
        guard let colon = line.lastIndex(of: UInt8(ascii: ":")) else { return }
        let label = line[..<colon]
        // Only what stands last in parentheses is a unit; tokens that were counted again are another row.
        let unit = label.trimmed.last == UInt8(ascii: ")") ? label.lastIndex(of: UInt8(ascii: "(")) : nil
        let isRow = unit.map { label[$0...].trimmed.string.lowercased() == "(retokenized)" } ?? true
        let name = (isRow ? label : label[..<(unit ?? label.endIndex)]).trimmed.string.lowercased()
        if rows[name] == nil { rows[name] = line[(colon + 1)...].trimmed.string }
    }

    private mutating func takeSetting(_ line: ArraySlice<UInt8>) {
        if let value = line.between("Traffic request rate: ") { rate = value.trimmed.string }
        if let value = line.between("Maximum request concurrency: ") { concurrency = value.trimmed.string }
        guard let (_, called) = line.split(at: "Namespace(") else { return }
        let arguments = NamespaceLine(called)
        self.arguments = arguments
        model = arguments["model"]
    }
}
