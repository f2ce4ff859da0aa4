import AgentRuns
import BuiltInTemplates
public import Diagnostics
import Files
public import SystemPackage
import Templates

/// The prompts that agents are given: the built-in ones, and a user's own of the same names in `templates/prompts` over them.
///
/// Prompts are Mustache templates like those of the pages, but nothing in them is escaped for HTML.
public struct PromptLibrary: Sendable {
    private var templates: [String: Template] = [:]
    private var sources: [String: [UInt8]] = [:]

    /// - Parameters:
    ///   - folder: the user's templates; a folder that is not there means the built-in ones.
    ///   - diagnostics: gets what is wrong with the files, at their lines.
    public init(templates folder: FilePath?, reporting diagnostics: inout [Diagnostic]) {
        let prefix = "prompts/"
        for (file, source) in BuiltInTemplates.files where file.hasPrefix(prefix) {
            add(String(file.dropFirst(prefix.count)), source, path: "built-in \(file)", reporting: &diagnostics)
        }
        guard let prompts = folder?.appending("prompts"), Files.kind(of: prompts) == .directory else { return }
        let walk = FileWalk(prompts)
        diagnostics += walk.diagnostics
        for entry in walk.entries where entry.relative.hasSuffix(".mustache") {
            do throws(FileError) {
                add(entry.relative, try Files.read(entry.path), path: entry.path.string, reporting: &diagnostics)
            } catch {
                diagnostics.append(error.diagnostic)
            }
        }
    }

    private mutating func add(_ name: String, _ source: [UInt8], path: String, reporting diagnostics: inout [Diagnostic]) {
        do throws(TemplateError) {
            templates[name] = try Template(source)
            sources[name] = source
        } catch {
            let (location, excerpt) = SourceLocation.at(offset: error.offset, in: source, path: path)
            diagnostics.append(.error(error.message, at: location, excerpt: excerpt))
        }
    }

    /// The files' names, sorted.
    public var names: [String] { sources.keys.sorted() }

    /// Says whether two libraries ask the same.
    var fingerprint: String {
        let files = names.map { "\($0) \(SourceFile(path: $0, content: sources[$0] ?? []).sha256 ?? "")" }
        return Plan.hash(files.joined(separator: "\n"))
    }

    /// Fills a prompt; a name without a file gives nothing.
    func text(_ name: String, _ values: [String: String]) -> String {
        guard let template = templates[name] else { return "" }
        let text = template.render(values.mapValues(TemplateValue.text), escaping: .none).string
        return String(text.drop(while: \.isNewline)).trimmedEnd
    }
}

extension String {
    /// Without white space at the end.
    var trimmedEnd: String {
        var text = self[...]
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
