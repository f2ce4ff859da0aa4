/// What runs are grouped by, each kind with a section of the site.
enum GroupKind: Sendable, CaseIterable {
    case suites, models, configurations

    /// The section's name.
    var heading: String {
        switch self {
        case .suites: "Suites"
        case .models: "Models"
        case .configurations: "Configurations"
        }
    }

    /// One of them, as in `3 suites` without its ending.
    var thing: String { String(heading.lowercased().dropLast()) }

    /// The page that lists them.
    var index: PagePath {
        switch self {
        case .suites: .suites
        case .models: .models
        case .configurations: .configurations
        }
    }

    /// The page of one of them, by its slug.
    func page(_ slug: String) -> PagePath { PagePath("\(heading.lowercased())/\(slug).html") }
}
