/// How wide a chart may come out, for labels that must fit before the page's width is known.
enum ChartWidth {
    /// The narrowest column of text that pages have, on a window 320 wide.
    static let narrow = 288.0
    /// The narrowest at which marks of class `o` are shown.
    static let medium = 608.0
    /// The narrowest at which marks of class `w` are shown.
    static let wide = 1036.0
    /// The widest column of text.
    static let widest = 1088.0
}
