/// A format whose type is no longer known, so that formats with different fragments stand in one list.
struct AnyImportFormat: Sendable {
    let name: String
    let description: FormatDescription
    /// The format itself where it is one of a serving tool, whose results may stand between those of others.
    let serving: (any ServingFormat)?
    let takesDatesFromNames: Bool
    let recognizes: @Sendable (FileHead) -> Bool
    private let readFile: @Sendable (ImportedFile) -> Result<any Sendable, ImportError>
    private let assemble: @Sendable ([any Sendable]) -> ImportReading

    init(erasing format: any ImportFormat) {
        self = Self.erase(format)
    }

    private static func erase<Format: ImportFormat>(_ format: Format) -> AnyImportFormat { AnyImportFormat(format) }

    private init<Format: ImportFormat>(_ format: Format) {
        name = Format.name
        description = Format.description
        serving = format as? any ServingFormat
        takesDatesFromNames = Format.takesDatesFromNames
        recognizes = { format.recognizes($0) }
        readFile = { file in
            do throws(ImportError) {
                return .success(try format.read(file))
            } catch {
                return .failure(error)
            }
        }
        assemble = { fragments in format.runs(from: fragments.compactMap { $0 as? Format.Fragment }) }
    }

    func read(_ file: ImportedFile) throws(ImportError) -> any Sendable { try readFile(file).get() }

    func runs(from fragments: [any Sendable]) -> ImportReading { assemble(fragments) }
}
