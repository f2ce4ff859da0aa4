import AgentRunner
import JSON

/// A command and its options: `generate --url http://127.0.0.1:11434 --model m --set num_ctx=128`.
struct ProbeArguments {
    struct Mistake: Error, CustomStringConvertible {
        let description: String
    }

    let command: String
    private var values: [String: String] = [:]
    private var options = RequestOptions()

    init(_ arguments: some Collection<String>) throws {
        command = arguments.first ?? "generate"
        var rest = arguments.dropFirst().makeIterator()
        while let name = rest.next() {
            guard name.hasPrefix("--"), let value = rest.next() else { throw Mistake(description: "expected --option value, found \(name)") }
            guard name == "--set" else {
                values[String(name.dropFirst(2))] = value
                continue
            }
            let parts = value.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let number = Double(parts[1]) else { throw Mistake(description: "expected --set option=number, found \(value)") }
            options[parts[0]] = .number(number)
        }
    }

    subscript(name: String) -> String? { values[name] }

    func integer(_ name: String) -> Int? { values[name].flatMap { Int($0) } }

    var request: GenerationRequest {
        GenerationRequest(
            model: self["model"] ?? "", system: self["system"], prompt: self["prompt"] ?? "Say a word.", options: options,
            seed: integer("seed"), tokenLimit: integer("tokens"), timeout: self["timeout"].flatMap { Double($0) } ?? 300)
    }
}
