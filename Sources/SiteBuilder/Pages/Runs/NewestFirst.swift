import AgentRuns

extension [Run] {
    /// The newest first; runs of one time, and those without any, in the order of their names. The runs must be in the order of the site.
    var newestFirst: [Run] { newestFirst(by: \.startedAt) }
}

extension [Observation] {
    /// The executions of the newest run first; those of one run, of one time and of none in their own order.
    var newestFirst: [Observation] { newestFirst(by: \.run.startedAt) }
}

extension Array {
    fileprivate func newestFirst(by time: (Element) -> Timestamp?) -> [Element] {
        var stretches: [ArraySlice<Element>] = []
        var start = startIndex
        for index in indices where index + 1 == endIndex || time(self[index]) != time(self[index + 1]) {
            stretches.append(self[start...index])
            start = index + 1
        }
        return stretches.reversed().flatMap(\.self)
    }
}
