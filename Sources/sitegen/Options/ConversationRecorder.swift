import AgentRunner
import Bytes
import Diagnostics
import Files
import Synchronization
import SystemPackage

/// Keeps what servers say, and writes it to a file that a replay can play.
final class ConversationRecorder: Sendable {
    private let path: FilePath
    private let exchanges = Mutex<[Transcript.Exchange]>([])

    init(path: FilePath) { self.path = path }

    func transport(over base: any Transport) -> any Transport {
        RecordingTransport(base) { exchange in self.exchanges.withLock { $0.append(exchange) } }
    }

    func write() -> [Diagnostic] {
        var output = ByteBuffer()
        Transcript(exchanges.withLock(\.self)).write(into: &output)
        do throws(FileError) {
            try Files.write(output.bytes, to: path)
            return []
        } catch {
            return [error.diagnostic]
        }
    }
}
