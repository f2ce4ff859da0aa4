import AgentRuns
import Charts
import RunStatistics

/// The chart of one series: warm values in their band over the order of the runs, cold calls above them.
struct HistoryDrawingOfSeries {
    let trajectory: Trajectory
    let page: PagePath
    let rules: VerdictRules

    var chart: HistoryChart {
        let measure = trajectory.key.measure
        var chart = HistoryChart(
            text: ChartText(
                name: "\(trajectory.title), \(counted(trajectory.runs, "run"))",
                summary: "\(measure.label.capitalizedFirst) of each run in order, with the limits made from the runs before it.",
                caption: caption, ifEmpty: "No run of this series has a value.",
                links: HistoryData(trajectory: trajectory).path.chartLinks(from: page)),
            words: HistoryWords(hollow),
            quantity: trajectory.quantity, title: PanelTitle(title, detail: "one point a run"),
            days: trajectory.points.map { $0.run.startedAt?.calendarDay },
            series: [HistorySeries(name: seriesName, points: points, cold: cold)], band: band, changes: changes)
        chart.notches = versionStarts.count <= Self.mostNotches ? versionStarts : []
        return chart
    }

    /// More ticks than these are a hatching.
    private static let mostNotches = 24

    /// The points from which on the runs are of another version than the run before them.
    private var versionStarts: [Int] {
        trajectory.points.indices.dropFirst().filter { index in
            guard let version = trajectory.points[index].version, let before = trajectory.points[index - 1].version else { return false }
            return version.parts != before.parts
        }
    }

    /// Why points are drawn hollow.
    private var hollow: Set<TrajectoryPoint.State> { Set(trajectory.points.map(\.state)) }

    private var title: String {
        trajectory.key.measure.ttft?.isWarm == true ? "Warm calls, median of each run" : trajectory.key.measure.label.capitalizedFirst
    }

    private var points: [HistoryPoint] {
        let starts = Set(trajectory.changes.map(\.start) + trajectory.seams.map(\.start))
        return trajectory.points.enumerated().map { index, point in
            HistoryPoint(
                at: index, value: point.value?.value, kind: kind(of: point), label: label(of: point), href: page.link(to: .run(point.run.id)),
                startsLine: starts.contains(index))
        }
    }

    private func kind(of point: TrajectoryPoint) -> HistoryPoint.Kind {
        switch point.state {
        case .failed: return .failed
        case .excluded: return .excluded
        case .thin, .invalid, .otherBranch, .undated: return .thin
        case .comparable, .unmeasured: break
        }
        if point.acknowledgement != nil { return .acknowledged }
        // The mark is of the verdict alone, so that it says what the table says.
        return switch point.verdict {
        case .regression: .worse
        case .improvement: .better
        default: .normal
        }
    }

    /// The limits of every run that has any; a band that was made from other runs than the one before it begins anew.
    private var band: HistoryBand? {
        var limits: [HistoryBand.Limits] = []
        var previous = 0
        for (index, point) in trajectory.points.enumerated() {
            guard let band = point.limits else {
                // A run without a value of its own leaves no hole in a band that goes on after it.
                if let last = limits.last, point.state != .comparable { limits.append(.init(at: index, lower: last.lower, upper: last.upper)) }
                continue
            }
            limits.append(.init(at: index, lower: band.lower, upper: band.upper, startsBand: point.earlier < previous))
            previous = point.earlier
        }
        return limits.isEmpty ? nil : HistoryBand(limits: limits)
    }

    private var changes: [HistoryChange] {
        trajectory.changes.map { change in
            let run = trajectory.points[change.start].run
            return HistoryChange(
                before: change.start, number: change.number, label: "Change \(change.number), \(run.startedAt?.spoken ?? run.id)",
                href: "#" + ChangeTable.anchor(change.number))
        }
    }

    /// What a point of the line is, as the key calls it.
    private var seriesName: String {
        let statistics = Set(trajectory.points.compactMap { $0.value?.statistic.name })
        return statistics.count == 1 ? statistics.first ?? trajectory.key.measure.label : trajectory.key.measure.label
    }

    private var caption: [String] {
        var sentences: [String] = []
        if trajectory.points.contains(where: { $0.limits != nil }) {
            sentences.append(
                trajectory.levelChanges.contains { $0.acknowledgement == nil }
                    ? "The band is made from the runs before the first open change, and stays until a change is acknowledged."
                    : "The band is made, for each run, from the runs before it.")
        }
        switch versionStarts.count {
        case 0: break
        case 1...Self.mostNotches: sentences.append("A tick on the axis: the runs from here on are of another version.")
        default: sentences.append("The runs are of \(counted(versionStarts.count + 1, "version")), which the table names.")
        }
        sentences += trajectory.seams.map { seam in
            "From \(label(of: trajectory.points[seam.start])) on the runs are of another series, joined here: \(seam.reason)"
        }.map { $0.hasSuffix(".") ? $0 : $0 + "." }
        return sentences + [trajectory.key.measure.sentence].compactMap(\.self)
    }

    private func label(of point: TrajectoryPoint) -> String {
        [
            point.run.startedAt?.spoken ?? point.run.id, point.state == .invalid ? "invalid" : nil,
            point.exclusion.map { "excluded: \($0.reason)" },
            point.state == .otherBranch ? point.observation.branch.map { "branch \($0)" } : nil,
        ].compactMap(\.self).joined(separator: ", ")
    }

    private var cold: [HistoryPoint] {
        trajectory.points.enumerated().flatMap { index, point in
            point.cold.map {
                HistoryPoint(
                    at: index, value: $0, kind: point.state == .excluded ? .excluded : .normal, label: label(of: point) + ", cold call",
                    href: page.link(to: .run(point.run.id)))
            }
        }
    }
}

extension HistoryWords {
    /// The words of a key that says why points are hollow and not judged.
    init(_ states: Set<TrajectoryPoint.State>) {
        let reasons: [(TrajectoryPoint.State, String)] = [
            (.thin, "fewer calls or stages than usual"), (.invalid, "called invalid by the tool"), (.otherBranch, "of another branch"),
            (.undated, "without a date"),
        ]
        let present = reasons.filter { states.contains($0.0) }.map(\.1)
        let (worse, better) = (Verdict.regression.word, Verdict.improvement.word)
        guard !present.isEmpty else {
            self.init(worse: worse, better: better)
            return
        }
        self.init(
            thin: present.joined(separator: ", or ") + (states.contains(.thin) ? "" : "; not part of the history"), worse: worse, better: better)
    }
}
