public import Diagnostics
import Files
import JSON
import SystemPackage

extension Plan {
    /// The clients of a plan's servers, and what has to be kept out of everything that is written.
    public struct Clients: Sendable {
        public var servers: [String: any ModelServer] = [:]
        public var redaction: Redaction
    }

    /// Makes a client for each server.
    ///
    /// - Parameters:
    ///   - environment: where the keys are looked up that the plan names.
    ///   - transport: what real servers are spoken to over.
    public func clients(
        environment: [String: String], transport: any Transport = CurlTransport(), reporting diagnostics: inout [Diagnostic]
    ) -> Clients {
        let keys = servers.compactMap { $0.keyVariable.flatMap { environment[$0] } }
        var clients = Clients(redaction: Redaction(self, keys: keys))
        let values = Set(grid.laid(over: agents).joined().flatMap(\.configuration.options.values).map(\.description))
        if values.contains(where: { clients.redaction.applied(to: $0) != $0 }) {
            diagnostics.append(.error("an option holds the key or the password of a server, and would be stored; take it out of the plan"))
        }
        for server in servers {
            let key = server.keyVariable.flatMap { environment[$0] }
            if let variable = server.keyVariable, key ?? "" == "", server.api != .replay {
                diagnostics.append(.error("server '\(server.name)' needs a key, and the environment variable \(variable) is not set"))
                continue
            }
            clients.servers[server.name] = server.client(key: key, transport, reporting: &diagnostics)
        }
        return clients
    }
}

extension Plan.Server.API {
    /// What a client speaks; `nil` for a replay.
    var client: ServerAPI? { ServerAPI(rawValue: rawValue) }
}

extension Plan.Server {
    /// What it speaks, or spoke when it was recorded; `nil` where the plan does not say.
    var client: ServerAPI? { api.client ?? recordedAPI }
}

extension Plan.Server {
    fileprivate func client(key: String?, _ transport: any Transport, reporting diagnostics: inout [Diagnostic]) -> (any ModelServer)? {
        guard api != .replay else { return replay(reporting: &diagnostics) }
        do throws(ServerAddressError) {
            return try ServerAddress(parsing: writtenURL, token: key).server(api.client ?? .ollama, over: transport)
        } catch {
            diagnostics.append(.error("server '\(name)': \(error.message)"))
            return nil
        }
    }

    private func replay(reporting diagnostics: inout [Diagnostic]) -> (any ModelServer)? {
        guard let transcript else { return nil }
        do throws(FileError) {
            let bytes = try Files.read(transcript)
            do throws(JSONError) {
                return ReplayServer(try Transcript(parsing: bytes), api: recordedAPI)
            } catch {
                diagnostics.append(error.diagnostic(path: transcript.string, source: bytes))
            }
        } catch {
            diagnostics.append(error.diagnostic)
        }
        return nil
    }
}
