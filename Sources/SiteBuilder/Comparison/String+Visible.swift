extension String {
    /// The text on one line, without what could move a cursor or turn the order of letters: names come from recorded files.
    var visible: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { scalar in
                    let category = scalar.properties.generalCategory
                    if !Self.hidden.contains(category) || scalar == Self.joiner { return scalar }
                    return scalar.properties.isWhitespace ? " " : "\u{FFFD}"
                }))
    }

    private static let hidden: [Unicode.GeneralCategory] = [.control, .format, .lineSeparator, .paragraphSeparator]

    /// What makes one picture of several.
    private static let joiner: Unicode.Scalar = "\u{200D}"
}
