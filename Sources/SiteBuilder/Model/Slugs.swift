/// Names of pages that are taken already, so that no two pages get the same one.
struct Slugs {
    private var taken: Set<String> = []

    init(taken: Set<String> = []) {
        self.taken = taken
    }

    /// The name itself, or with a number behind it where an earlier page has it; upper and lower case are one name.
    mutating func claim(_ base: String) -> String {
        var slug = base
        var number = 2
        while !taken.insert(slug.lowercased()).inserted {
            slug = "\(base)-\(number)"
            number += 1
        }
        return slug
    }
}
