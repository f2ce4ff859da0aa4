import AgentRuns
public import Diagnostics
import Files
public import SystemPackage
import TOMLReading

extension Plan {
    /// Reads a plan file.
    ///
    /// - Parameters:
    ///   - prompts: where a persona that names a file is looked for.
    ///   - backend: takes the place of every server's own `api`.
    /// - Returns: the plan, unless anything is an error, and everything that is wrong, each at its line and column.
    public static func load(_ path: FilePath, prompts: PromptLibrary, backend: Server.API? = nil) -> (Plan?, [Diagnostic]) {
        do throws(FileError) {
            return read(try Files.read(path), path: path, prompts: prompts, backend: backend)
        } catch {
            return (nil, [error.diagnostic])
        }
    }

    static func read(
        _ bytes: [UInt8], path: FilePath, prompts: PromptLibrary, backend: Server.API? = nil
    ) -> (Plan?, [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        guard let table = TOMLSource(bytes, path: path.string).parse(reporting: &diagnostics) else { return (nil, diagnostics) }
        var reader = PlanReader(table, folder: path.removingLastComponent(), prompts: prompts, backend: backend)
        let plan = reader.plan(source: SourceFile(path: path.lastComponent?.string ?? "plan.toml", content: bytes))
        let found = reader.finish()
        return (found.contains { $0.severity == .error } ? nil : plan, found)
    }
}
