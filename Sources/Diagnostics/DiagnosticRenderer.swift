/// Turns diagnostics into the text that a terminal or another program reads.
public enum DiagnosticRenderer: String, Sendable, CaseIterable {
    /// `path:line:column: error: message`, then the line and a caret where there is an excerpt.
    case text
    /// One JSON object a line.
    case json

    public func render(_ diagnostic: Diagnostic) -> String {
        switch self {
        case .text: text(diagnostic)
        case .json: json(diagnostic)
        }
    }

    private func text(_ diagnostic: Diagnostic) -> String {
        let place = diagnostic.location.map { "\($0): " } ?? ""
        var lines = ["\(place)\(diagnostic.severity.word): \(visible(diagnostic.message))"]
        if let excerpt = diagnostic.excerpt, let line = diagnostic.location?.line, !excerpt.line.isEmpty {
            let margin = String(repeating: " ", count: String(line).count)
            lines.append("\(line) | \(visible(excerpt.line))")
            if let column = diagnostic.location?.column {
                let indent = String(repeating: " ", count: column - 1)
                lines.append("\(margin) | \(indent)^\(String(repeating: "~", count: excerpt.length - 1))")
            }
        }
        return lines.joined(separator: "\n")
    }

    private func json(_ diagnostic: Diagnostic) -> String {
        var members = ["\"severity\":\(quoted(diagnostic.severity.word))"]
        if let location = diagnostic.location {
            members.append("\"path\":\(quoted(location.path))")
            if let line = location.line { members.append("\"line\":\(line)") }
            if let column = location.column { members.append("\"column\":\(column)") }
        }
        members.append("\"message\":\(quoted(diagnostic.message))")
        if let excerpt = diagnostic.excerpt { members.append("\"excerpt\":\(quoted(excerpt.line))") }
        return "{\(members.joined(separator: ","))}"
    }

    /// Control characters of an input must not reach the terminal: an escape sequence in a report could rewrite the screen.
    private func visible(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control where scalar == "\t": " "
                    case .control, .format: "\u{FFFD}"
                    default: scalar
                    }
                }))
    }

    private func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let hex = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
