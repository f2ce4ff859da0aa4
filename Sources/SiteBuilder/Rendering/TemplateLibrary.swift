import BuiltInTemplates
import Bytes
import Diagnostics
import Files
import SystemPackage
import Templates

/// The page templates and the files that go into the site as they are: the built-in ones, and a user's own of the same names over them.
struct TemplateLibrary: Sendable {
    /// Style sheets, scripts and pictures by name.
    private(set) var assets: [String: [UInt8]] = [:]
    private var templates: [String: Template] = [:]
    /// What each template was read from.
    private var origins: [String: Origin] = [:]

    private struct Origin: Sendable {
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
        do throws(TemplateError) {
            templates[name] = try Template(source)
            origins[name] = Origin(path: path, source: source)
        } catch {
            let (location, excerpt) = SourceLocation.at(offset: error.offset, in: source, path: path)
            diagnostics.append(.error(error.message, at: location, excerpt: excerpt))
        }
    }

    private static let ending = ".mustache"
}

extension TemplateLibrary {
    /// Fills a template.
    ///
    /// - Returns: the bytes; nothing for a template that does not exist, which `check` reports.
    func render(_ name: String, _ values: [String: TemplateValue]) -> ByteBuffer {
        templates[name]?.render(values, partials: templates) ?? ByteBuffer()
    }

    /// Whether every name that a template uses is one that its pages give; each that is not is reported at its line.
    func check(_ name: String, against values: [String: TemplateValue]) -> [Diagnostic] {
        guard let template = templates[name], let origin = origins[name] else {
            return [.error("there is no template '\(name)\(Self.ending)'")]
        }
        let known = Self.names(values)
        return template.names.filter { !known.contains($0.name) && $0.name != "." }.map { used in
            let (location, excerpt) = SourceLocation.at(
                offset: used.offset, in: origin.source, path: origin.path, length: used.name.unicodeScalars.count)
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
