public import Bytes
import JSON

extension RunImporter {
    /// What each format is called, what detects its files, and what was tried, in the order in which they are asked.
    public func describeFormats(as rendering: ImportOutcome.Rendering) -> ByteBuffer {
        var output = ByteBuffer()
        switch rendering {
        case .text:
            for (name, description) in formatList {
                output.append(text: "\(name)\n  detected by: \(description.detectedBy)\n  tried: \(description.tried.joined(separator: "; "))\n")
            }
        case .json:
            let formats = formatList.map { name, description in
                JSON.object([
                    "name": .string(name), "detected_by": .string(description.detectedBy), "tried": .array(description.tried.map(JSON.string)),
                ])
            }
            JSON.array(formats).write(into: &output)
            output.append("\n")
        }
        return output
    }
}
