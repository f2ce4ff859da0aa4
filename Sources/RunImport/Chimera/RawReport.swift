import Diagnostics

/// A report by its name alone: the model's whole answer, in which nothing is a measurement.
struct RawReport: Sendable {
    var key: RunKey
    var report: AttachedReport
    /// What is wrong with the file if it is a program's report after all.
    var imitation: Diagnostic?

    init(_ file: ImportedFile, _ text: TextLines) {
        key = RunKey(folder: file.folder)
        let all = EmbeddedReport.filledRange(text, 0..<text.count).map { [$0] } ?? []
        report = file.report(slot: ChimeraSlot.ofReport(stem: file.stem) ?? ChimeraSlot.collector, modelWritten: all)
    }
}
