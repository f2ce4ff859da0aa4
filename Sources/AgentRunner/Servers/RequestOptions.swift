public import AgentRuns
import Bytes
public import JSON

/// The options that a request takes to its server, each in the type in which the plan has it.
public struct RequestOptions: Sendable, Hashable {
    /// Text, numbers, flags, and arrays and objects of them.
    public private(set) var values: [String: JSON]

    public init(_ values: [String: JSON] = [:]) {
        self.values = values
    }

    public subscript(option: String) -> JSON? {
        get { values[option] }
        set { values[option] = newValue }
    }

    /// The options as members of a request, by name.
    var members: [JSON.Member] {
        values.sorted { $0.key < $1.key }.map { JSON.Member($0.key, $0.value) }
    }

    /// The options as a run keeps them: arrays and objects as text, their JSON on one line; prompts by their hash; and without the folders of
    /// paths and the options about persons.
    public var configuration: SamplingConfiguration {
        SamplingConfiguration(
            values.reduce(into: [:]) { options, option in
                guard PrivateOption.isStored(option.key) else { return }
                let value = OptionValue(stored: option.value)
                options[option.key] = PrivateOption.isPrompt(option.key) ? .text("sha256 \(Plan.hash(value.description))") : value
            })
    }
}

extension OptionValue {
    /// The value as a run keeps it.
    init(stored json: JSON) {
        switch json.value {
        case .number(let number): self = .number(number)
        case .bool(let flag): self = .flag(flag)
        case .string(let text): self = .text(PrivateOption.withoutFolder(text))
        case .null, .array, .object:
            var output = ByteBuffer()
            json.storable.writeLine(into: &output)
            self = .text(output.string)
        }
    }
}

extension JSON {
    /// With the keys of objects in order, so that the same value always has the same text.
    fileprivate var storable: JSON {
        switch value {
        case .string(let text): .string(PrivateOption.withoutFolder(text))
        case .array(let elements): .array(elements.map(\.storable))
        case .object(let members):
            .object(
                members.filter { PrivateOption.isStored($0.key) }.sorted { $0.key < $1.key }.map { JSON.Member($0.key, $0.value.storable) })
        default: self
        }
    }
}
