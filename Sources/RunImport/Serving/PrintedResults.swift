import AgentRuns

/// A block `Serving Benchmark Result`, which vLLM and SGLang print at the end of a benchmark, with what a log says before it.
///
/// Rows are a label, a colon and a figure with two decimals. What stands before the heading stands before each row. Several blocks may be open at
/// once, where the logs of several containers were put together.
struct PrintedResults: Sendable {
    /// The figures by label, in lower case and without the unit in parentheses.
    private(set) var rows: [String: String] = [:]
    private(set) var settings = PrintedSettings()
    /// The line of the heading, from 0.
    let line: Int
    /// Whether the line of equals signs below the block was found; a block without it may have lost its end.
    private(set) var isClosed = false
    private let prefix: LinePrefix

    private init(line: Int, prefix: LinePrefix, settings: PrintedSettings) {
        self.line = line
        self.prefix = prefix
        self.settings = settings
    }

    /// Both tools print nearly the same block; these rows only SGLang has. vLLM of 2024 printed the throughput of the prompt, too.
    var isSGLang: Bool {
        rows["backend"] != nil || rows.keys.contains { $0.contains("retokenized") }
            || rows["input token throughput"] != nil && settings.named["backend"] != "vllm"
    }

    func figure(_ label: String) -> Double? {
        rows[label].flatMap(RecordedFigure.value)
    }

    /// The blocks of a text, in the order of their headings.
    static func blocks(in text: ShownText) -> [PrintedResults] {
        var blocks: [PrintedResults] = []
        var open: [PrintedResults] = []
        var settings: [[UInt8]: PrintedSettings] = [:]
        for index in 0..<text.count where blocks.count <= ServingRecord.mostOfOneFile {
            let line = text[index]
            if let before = heading(line) {
                let prefix = LinePrefix(before)
                if let place = open.firstIndex(where: { $0.prefix.likeness(of: before).map { $0 <= .laterTime } ?? false })
                    ?? (open.count < mostOpen ? nil : 0)
                {
                    blocks.append(open.remove(at: place))
                }
                open.append(
                    PrintedResults(line: index, prefix: prefix, settings: settings.removeValue(forKey: source(of: line)) ?? PrintedSettings()))
            } else if let place = rule(line).flatMap({ best(of: open, for: $0) }) {
                var block = open.remove(at: place)
                block.isClosed = true
                blocks.append(block)
            } else if !open.isEmpty, let row = row(line), let place = best(of: open, for: row.prefix) {
                if open[place].rows[row.label] == nil { open[place].rows[row.label] = row.value.string }
            } else if PrintedSettings.isIn(line) {
                settings[source(of: line), default: PrintedSettings()].take(line)
            }
        }
        return (blocks + open).sorted { $0.line < $1.line }
    }

    /// More logs than this are never put together, and a text that is made to be slow gets no further.
    private static let mostOpen = 16

    /// The open block whose lines begin most like one; of several the one opened last.
    private static func best(of open: [PrintedResults], for prefix: ArraySlice<UInt8>) -> Int? {
        let likeness = open.indices.compactMap { index in open[index].prefix.likeness(of: prefix).map { (index, $0) } }
        return likeness.min { ($0.1, -$0.0) < ($1.1, -$1.0) }?.0
    }

    /// What stands before the heading of a block.
    private static func heading(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard line.contains(UInt8(ascii: "=")), let (before, after) = line.split(at: " Serving Benchmark Result ") else { return nil }
        guard before.closes(with: "=="), after.opens(with: "==") else { return nil }
        return before[..<(before.lastIndex { $0 != UInt8(ascii: "=") }.map { $0 + 1 } ?? before.startIndex)]
    }

    /// What stands before a line of equals signs.
    private static func rule(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard line.closes(with: "==========") else { return nil }
        return line[..<(line.lastIndex { $0 != UInt8(ascii: "=") }.map { $0 + 1 } ?? line.startIndex)]
    }

    /// The container that a line of several logs put together is of, as Docker Compose writes it: `bench-1  | `.
    private static func source(of line: ArraySlice<UInt8>) -> [UInt8] {
        let name = line.prefix { $0 != 0x20 && $0 != UInt8(ascii: "|") }
        let rest = line[name.endIndex...].drop { $0 == 0x20 }
        return rest.first == UInt8(ascii: "|") ? Array(name) : []
    }
}
