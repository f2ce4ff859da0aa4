import Bytes

extension HistoryChart {
    /// One series alone needs a key only if it has marks of several kinds.
    public func writeKey(into buffer: inout ByteBuffer) {
        let entries = seriesEntries + markEntries
        KeyEntry.write(entries.count > 1 ? entries : [], into: &buffer)
    }

    private var seriesEntries: [KeyEntry] {
        var entries = series.enumerated().map { number, series in
            let style = styleNumber(of: number)
            return KeyEntry(swatch: .mark(.series(style), series: style, joined: true), word: series.name)
        }
        if drawnSeries.contains(where: { $0.cold.contains(where: \.isDrawn) }) {
            let isAlone = series.count == 1
            let style = isAlone ? MarkStyle.cold : .cold(series: 0, of: series.count)
            entries.append(
                KeyEntry(swatch: .mark(style, series: isAlone ? 0 : nil, joined: false), word: isAlone ? words.cold : "hollow: \(words.cold)"))
        }
        return entries
    }

    /// The band and the marks that occur, in the order in which readers meet them.
    private var markEntries: [KeyEntry] {
        let drawing = HistoryDrawing(self)
        let kinds = Set(drawing.series.flatMap { $0.points + $0.cold }.filter(\.isDrawn).map(\.kind))
        func entry(_ kind: HistoryPoint.Kind, _ style: MarkStyle, _ word: String?, _ wordClass: String? = nil) -> KeyEntry? {
            guard kinds.contains(kind), let word else { return nil }
            return KeyEntry(swatch: .mark(style, series: nil, joined: false), word: word, wordClass: wordClass)
        }
        let band = drawing.band.flatMap { $0.stretches.isEmpty ? nil : KeyEntry(swatch: .bar("band"), word: words.band) }
        return [
            band, entry(.worse, .worse, drawing.word(for: .worse), "worse"), entry(.better, .better, drawing.word(for: .better), "better"),
            entry(.acknowledged, .acknowledged, words.acknowledged), entry(.thin, .thin, words.thin),
            entry(.excluded, .excluded, words.excluded),
            entry(.failed, .failed, words.failed, "fail"),
        ].compactMap(\.self)
    }
}
