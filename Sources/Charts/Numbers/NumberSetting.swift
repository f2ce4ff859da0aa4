/// Where a number stands, which decides how much of it is shown.
public enum NumberSetting: Sendable, Hashable {
    /// A column of a table, an axis, the labels of a chart: one unit and one number of decimals for all.
    case column
    /// Running text: the unit suits the one value, and decimals are few.
    case sentence
    /// The large figures at the head of a page: the unit suits the value, three digits where a time is long.
    case headline
}
