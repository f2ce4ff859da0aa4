/// The figures of a chart as text: what it draws, for readers who do not see it or who want the numbers.
public struct ChartTable: Sendable, Hashable {
    public enum Column: Sendable, Hashable {
        /// Words, aligned at the left.
        case words(String)
        /// Figures in one unit with one number of decimals, which the head names.
        case figures(String, NumberFormat)

        var name: String {
            switch self {
            case .words(let name), .figures(let name, _): name
            }
        }
    }

    public enum Cell: Sendable, Hashable {
        case words(String, href: String? = nil)
        /// A figure in the quantity of its column; `nil` is a dash. The note stands under it.
        case figure(Double?, note: String? = nil, href: String? = nil)
    }

    /// The most rows that are shown; the data files have all.
    public static let rowLimit = 16

    /// The first is the head of its row.
    public var columns: [Column]
    /// The newest first where rows have an order in time.
    public var rows: [[Cell]]

    public init(columns: [Column], rows: [[Cell]]) {
        self.columns = columns
        self.rows = rows
    }
}
