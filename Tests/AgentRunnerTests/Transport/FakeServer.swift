import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
    private let streamSocket = Int32(SOCK_STREAM.rawValue)
    /// A client that has gone away must not end the tests by a signal.
    private let quietly = Int32(MSG_NOSIGNAL)
#else
    private let streamSocket = SOCK_STREAM
    private let quietly: Int32 = 0
#endif

/// A server on the loopback that reads one request at a time and then does what it is told to, byte for byte.
struct FakeServer {
    enum Act: Sendable {
        case send(String)
        case pause(milliseconds: UInt32)
        /// Closes without having said goodbye, so that the client sees a reset.
        case reset
    }

    struct Failure: Error {}

    let port: UInt16
    private let listener: Int32
    private let requests: RequestLog

    var url: String { "http://127.0.0.1:\(port)" }
    /// The requests so far: head and body.
    var received: [String] { requests.all }

    /// - Parameter acts: what it does to each connection, in turn; the last is for all that follow.
    init(_ acts: [Act]..., backlog: Int32 = 16) throws {
        let (listener, port) = try Self.boundSocket()
        guard listen(listener, backlog) == 0 else { throw Failure() }
        self.listener = listener
        self.port = port
        let requests = RequestLog()
        self.requests = requests
        Thread.detachNewThread {
            var turn = 0
            while true {
                let connection = accept(listener, nil, nil)
                if connection < 0 {
                    // Closed here and nowhere else: another test's socket may get the number at once, and this thread must not listen on that.
                    close(listener)
                    return
                }
                let script = acts.isEmpty ? [] : acts[min(turn, acts.count - 1)]
                turn += 1
                Thread.detachNewThread { Self.serve(connection, script, requests) }
            }
        }
    }

    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
    }

    /// A port that nobody listens on.
    static func deadPort() throws -> UInt16 {
        let (socket, port) = try boundSocket()
        close(socket)
        return port
    }

    /// A socket on the loopback with a port that the system chose.
    private static func boundSocket() throws -> (Int32, UInt16) {
        let bound = socket(AF_INET, streamSocket, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(bound, $0, length) == 0 && getsockname(bound, $0, &length) == 0 }
        }
        guard isBound else { throw Failure() }
        return (bound, UInt16(bigEndian: address.sin_port))
    }

    private static func serve(_ connection: Int32, _ acts: [Act], _ requests: RequestLog) {
        let request = read(connection)
        requests.add(request)
        for act in acts {
            switch act {
            case .send(let text):
                let bytes = Array(text.utf8)
                _ = bytes.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, quietly) }
            case .pause(let milliseconds):
                usleep(milliseconds * 1000)
            case .reset:
                var linger = linger(l_onoff: 1, l_linger: 0)
                setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
            }
        }
        close(connection)
    }

    private static func read(_ connection: Int32) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let text = String(decoding: bytes, as: UTF8.self)
            if let end = text.range(of: "\r\n\r\n") {
                let head = text[..<end.lowerBound].lowercased()
                let expected = head.split(separator: "\r\n").first { $0.hasPrefix("content-length:") }.flatMap {
                    Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces))
                }
                if text[end.upperBound...].utf8.count >= expected ?? 0 { return text }
            }
            let count = recv(connection, &buffer, buffer.count, 0)
            if count <= 0 { return text }
            bytes += buffer[..<count]
        }
    }
}

/// The requests of a server, each entered before the server answers it.
final class RequestLog: Sendable {
    private let requests = Mutex<[String]>([])

    var all: [String] { requests.withLock { $0 } }

    func add(_ request: String) { requests.withLock { $0.append(request) } }
}

extension [FakeServer.Act] {
    /// A reply whose body comes as these chunks, of which each is sent on its own.
    static func chunked(status: String = "200 OK", type: String = "application/x-ndjson", _ chunks: [String], ends: Bool = true) -> [FakeServer.Act] {
        let head = "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nTransfer-Encoding: chunked\r\n\r\n"
        let pieces = chunks.map { FakeServer.Act.send("\(String($0.utf8.count, radix: 16))\r\n\($0)\r\n") }
        return [.send(head)] + pieces + (ends ? [.send("0\r\n\r\n")] : [])
    }

    static func whole(status: String = "200 OK", type: String = "application/json", _ body: String) -> [FakeServer.Act] {
        [.send("HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)")]
    }
}
