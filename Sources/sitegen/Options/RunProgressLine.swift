import AgentRunner
import Platform

/// How far a plan has come: one line on a terminal, JSON lines where they were asked for, nothing in a pipe.
struct RunProgressLine: Sendable {
    private let isJSON: Bool
    private let isShown: Bool

    init(asJSON: Bool) {
        isJSON = asJSON
        isShown = !asJSON && StandardOutput.hasTerminal
    }

    @Sendable func show(_ progress: RunProgress) {
        if isJSON {
            write(progress.json + "\n")
        } else if isShown {
            write("\r\u{1B}[K\(visible(progress.line.prefix(Self.width - 1)))")
        }
    }

    func clear() {
        if isShown { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) {
        StandardError.write(text)
    }

    /// Names come from the plan, and must not move the cursor.
    private func visible(_ text: Substring) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { ![.control, .format].contains($0.properties.generalCategory) }))
    }

    /// The terminal's columns; a longer line would break, and could not be written over.
    private static var width: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 1 else { return 80 }
        return Int(size.ws_col)
    }
}
