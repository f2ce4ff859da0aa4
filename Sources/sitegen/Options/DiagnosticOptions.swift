import ArgumentParser
import Diagnostics

/// How problems are shown.
struct DiagnosticOptions: ParsableArguments {
    @Option(help: "How problems are written to standard error: text or json.") var diagnostics: DiagnosticRenderer = .text

    /// Writes diagnostics to standard error, in the order of files and lines.
    func show(_ found: [Diagnostic]) {
        let sorted = found.enumerated().sorted { left, right in
            switch (left.element.location, right.element.location) {
            case (let a?, let b?) where a != b: a < b
            case (nil, .some): true
            case (.some, nil): false
            default: left.offset < right.offset
            }
        }
        guard !sorted.isEmpty else { return }
        let text = sorted.map { diagnostics.render($0.element) }.joined(separator: "\n") + "\n"
        StandardError.write(text)
    }
}

extension DiagnosticRenderer: ExpressibleByArgument {}

extension ExitCode {
    /// The content has errors, or a comparison failed its gate.
    static let contentErrors = ExitCode(1)
}
