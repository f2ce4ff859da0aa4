import BuiltInTemplates
import Bytes
import Diagnostics
import Files
import Mustache
import SystemPackage

/// The page templates and the files that go into the site as they are: the built-in ones, and a user's own of the same names over them.
struct TemplateLibrary: Sendable {
    /// Style sheets, scripts and pictures by name.
    private(set) var assets: [String: [UInt8]] = [:]
    private var templates: [String: Template] = [:]
    private var partials = MustacheLibrary()

    private struct Template: Sendable {
        let mustache: MustacheTemplate
        let names: [TemplateName]
        let path: String
        let source: [UInt8]
    }

    /// Reads the templates. One that can't be parsed becomes a diagnostic at its line, and the built-in one serves in its place.
    ///
    /// - Parameter folder: the user's templates; a folder that is not there means the built-in ones.
    init(folder: FilePath?, reporting diagnostics: inout [Diagnostic]) {
        for (name, source) in BuiltInTemplates.files { add(name, source, path: "built-in \(name)", reporting: &diagnostics) }
        guard let folder, Files.kind(of: folder) == .directory else { return }
        let walk = FileWalk(folder)
        diagnostics += walk.diagnostics
        // What is said of the templates, and to the models, is no part of the site.
        for entry in walk.entries where entry.relative != "README.md" && !entry.relative.hasPrefix("prompts/") {
            do {
                add(entry.relative, try Files.read(entry.path), path: entry.path.string, reporting: &diagnostics)
            } catch {
                diagnostics.append(error.diagnostic)
            }
        }
    }

    private mutating func add(_ file: String, _ source: [UInt8], path: String, reporting diagnostics: inout [Diagnostic]) {
        guard file.hasSuffix(Self.ending) else {
            assets[file] = source
            return
        }
        let name = String(file.dropLast(Self.ending.count))
        do {
            let mustache = try MustacheTemplate(string: String(decoding: source, as: UTF8.self))
            templates[name] = Template(mustache: mustache, names: TemplateName.all(in: source), path: path, source: source)
            partials.register(mustache, named: name)
        } catch {
            diagnostics.append(Self.diagnostic(error, path: path))
        }
    }

    private static let ending = ".mustache"

    private static func diagnostic(_ error: any Error, path: String) -> Diagnostic {
        guard let error = error as? MustacheTemplate.ParserError else {
            return .error("the template can't be read: \(error)", at: SourceLocation(path))
        }
        let location = SourceLocation(path, line: error.context.lineNumber, column: error.context.columnNumber)
        let cause = (error.error as? MustacheTemplate.Error).map(describe) ?? "the template can't be read: \(error.error)"
        return .error(cause, at: location, excerpt: SourceExcerpt(line: error.context.line))
    }

    private static func describe(_ error: MustacheTemplate.Error) -> String {
        switch error {
        case .sectionCloseNameIncorrect: "this tag closes another section than the one that is open"
        case .unfinishedName: "the tag is not closed; write '}}' after its name"
        case .expectedSectionEnd: "a section is not closed before the end of the template"
        case .invalidSetDelimiter: "the delimiters are not set in the form '{{=<% %>=}}'"
        default: "the template can't be read: \(error)"
        }
    }
}

extension TemplateLibrary {
    /// Fills a template.
    ///
    /// - Returns: the bytes; nothing for a template that does not exist, which `check` reports.
    func render(_ name: String, _ values: [String: TemplateValue]) -> ByteBuffer {
        guard let template = templates[name] else { return ByteBuffer() }
        var fragments: [ByteBuffer] = []
        let text = template.mustache.render(Self.context(values, &fragments), library: partials)
        return FragmentToken.replace(in: text, with: fragments)
    }

    private static func context(_ values: [String: TemplateValue], _ fragments: inout [ByteBuffer]) -> [String: Any] {
        var context: [String: Any] = [:]
        for (name, value) in values {
            switch value {
            case .text(let text): context[name] = FragmentToken.neutralized(text)
            case .flag(let flag): context[name] = flag
            case .list(let elements, _): context[name] = elements.map { Self.context($0, &fragments) }
            case .html(let html):
                context[name] = FragmentToken.text(of: fragments.count)
                fragments.append(html)
            }
        }
        return context
    }

    /// Whether every name that a template uses is one that its pages give; each that is not is reported at its line.
    func check(_ name: String, against values: [String: TemplateValue]) -> [Diagnostic] {
        guard let template = templates[name] else { return [.error("there is no template '\(name)\(Self.ending)'")] }
        let known = Self.names(values)
        return template.names.filter { !known.contains($0.name) && $0.name != "." }.map { used in
            let (location, excerpt) = SourceLocation.at(
                offset: used.offset, in: template.source, path: template.path, length: used.name.unicodeScalars.count)
            let hint = suggestion(for: used.name, among: known.sorted())
            return .error("the pages of this template have no '\(used.name)'\(hint)", at: location, excerpt: excerpt)
        }
    }

    private static func names(_ values: [String: TemplateValue]) -> Set<String> {
        values.reduce(into: []) { names, value in
            names.insert(value.key)
            if case .list(let elements, let elementNames) = value.value {
                names.formUnion(elementNames)
                for element in elements { names.formUnion(Self.names(element)) }
            }
        }
    }
}
