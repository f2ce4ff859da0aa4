import Files
import Platform
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

    /// How many columns a line of text may take: those of the terminal, and 100 where there is none.
    static var width: Int {
        if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init), columns > 0 { return columns }
        var size = winsize()
        guard ioctl(FileDescriptor.standardOutput.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
        return Int(size.ws_col)
    }

    /// Whether standard error is a terminal, so that progress may be drawn on it.
    static var hasTerminal: Bool { isatty(FileDescriptor.standardError.rawValue) == 1 }
}
