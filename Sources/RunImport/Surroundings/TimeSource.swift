/// Where the time of results comes from that have none of their own, in the order of trust; the text is the run's note of it.
enum TimeSource: String, Sendable, Hashable, CaseIterable {
    case fileBeside = "The time is from a file beside the results."
    case path = "The time is from the file's path."
    case fileName = "The time is from the file's name."
    case folderName = "The time is from the folder's name."
    case commit = "The time is that of the file's commit."
    case given = "The time was given at the import."
}
