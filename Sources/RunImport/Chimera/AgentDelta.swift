import AgentRuns
import JSON

/// The comparison of a baseline and a tuned agent that the one-agent programs write beside their figures.
enum AgentDelta {
    static func stated(in json: JSON) throws(JSONError) -> [StatedFigure] {
        var figures: [StatedFigure] = []
        for slot in [ChimeraSlot.baseline, ChimeraSlot.chimera] {
            if let ttft = try json.optionalNumber("\(slot)_ttft_ms") { figures.append(.init(.metric(slot: slot, .ttft, .mean), ttft)) }
            if let rate = try json.optionalNumber("\(slot)_throughput") {
                figures.append(.init(.metric(slot: slot, .outputThroughput, .mean), rate))
            }
        }
        if let delta = try json.optionalNumber("throughput_delta_absolute") { figures.append(.init(.throughputDelta, delta)) }
        if let delta = try json.optionalNumber("ttft_delta_absolute_ms") { figures.append(.init(.ttftDelta, -delta)) }
        return figures
    }
}
