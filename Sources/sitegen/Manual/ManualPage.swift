import Bytes
import JSON

/// The program's manual page, made from the description that the argument parser gives of every command and option.
///
/// Source: man(7) of groff, whose macros mandoc reads too; the description is `ToolInfoV0` of swift-argument-parser.
struct ManualPage {
    private let program: JSON
    private let version: String
    private(set) var page = ByteBuffer()

    init(describing description: JSON, version: String) {
        program = description["command"] ?? .null
        self.version = version
        writeHead()
        for command in shown(program["subcommands"]) where command["commandName"]?.string != "help" { write(command: command) }
        writeFoot()
    }

    private mutating func writeHead() {
        line(".TH SITEGEN 1 \"\" \"sitegen \(version)\" \"sitegen\"")
        line(".SH NAME")
        let abstract = program["abstract"]?.string ?? ""
        line("sitegen \\- \(Self.text(abstract.prefix(1).lowercased() + abstract.dropFirst().trimmed { $0 == "." }))")
        line(".SH SYNOPSIS")
        line(".B sitegen\n.I command\n.RI [ options ]")
        writeExample(program["discussion"]?.string ?? "")
        line(".SH COMMANDS")
        line("Every command takes \\fB\\-\\-help\\fR, which prints what stands here of it.")
    }

    private mutating func writeFoot() {
        line(".SH EXIT STATUS")
        for (code, meaning) in Self.exitCodes { entry("\\fB\(code)\\fR", meaning) }
        line(".SH FILES")
        for (path, meaning) in Self.files { entry("\\fI\(Self.text(path))\\fR", meaning) }
    }

    private static let exitCodes = [
        (0, "All is well."), (1, "The content has errors, and the rest was done all the same; or a comparison failed its gate."),
        (64, "The command was used wrongly."), (70, "The program has a fault."), (75, "A model server, a remote or the network refused."),
    ]

    private static let files = [
        ("content/site.toml", "The settings of the site."), ("content/pages/*.md", "Pages that people write."),
        ("content/runs/", "The recorded runs and their reports."), ("templates/", "Templates, style sheets and scripts over the built-in ones."),
        ("site/", "The built site."),
    ]
}

/// Commands and their options.
extension ManualPage {
    private mutating func write(command: JSON) {
        let name = command["commandName"]?.string ?? ""
        let arguments = shown(command["arguments"])
        let positional = arguments.filter { $0["kind"]?.string == "positional" }
        line(".SS \"sitegen \(name)\(positional.map { " " + Self.placeholder($0) }.joined())\"")
        line(Self.text(command["abstract"]?.string ?? ""))
        for argument in positional { entry(Self.placeholder(argument), Self.help(argument)) }
        for option in arguments where option["kind"]?.string != "positional" && !Self.isCommon(option) {
            entry(Self.heading(ofOption: option), Self.help(option))
        }
        writeExample(command["discussion"]?.string ?? "")
    }

    private func shown(_ list: JSON?) -> [JSON] {
        (list?.array ?? []).filter { $0["shouldDisplay"]?.bool != false }
    }

    /// What every command has is said once.
    private static func isCommon(_ option: JSON) -> Bool { ["help", "version"].contains(option["valueName"]?.string) }

    private static func placeholder(_ argument: JSON) -> String {
        let name = text(argument["valueName"]?.string ?? "") + (argument["isRepeating"]?.bool == true ? " ..." : "")
        return argument["isOptional"]?.bool == true ? "[\\fI\(name)\\fR]" : "\\fI\(name)\\fR"
    }

    private static func heading(ofOption option: JSON) -> String {
        let names = (option["names"]?.array ?? []).compactMap { name in
            name["name"]?.string.map { "\\fB\(text((name["kind"]?.string == "long" ? "--" : "-") + $0))\\fR" }
        }
        guard option["kind"]?.string == "option" else { return names.joined(separator: ", ") }
        let repeats = option["isRepeating"]?.bool == true ? " ..." : ""
        return "\(names.joined(separator: ", ")) \\fI\(text(option["valueName"]?.string ?? ""))\\fR\(repeats)"
    }

    private static func help(_ argument: JSON) -> String {
        let help = argument["abstract"]?.string ?? ""
        guard let value = argument["defaultValue"]?.string, !value.isEmpty else { return help }
        return "\(help) (default: \(value))"
    }

    /// The examples of a command, which its description has behind the word and aligned with each other.
    private mutating func writeExample(_ discussion: String) {
        let lines = discussion.split(separator: "\n").map { line in
            let text = line.trimmed(\.isWhitespace)
            return ["Examples:", "Example:"].first(where: text.hasPrefix).map { text.dropFirst($0.count).trimmed(\.isWhitespace) } ?? text
        }
        guard lines.contains(where: { !$0.isEmpty }) else { return }
        line(".PP\n.RS\n.nf")
        for text in lines where !text.isEmpty { line(Self.text(text)) }
        line(".fi\n.RE")
    }
}

/// The language of manual pages.
extension ManualPage {
    private mutating func entry(_ heading: String, _ text: String) {
        line(".TP\n\(heading)\n\(Self.text(text))")
    }

    private mutating func line(_ text: String) { page.append(text: text + "\n") }

    /// Text as it is meant: a hyphen that can be copied, no escape, and no request at the start of a line.
    private static func text(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&\(escaped)" : escaped
    }
}
