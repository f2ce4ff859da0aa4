import AgentRunner
import Bytes
import Foundation
import Synchronization

/// A transcript that grows on disk, exchange by exchange.
final class TranscriptFile: Sendable {
    private let path: String?
    private let bytes: Mutex<ByteBuffer>

    init(path: String?) {
        self.path = path
        var opening = ByteBuffer()
        Transcript.writeOpening(into: &opening)
        bytes = Mutex(opening)
    }

    func add(_ exchange: Transcript.Exchange) {
        guard let path else { return }
        bytes.withLock { buffer in
            exchange.write(into: &buffer)
            _ = FileManager.default.createFile(atPath: path, contents: Data(buffer.bytes))
        }
    }
}
