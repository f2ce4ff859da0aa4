import Diagnostics

/// The word that was probably meant: one of nearly the same spelling, else one that begins with what was written, else one that holds it.
///
/// - Parameter known: the most likely first, which settles between words that are equally near.
func likelyWord(for word: String, among known: [String]) -> String? {
    // A page may hold anything; nobody misspells a word of such a length, and comparing it would take long.
    guard !word.isEmpty, word.utf8.count <= longestWord else { return nil }
    let near = known.lazy.filter { $0.utf8.count <= longestWord && abs($0.count - word.count) * 3 <= max($0.count, word.count) }
    let lowercased = word.lowercased()
    return closestWord(to: word, among: near.prefix(wordLimit))
        ?? known.first { $0.lowercased().hasPrefix(lowercased) }
        ?? known.first { $0.lowercased().contains(lowercased) }
}

private let longestWord = 200
private let wordLimit = 2000
