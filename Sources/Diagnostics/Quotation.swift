/// A word of the user's as a message shows it: in quotation marks, and no more of it than a line holds.
public func quotation(of text: String) -> String {
    let longest = 80
    return "'\(text.count > longest ? text.prefix(longest) + "…" : text[...])'"
}
