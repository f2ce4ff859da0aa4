import AgentRunner
import Bytes
import Foundation
import JSON

/// Calls a model server from the outside and prints what the client measured, one JSON object a call. It is for tests, and is not installed.
@main struct Probe {
    static func main() async {
        do {
            let arguments = try ProbeArguments(CommandLine.arguments.dropFirst())
            try await Probe(arguments: arguments).run()
        } catch {
            FileHandle.standardError.write(Data("probe: \(error)\n".utf8))
            exit(64)
        }
    }

    let arguments: ProbeArguments

    func run() async throws {
        let recording = TranscriptFile(path: arguments["record"])
        let server = try await server(recording)
        switch arguments.command {
        case "survey": await survey()
        case "unload": await print { () throws(ServerError) in .object(["unloaded": .bool(try await server.unload(arguments["model"] ?? ""))]) }
        case "identity": await print { () throws(ServerError) in try await server.identity().json }
        default:
            for _ in 0..<(arguments.integer("repeat") ?? 1) {
                await print { () throws(ServerError) in try await server.generate(arguments.request) { _ in }.json }
            }
        }
        // An exchange is kept when it has ended, which can be a moment after the call.
        if arguments["record"] != nil { try await Task.sleep(for: .milliseconds(200)) }
    }

    private func server(_ recording: TranscriptFile) async throws -> any ModelServer {
        if let path = arguments["replay"] {
            return ReplayServer(try Transcript(parsing: Array(try Data(contentsOf: URL(filePath: path)))), scale: 0)
        }
        let transport: any Transport =
            arguments["record"] == nil ? CurlTransport() : RecordingTransport(CurlTransport(), keep: recording.add)
        return try address.server(ServerAPI(rawValue: arguments["api"] ?? "ollama") ?? .ollama, over: transport)
    }

    private var address: ServerAddress {
        get throws { try ServerAddress(parsing: arguments["url"] ?? "", token: ProcessInfo.processInfo.environment["OPENAI_API_KEY"]) }
    }

    private func survey() async {
        await print { () throws(ServerError) in
            guard let address = try? address else { throw ServerError(.unreachable, "no address") }
            let (api, identity) = try await address.survey()
            return .object(["api": .string(api.rawValue), "identity": identity.json])
        }
    }

    private func print(_ call: () async throws(ServerError) -> JSON) async {
        var output = ByteBuffer()
        do throws(ServerError) {
            try await call().writeLine(into: &output)
        } catch {
            let partial = error.partial?.json ?? .null
            JSON.object(["error": .string(error.kind.rawValue), "reason": .string(error.reason), "partial": partial]).writeLine(into: &output)
        }
        output.append("\n")
        FileHandle.standardOutput.write(Data(output.bytes))
    }
}
