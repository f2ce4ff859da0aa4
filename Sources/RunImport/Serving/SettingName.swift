import AgentRuns

/// What the name of a field that users add, or that a tool got lately, says of its value.
struct SettingName {
    /// In lower case, with underscores.
    let name: String
    private let words: Set<String>

    init(_ name: String) {
        self.name = name.lowercased().replacing("-", with: "_")
        words = Set(self.name.split { !$0.isLetter }.map(String.init))
    }

    /// Whether it speaks of a person, a machine, a secret, or of one of several equal runs.
    var isClosed: Bool { !Self.closedWords.isDisjoint(with: words) }

    private static let closedWords: Set<String> = [
        "account", "address", "api", "auth", "author", "base", "cluster", "comment", "customer", "date", "description", "dir", "domain", "email",
        "endpoint", "file", "hash", "host", "hostname", "id", "index", "instance", "ip", "iteration", "job", "key", "machine", "namespace", "node",
        "note", "notes", "number", "owner", "password", "path", "pod", "port", "project", "prompt", "repeat", "repetition", "run", "runner", "secret",
        "seed", "server", "session", "team", "tenant", "text", "time", "timestamp", "token", "trial", "uri", "url", "user", "username", "uuid",
    ]

    /// Whether a value of a tool's own field is a setting: numbers are, unless they count equal runs or tell the time; text may also be a person's or a
    /// machine's name. A name that is no name at all may be anything.
    func isSetting(_ value: OptionValue) -> Bool {
        guard name.utf8.count <= 40, name.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || "_ .".utf8.contains($0) })
        else {
            return false
        }
        if case .number = value { return Self.countingWords.isDisjoint(with: words) }
        return !isClosed
    }

    private static let countingWords: Set<String> = [
        "date", "id", "index", "iteration", "job", "repeat", "repetition", "run", "seed", "session", "time", "timestamp", "trial", "uuid",
    ]

    /// The option of a length or another part of the workload that tools name in their own ways; else the name itself.
    var option: String { Self.options[name] ?? name }

    private static let options: [String: String] = [
        "input_len": "isl", "input_length": "isl", "random_input_len": "isl", "sonnet_input_len": "isl", "output_len": "osl", "output_length": "osl",
        "random_output_len": "osl", "sharegpt_output_len": "osl", "sonnet_output_len": "osl", "custom_output_len": "osl", "hf_output_len": "osl",
        "random_prefix_len": "prefix_len", "sonnet_prefix_len": "prefix_len", "tensor_parallel_size": "tp", "dataset_name": "dataset",
    ]

    /// The option of a version, a commit or an image, and its value as it may be shown; `nil` where it speaks of none, or may not be shown.
    func version(_ value: String) -> (option: String, value: String)? {
        guard let kind = versionKind, words.isDisjoint(with: Self.unversioned) else { return nil }
        return kind.shown(value).map { (kind.option, $0) }
    }

    /// Whether it speaks of a version, shown or not.
    var isVersion: Bool { versionKind != nil }

    private var versionKind: RecordedVersion? {
        if words.contains("commit") || words.contains("sha") || words.contains("git") && !words.isDisjoint(with: ["hash", "rev", "revision"]) {
            return .commit
        }
        if words.contains("branch") { return .branch }
        if words.contains("image") || words.contains("container") { return .image }
        if words.contains("driver") { return .driver }
        if words.contains("version") { return words.contains("cuda") ? .cuda : .engine }
        return words.contains("build") ? .build : nil
    }

    /// Words that make an address or a person of what would be a version.
    private static let unversioned: Set<String> = ["author", "date", "email", "host", "name", "path", "time", "url", "uri", "user"]
}
