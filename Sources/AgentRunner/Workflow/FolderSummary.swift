import AgentRuns
import Bytes
import Files
import Platform
import SystemPackage

/// What a program found in the folder: the text that the model is told, and the same as data that its report can be checked against.
struct FolderSummary: Sendable {
    private(set) var analysed = AnalysedData()
    private(set) var text = ""
    let skipped: Int

    /// How many bytes of a prompt stand for a token; real ones have about four in English and fewer elsewhere.
    static let bytesPerToken = 3

    /// - Parameter tokenLimit: about how many tokens the text may have.
    init(of folder: FilePath, tokenLimit: Int) throws(FileError) {
        let reading = try FolderReading(folder)
        skipped = reading.skipped
        var values = DataValues()
        for file in reading.files { values.add(file) }
        count(reading.files)
        write(reading.files, values.all, limit: tokenLimit * Self.bytesPerToken)
    }

    private mutating func count(_ files: [IngestedFile]) {
        analysed.files["total"] = files.count
        for kind in IngestedFile.Kind.allCases {
            let ofKind = files.filter { $0.kind == kind }
            analysed.files[kind.rawValue] = ofKind.count
            if let newest = ofKind.map(\.modified).max() { analysed.latest[kind.rawValue] = Self.time(newest) }
        }
    }

    /// Writes what matters most first, and stops where the room ends: a prompt that is too long is cut by the server without a word.
    private mutating func write(_ files: [IngestedFile], _ values: [DataValues.Value], limit: Int) {
        func add(_ line: String) -> Bool {
            guard text.utf8.count + line.utf8.count < limit else { return false }
            text += line + "\n"
            return true
        }
        let kinds = IngestedFile.Kind.allCases.filter { analysed.files[$0.rawValue] != 0 }
        let counts = kinds.map { "\(analysed.files[$0.rawValue] ?? 0) \($0.name)" }
        text = "Files: \(files.count) in all\(counts.isEmpty ? "" : ": " + counts.joined(separator: ", ")).\n"
        for kind in kinds {
            guard let time = analysed.latest[kind.rawValue] else { continue }
            _ = add("Newest \(kind.name) file: \(time).")
        }
        for (position, value) in values.prefix(Self.valueLimit).enumerated() {
            if position == 0, !add("Means of the numbers in them:") { break }
            var number = ByteBuffer()
            number.append(shortest: value.mean)
            guard add("- \(value.key) = \(number.string) (n = \(value.count))") else { break }
            analysed.values[value.key] = value.mean
        }
        for kind in kinds where kind != .other {
            for (position, file) in files.filter({ $0.kind == kind }).prefix(Self.nameLimit).enumerated() {
                if position == 0, !add("\(kind.name) files, the first of them:") { break }
                guard add("- \(file.path)\(file.head.map { ": \($0)" } ?? "")") else { break }
                analysed.names.append(file.path)
            }
        }
        text = text.trimmedEnd
    }

    private static let valueLimit = 24
    private static let nameLimit = 5

    private static func time(_ date: Date) -> String {
        date.formatted(.iso8601).replacing("T", with: " ").replacing("Z", with: " UTC")
    }
}

extension IngestedFile {
    /// The first line that says something, cut to what a list holds; a JSON file has none that helps.
    fileprivate var head: String? {
        guard kind != .json, let content else { return nil }
        let lines = content.prefix(4096).split(separator: UInt8(ascii: "\n"))
        guard let line = lines.first(where: { $0.contains { $0 > 0x20 } }) else { return nil }
        let scalars = String(decoding: line, as: UTF8.self).unicodeScalars.filter { scalar in
            ![.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory) && scalar != "\u{FFFD}"
        }
        return String(String(String.UnicodeScalarView(scalars)).drop { $0 == "#" || $0 == " " }.prefix(100))
    }
}
