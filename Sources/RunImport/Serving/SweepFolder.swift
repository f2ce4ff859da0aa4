/// Folders that are named for a point of a sweep: `c8`, `concurrency=32`, `tp2_c8`.
enum SweepFolder {
    /// Whether a name is nothing but settings with their numbers: known ones, or any that stand before an equals sign.
    static func isPoint(_ name: String) -> Bool {
        var rest = name.lowercased()[...]
        while !rest.isEmpty {
            guard let setting = rest.prefixMatch(of: /([a-z]+(?:[_\-][a-z]+)*)([=_\-]?)(?:[0-9]+(?:\.[0-9]+)?k?|inf)(?=$|[\-_,+ ])/) else {
                return false
            }
            guard setting.2 == "=" || settings.contains(setting.1.filter { $0 != "_" && $0 != "-" }) else { return false }
            rest = rest[setting.range.upperBound...].drop { "-_,+ ".contains($0) }
        }
        return !name.isEmpty
    }

    /// How many of the last folders are points, or numbers of runs of one.
    static func depth(of folders: ArraySlice<String>) -> Int {
        let last = folders.reversed().prefix { isPoint($0) || RunIdentity.isRunFolder($0) }
        return last.contains(where: isPoint) ? last.count : 0
    }

    private static let settings: Set<String> = [
        "c", "cc", "conc", "concurrency", "maxconcurrency", "users", "clients", "parallel", "np", "bs", "batch", "batchsize", "rate", "qps", "rps",
        "reqrate", "requestrate", "tp", "pp", "dp", "ep", "isl", "osl", "il", "ol", "in", "out", "input", "output", "inputlen", "outputlen",
        "ctx", "context", "depth", "prompt", "gen", "tg", "threads", "ngl", "gpus",
    ]
}
