import SystemPackage

@testable import RunImport

/// Reads a file that lies nowhere, as the importer would read it from a folder.
enum InMemory {
    private static let formats = [any ImportFormat].all.map { AnyImportFormat(erasing: $0) }

    static func read(_ bytes: [UInt8], name: String, formats: [AnyImportFormat] = formats) -> ImportReading {
        let folder = Place(parts: ["lab", "sweep"], rootDepth: 1)
        let found = FoundFile(path: FilePath("/lab/sweep/\(name)"), relative: "sweep/\(name)", folder: folder)
        let result = FileReader(formats: formats, keepsPrivateData: false).read(found, bytes: bytes)
        var reading = ImportReading(diagnostics: result.diagnostics)
        for (format, fragment) in result.fragments { reading.append(formats[format].runs(from: [fragment])) }
        if let skipped = result.skipped { reading.skipped.append(skipped) }
        return reading
    }

    static func read(_ text: String, name: String) -> ImportReading { read(Array(text.utf8), name: name) }

    static func read(_ text: String, name: String, formats: [any ImportFormat]) -> ImportReading {
        read(Array(text.utf8), name: name, formats: formats.map { AnyImportFormat(erasing: $0) })
    }
}
