import RunImport

/// One line on a terminal that says how far a long piece of work has come; silent in a pipe.
struct ProgressLine: Sendable {
    private let isShown = StandardOutput.hasTerminal

    @Sendable func show(_ progress: ImportProgress) {
        let text =
            switch progress {
            case .found(let files): "reading \(files) files"
            case .read(let runs): "storing \(runs) runs"
            case .stored(let runs): "stored \(runs) runs"
            }
        write("\r\u{1B}[K\(text)")
    }

    func clear() { write("\r\u{1B}[K") }

    private func write(_ text: String) {
        guard isShown else { return }
        StandardError.write(text)
    }
}
