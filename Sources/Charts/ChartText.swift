/// The words of a chart, all of them the caller's; they are plain text and are escaped where they are written.
public struct ChartText: Sendable, Hashable {
    /// What the chart is called, for readers who do not see it: "TTFT of collector over 67 runs".
    public var name: String
    /// What it shows, in one sentence.
    public var summary: String
    /// Sentences for the caption; the chart adds its own after them.
    public var caption: [String]
    /// The sentence that stands in the chart's place when there is nothing to draw.
    public var ifEmpty: String
    /// The files that hold what the chart was drawn from; they stand under the caption.
    public var links: [ChartLink]

    public init(name: String, summary: String, caption: [String] = [], ifEmpty: String = "No data.", links: [ChartLink] = []) {
        self.name = name
        self.summary = summary
        self.caption = caption
        self.ifEmpty = ifEmpty
        self.links = links
    }
}
