import AgentRuns
import JSON

/// Options and settings of a record; none of their values is a local path.
extension ServingRecord {
    mutating func set(_ option: String, _ value: OptionValue?) {
        if let value { setOption(option, value) }
    }

    mutating func set(_ option: String, _ value: Double?) {
        if let value, value.isFinite { setOption(option, .number(value)) }
    }

    /// Empty text, and the words for missing data, set nothing.
    mutating func set(_ option: String, _ value: String?) {
        if let value, value != "N/A", let shown = ModelName.published(value) { setOption(option, .text(shown)) }
    }

    mutating func set(_ option: String, _ value: Bool?) {
        if let value { setOption(option, .flag(value)) }
    }

    /// Takes a setting, an option that the tool or its user may have set to anything.
    ///
    /// - Parameters:
    ///   - value: one that `ServingVariant` shows.
    ///   - label: its name in the ids of records that differ in it.
    ///   - isDefault: whether the tool would have taken this value by itself; then it is no part of the configuration, so that a version of the tool
    ///     that has no such setting, and a form that doesn't write it, have the same one.
    mutating func setSetting(_ name: String, _ value: OptionValue?, label: String? = nil, isDefault: Bool = false) {
        guard let value else { return }
        setVariant(label ?? name, value.description)
        if !isDefault, options[name] == nil { addSetting(name, value) }
    }

    /// Takes a length that a benchmark was asked for, `isl` or `osl`, as its mean and its deviation.
    mutating func setLength(_ option: String, _ mean: Double?, deviation: Double? = nil) {
        guard let mean, mean > 0 else { return }
        set(option, mean)
        if let deviation, deviation > 0 { set("\(option)_stddev", deviation) }
    }

    /// The same of an object with `mean` and `stddev`.
    mutating func setLength(_ option: String, _ length: JSON?) {
        setLength(option, length?.figure("mean"), deviation: length?.figure("stddev"))
    }

    /// Takes a version, a commit or an image under its option; the first that a file names counts.
    mutating func setVersion(_ version: (option: String, value: String)?) {
        if let version, options[version.option] == nil { setOption(version.option, .text(version.value)) }
    }
}
