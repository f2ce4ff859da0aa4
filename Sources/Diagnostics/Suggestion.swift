/// Finds the word that was probably meant, for messages like “unknown key 'basline'; did you mean 'baselines'?”.
///
/// - Returns: the known word at the least edit distance, if that is at most a third of the longer word's length; else `nil`.
public func closestWord(to word: String, among known: some Sequence<String>) -> String? {
    var best: (word: String, distance: Int)?
    for candidate in known {
        let distance = editDistance(Array(word.unicodeScalars), Array(candidate.unicodeScalars))
        guard distance * 3 <= max(word.count, candidate.count), distance < best?.distance ?? .max else { continue }
        best = (candidate, distance)
    }
    return best?.word
}

/// What a message about an unknown word ends with: `; did you mean 'baselines'?`.
///
/// - Parameter otherwise: what stands there when no known word is near.
public func suggestion(for word: String, among known: some Sequence<String>, otherwise: String = "") -> String {
    closestWord(to: word, among: known).map { "; did you mean '\($0)'?" } ?? otherwise
}

/// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours each cost one.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for i in left.indices {
        var current = [i + 1]
        for j in right.indices {
            let substitution = previous[j] + (left[i] == right[j] ? 0 : 1)
            var cost = min(previous[j + 1] + 1, current[j] + 1, substitution)
            if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                cost = min(cost, beforePrevious[j - 1] + 1)
            }
            current.append(cost)
        }
        beforePrevious = previous
        previous = current
    }
    return previous[right.count]
}
