extension TimelineChart {
    public var dataTable: ChartTable {
        let calls = lanes.flatMap(\.calls)
        let duration = NumberFormat(calls.map(\.duration), of: quantity)
        let first = NumberFormat(calls.map(\.toFirstToken), of: quantity)
        let columns: [ChartTable.Column] = [
            .words("Call"), .words("Lane"), .figures("start", duration), .figures("duration", duration), .figures(partNames.first, first),
            .figures("tokens", NumberFormat([0], of: .count)), .figures("throughput", NumberFormat(calls.map(\.throughput), of: .tokensPerSecond)),
        ]
        return ChartTable(
            columns: columns,
            rows: lanes.flatMap { lane in
                lane.calls.map { call in
                    [
                        .words(call.name), .words(lane.label), .figure(call.start), .figure(call.duration), .figure(call.toFirstToken),
                        .figure(call.tokens.map(Double.init)), .figure(call.throughput),
                    ]
                }
            })
    }
}
