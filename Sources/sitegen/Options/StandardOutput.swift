import Files
import Foundation
import SystemPackage

/// Where results go: standard output, or a file that is written whole or not at all.
enum StandardOutput {
    static func write(_ bytes: [UInt8]) {
        do {
            _ = try FileDescriptor.standardOutput.writeAll(bytes)
        } catch {
            // The reader closed the pipe; there is nobody left to tell.
        }
    }

    static func write(line: String) {
        write(Array((line + "\n").utf8))
    }

    /// Whether standard error is a terminal, so that progress may be drawn on it.
    static var hasTerminal: Bool { isatty(FileDescriptor.standardError.rawValue) == 1 }
}
