import AgentRuns
import Charts

/// `1 run`, `529 runs`, `12 850 calls`.
func counted(_ count: Int, _ thing: String, plural: String? = nil) -> String {
    "\(counted(count)) \(count == 1 ? thing : plural ?? thing + "s")"
}

/// A count with its thousands apart: `12 850`.
func counted(_ count: Int) -> String {
    NumberFormat([Double(count)], of: .count).number(Double(count))
}

/// A share of 1 as per cent, as it stands in a sentence: `5 %`.
func percent(_ share: Double) -> String { NumberFormat(share, of: .fraction, in: .sentence).text(share) }

extension Timestamp {
    /// `2025-11-15 20:51 UTC`; a time without a zone is shown without one.
    var spoken: String { [date, clock, zoneName].compactMap(\.self).joined(separator: " ") }

    /// `UTC`, or the offset as it was written; `nil` for a date alone and for a time without a zone.
    var zoneName: String? {
        guard timeOfDay != nil, case .offset(let minutes) = zone else { return nil }
        return minutes == 0 ? "UTC" : String(text.suffix(6))
    }

    var calendarDay: CalendarDay? { CalendarDay(year: year, month: month, day: day) }

    /// `15 November 2025`.
    var longDate: String { "\(day) \(Self.months[month - 1]) \(year)" }

    /// `14 November`.
    var dayAndMonth: String { "\(day) \(Self.months[month - 1])" }

    /// `14 Nov`, which no line breaks.
    var shortDate: String { "\(day)\u{A0}\(Self.months[month - 1].prefix(3))" }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
}

/// `14 November 2025`, or `10 October to 27 November 2025, 3 without a date`; `nil` where no run has a date.
func dateSpan(of runs: [Run]) -> String? {
    let times = runs.compactMap(\.startedAt)
    guard let first = times.min(), let last = times.max() else { return nil }
    let undated = runs.count == times.count ? "" : ", \(runs.count - times.count) without a date"
    if first.date == last.date { return last.longDate + undated }
    let from = first.year == last.year ? String(first.longDate.dropLast(5)) : first.longDate
    return "\(from) to \(last.longDate)\(undated)"
}

extension Run {
    /// What the run is called where its suite is clear: `chimera_homo, run 2`.
    var title: String {
        let parts = id.dropFirst(suite.count + 1).split(separator: "/").map(String.init)
        let last = parts.last(where: { $0 != "run" }) ?? suite.split(separator: "/").last.map(String.init) ?? id
        let number = last.hasPrefix("run_") ? Int(last.dropFirst(4)) : nil
        let name = number.map { "run \($0)" } ?? last
        return [scenario, name].compactMap(\.self).joined(separator: ", ")
    }

    /// What tells the run from the others of its suite; the suite's own last part where the run has no name.
    var nameInSuite: String {
        let name = id.dropFirst(suite.count + 1)
        return name == "run" ? suite.split(separator: "/").last.map(String.init) ?? suite : String(name)
    }

    /// `Rust, smol`.
    var producerName: String? {
        let parts = [producer.language.map { $0.prefix(1).uppercased() + $0.dropFirst() }, producer.runtime].compactMap(\.self)
        return parts.isEmpty ? producer.program : parts.joined(separator: ", ")
    }
}

extension [Run] {
    /// `529 runs, 1286 agent executions`; benchmarks have no agents, and each is one execution.
    var extent: String { extent(executions: reduce(0) { $0 + $1.executions.count }) }

    /// - Parameter executions: how many of the runs' executions are meant.
    func extent(executions: Int) -> String {
        if executions == count, allSatisfy(\.isServingBenchmark) { return counted(count, "run") }
        return "\(counted(count, "run")), \(counted(executions, contains(where: \.isServingBenchmark) ? "execution" : "agent execution"))"
    }
}

extension TTFTDefinition {
    /// A word or two for a column.
    var shortName: String {
        switch self {
        case .firstChunk: "first chunk"
        case .promptEval: "prompt evaluation"
        case .loadPlusPromptEval: "load + prompt evaluation"
        case .totalDuration: "whole call"
        case .serverReported: "server's figure"
        case .unknown: "not defined"
        }
    }
}

extension Configuration {
    /// `gemma3:latest, num_gpu 80, num_ctx 512`.
    var title: String { "\(modelName), \(options.label)" }
}
