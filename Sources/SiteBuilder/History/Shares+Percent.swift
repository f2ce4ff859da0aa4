import RunStatistics

extension Difference {
    /// Shares as per cent.
    var inPercent: Difference {
        func percent(_ interval: Interval?) -> Interval? { interval.map { Interval(lower: $0.lower * 100, upper: $0.upper * 100) } }
        func percent(_ center: Center) -> Center { Center(n: center.n, value: center.value * 100, interval: percent(center.interval)) }
        return Difference(
            a: percent(a), b: percent(b), difference: difference * 100, ratio: nil, interval: percent(interval), p: p, passes: passes)
    }
}

extension Assessment {
    /// Shares as per cent.
    var inPercent: Assessment {
        var assessment = self
        assessment.difference = difference?.inPercent
        for index in changes.indices {
            assessment.changes[index].before *= 100
            assessment.changes[index].after *= 100
        }
        for index in spikes.indices {
            assessment.spikes[index].level *= 100
            assessment.spikes[index].value *= 100
        }
        return assessment
    }
}
