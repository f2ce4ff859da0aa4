/// Which run a file speaks of: the files that say the same key are put together.
struct RunKey: Sendable, Hashable {
    /// The run's folder.
    var folder: Place
    /// The number that tells several runs of one folder apart.
    var number: Int?
    /// The name of a file that stands for itself, because its name is none that the programs give.
    var file: String?

    init(folder: Place, number: Int? = nil, file: String? = nil) {
        self.folder = folder
        self.number = number
        self.file = file
    }

    /// The run of a program that keeps its figures in `data` and its reports in `reports`.
    static func singleAgent(in folder: Place, number: Int? = nil) -> RunKey {
        let isInner = folder.name == "data" || folder.name == "reports"
        return RunKey(folder: isInner ? folder.parent : folder, number: number)
    }
}
