import AgentRuns
import Charts

/// Benchmarks of one suite and one piece of work over several loads: what a server gives, and how long it lets one wait, as more is asked of it.
struct LoadSweep: Sendable {
    let plan: LoadPlan
    /// The options that make the load, `request_rate` or `concurrency`; both where each benchmark sets one of them.
    let loadOptions: [String]
    let curves: [LoadCurve]
    /// What is drawn upwards: output throughput, or what the tool has instead.
    let throughput: MetricID
    /// What the throughput is drawn against, the most telling first.
    let latencies: [LoadLatency]
    /// The curves that a page shows, in their order.
    private(set) var shownCurves: [Int] = []
    /// The options of the work in which other sweeps of the suite differ from this one.
    var tellingWorkload: [String] = []
    /// The page's path below `sweeps/`, without the ending.
    var slug = ""

    /// - Parameter members: of one plan, oldest first.
    /// - Returns: `nil` where no server was measured under two loads.
    init?(_ members: [Observation], plan: LoadPlan) {
        let options = Self.loadOptions(of: members)
        var servers: [Server: [Load: [Observation]]] = [:]
        for member in members {
            guard let load = Load(member.execution.configuration, options: options) else { continue }
            servers[Server(member, loadOptions: options), default: [:]][load, default: []].append(member)
        }
        let curves = servers.sorted { $0.key < $1.key }.map { server, loads in
            LoadCurve(
                server: server.options, slot: server.slot,
                points: loads.sorted { $0.key < $1.key }.map { LoadPoint(load: $0.key, observations: $0.value) })
        }.labelled
        guard let throughput = Self.throughput(of: curves) else { return nil }
        let latencies = LoadLatency.all(of: curves)
        let isCurve = curves.contains { curve in
            latencies.contains { latency in curve.points.count { latency.center(of: $0) != nil && $0.value(throughput, .mean) != nil } > 1 }
        }
        guard isCurve else { return nil }
        self.plan = plan
        self.loadOptions = options
        self.curves = curves
        self.throughput = throughput
        self.latencies = latencies
        shownCurves = curvesToShow()
    }

    /// The load's options that count: of two that every benchmark sets, the one with more values, else those that vary at all.
    private static func loadOptions(of members: [Observation]) -> [String] {
        let values = Load.options.map { name in members.map { $0.execution.configuration[name] } }
        let counts = values.map { Set($0.compactMap(\.self)).count }
        let areSetTogether = zip(values[0], values[1]).contains { $0 != nil && $1 != nil }
        if areSetTogether, counts.min() ?? 0 > 0 { return [Load.options[counts[0] >= counts[1] ? 0 : 1]] }
        return Load.options.indices.filter { counts[$0] > 0 }.map { Load.options[$0] }
    }

    private static func throughput(of curves: [LoadCurve]) -> MetricID? {
        let points = curves.flatMap(\.points)
        let counts = [MetricID.outputThroughput, .totalThroughput, .requestThroughput].map { metric in
            (metric, points.count { $0.value(metric, .mean) != nil })
        }
        return counts.enumerated().max { ($0.element.1, $1.offset) < ($1.element.1, $0.offset) }.flatMap { $0.element.1 > 0 ? $0.element.0 : nil }
    }
}

extension LoadSweep {
    /// A server as its benchmarks name it. Where they do not even name a model, only those of one file are taken to be of one server.
    private struct Server: Hashable, Comparable {
        let options: SamplingConfiguration
        let slot: String
        let file: String?

        init(_ observation: Observation, loadOptions: [String]) {
            options = LoadPlan.server(observation.series.configuration.options, without: loadOptions)
            slot = observation.execution.slot
            file = observation.execution.model == nil ? observation.run.provenance.sources.first?.path : nil
        }

        static func < (left: Server, right: Server) -> Bool {
            let sides = [left, right].map { Configuration(model: nil, options: $0.options) }
            if sides[0] != sides[1] { return sides[0] < sides[1] }
            return (left.slot, left.file ?? "") < (right.slot, right.file ?? "")
        }
    }

    /// A point with the number of its curve.
    struct Place: Sendable, Hashable {
        let curve: Int
        let point: Int
    }

    var places: [Place] {
        curves.indices.flatMap { curve in curves[curve].points.indices.map { Place(curve: curve, point: $0) } }
    }

    /// A page with more points than these can neither be read nor loaded quickly.
    private static let mostShown = 240

    /// All curves, or as many as have room, those on the front first, then those that reach the most throughput.
    private func curvesToShow() -> [Int] {
        guard places.count > Self.mostShown, let latency = latencies.first else { return Array(curves.indices) }
        let onFront = Set(front(of: latency).map(\.curve))
        let most = curves.map { curve in curve.points.compactMap { $0.value(throughput, .mean) }.max() ?? 0 }
        var room = Self.mostShown
        let ranked = curves.indices.sorted { (onFront.contains($0) ? 0 : 1, -most[$0], $0) < (onFront.contains($1) ? 0 : 1, -most[$1], $1) }
        let shown = ranked.prefix { curve in
            room -= curves[curve].points.count
            return room >= 0
        }
        return shown.isEmpty ? Array(ranked.prefix(1)) : shown.sorted()
    }

    func point(at place: Place) -> LoadPoint { curves[place.curve].points[place.point] }

    /// The points that no other one beats in both throughput and a latency; results that their tool calls invalid do not count.
    func front(of latency: LoadLatency) -> Set<Place> {
        let measured = places.compactMap { place -> (place: Place, across: Double, up: Double)? in
            let point = point(at: place)
            guard !point.isInvalid, let across = latency.center(of: point), let up = point.value(throughput, .mean) else { return nil }
            return (place, across, up)
        }
        let front = ParetoFront.indices(of: measured.map { ($0.across, $0.up) }, across: .lower, up: .higher)
        return Set(front.map { measured[$0].place })
    }

    var observations: [Observation] { curves.flatMap(\.points).flatMap(\.observations) }

    var runs: [Run] { observations.runs }

    /// What the servers differ in, and what they share.
    var labels: OptionLabels { OptionLabels(curves.map(\.server)) }
}
