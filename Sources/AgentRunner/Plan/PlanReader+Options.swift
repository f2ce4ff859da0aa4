import AgentRuns
import Diagnostics
import JSON
import TOMLReading

/// The options of an agent.
extension PlanReader {
    /// - Parameter api: what the agent's server speaks; `nil` where that is not known.
    mutating func options(_ entry: inout TOMLTableReader, api: ServerAPI?) -> RequestOptions {
        var read = RequestOptions()
        guard var table = entry.table("configuration") else { return read }
        for name in table.keys {
            guard isAllowed(name, in: &table, apis: [api]), let value = table.jsonValue(name) else { continue }
            if let checked = PlanOption.named(name), !checked.accepts(value) {
                let isList = value.array != nil
                table.report("'\(name)' \(isList ? "has one value here; several belong under [grid]" : "must be \(checked.phrase)")", at: name)
            } else if PrivateOption.isSecret(name, value) {
                table.report(Self.secretMessage(name), at: name)
            } else {
                read[name] = value
            }
        }
        for name in api?.tokenLimits ?? [] where read[name] != nil && entry.keys.contains("token_limit") {
            entry.warn("'\(name)' of the configuration wins over 'token_limit'; leave one of them out", at: "token_limit")
        }
        diagnostics += table.finish()
        return read
    }

    /// Reports a name that is the program's own, and one that may be misspelt.
    ///
    /// - Returns: whether the option may be sent.
    private func isAllowed(_ name: String, in table: inout TOMLTableReader, apis: Set<ServerAPI?>) -> Bool {
        let sorted = apis.sorted { ($0?.rawValue ?? "") < ($1?.rawValue ?? "") }
        if let reason = sorted.lazy.compactMap({ ServerField.reason(against: name, api: $0) }).first {
            table.reject(name, "'\(name)' can't be set here: \(reason)")
            return false
        }
        if let doubt = sorted.lazy.compactMap({ api in api.flatMap { KnownOptions.doubt(about: name, api: $0) } }).first {
            table.warn(doubt, at: name, isAboutKey: true)
        }
        if !PrivateOption.isStored(name) {
            table.warn("'\(name)' is sent, and not stored: it says who asks", at: name, isAboutKey: true)
        }
        return true
    }

    private static func secretMessage(_ name: String) -> String {
        "'\(name)' looks like a key or a password, which would be stored; name the variable that holds it in the server's 'key_env'"
    }
}

/// The grid.
extension PlanReader {
    mutating func grid(_ agents: [Plan.Agent], _ servers: [Plan.Server]) -> Grid {
        guard var entry = table.table("grid") else { return Grid(axes: []) }
        var axes: [Grid.Axis] = []
        let apis = Set(agents.map { agent in servers.first { $0.name == agent.server }?.client })
        for name in entry.keys where name != "slots" {
            guard isAllowed(name, in: &entry, apis: apis) else { continue }
            guard PrivateOption.isStored(name) else {
                entry.report("the runs could not be told apart by '\(name)', which is not stored", at: name)
                continue
            }
            let values = values(of: name, &entry)
            if !values.isEmpty { axes.append(Grid.Axis(option: name, values: values, slots: nil)) }
        }
        slots(&entry, of: &axes, agents.map(\.slot))
        warnOfLimits(axes, agents, servers, &entry)
        diagnostics += entry.finish()
        return Grid(axes: axes)
    }

    private func values(of name: String, _ entry: inout TOMLTableReader) -> [JSON] {
        guard let written = entry.oneOrMoreJSONValues(name) else { return [] }
        if written.isEmpty { entry.report("'\(name)' has no values, so nothing would be run; name one, or leave it out", at: name) }
        var values: [JSON] = []
        var seen: Set<JSON> = []
        for (value, element) in written {
            if let checked = PlanOption.named(name), !checked.accepts(value) {
                entry.report("'\(name)' must be \(checked.phrase)", at: name, element: element)
            } else if PrivateOption.isSecret(name, value) {
                entry.report(Self.secretMessage(name), at: name, element: element)
            } else if !seen.insert(value).inserted {
                entry.report("\(OptionValue(stored: value)) is there twice", at: name, element: element)
            } else {
                values.append(value)
            }
        }
        return values
    }

    private func warnOfLimits(_ axes: [Grid.Axis], _ agents: [Plan.Agent], _ servers: [Plan.Server], _ entry: inout TOMLTableReader) {
        for axis in axes {
            let limited = agents.first { agent in
                let api = servers.first { $0.name == agent.server }?.client
                return agent.tokenLimit != nil && api?.tokenLimits.contains(axis.option) == true && axis.covers(agent)
            }
            guard let limited else { continue }
            entry.warn("'\(axis.option)' wins over the 'token_limit' of '\(limited.slot)'; leave one of them out", at: axis.option, isAboutKey: true)
        }
    }

    /// Which agents an axis is laid over: `slots = ["insight"]` says it for all axes, `[grid.slots]` for each option by its name.
    private mutating func slots(_ entry: inout TOMLTableReader, of axes: inout [Grid.Axis], _ known: [String]) {
        guard entry.keys.contains("slots") else { return }
        guard entry.isTable("slots") else {
            guard let named = slotNames("slots", &entry, known) else { return }
            for index in axes.indices { axes[index].slots = named }
            return
        }
        guard var table = entry.table("slots") else { return }
        let options = axes.map(\.option)
        for name in table.keys {
            guard let axis = options.firstIndex(of: name) else {
                let hint = suggestion(for: name, among: options)
                table.reject(name, "the grid has no values for '\(name)'\(hint)")
                continue
            }
            axes[axis].slots = slotNames(name, &table, known)
        }
        diagnostics += table.finish()
    }

    private func slotNames(_ key: String, _ table: inout TOMLTableReader, _ known: [String]) -> Set<String>? {
        guard let names = table.oneOrMoreStrings(key) else { return nil }
        if names.isEmpty { table.report("no agent would take the values; name a slot", at: key) }
        for (name, element) in names where !known.contains(name) {
            table.report(unknown("slot", name, among: known), at: key, element: element)
        }
        return Set(names.map(\.value))
    }
}
