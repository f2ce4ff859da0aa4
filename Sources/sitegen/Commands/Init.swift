import ArgumentParser
import Diagnostics
import Files
import SystemPackage

struct Init: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Begin a new site: settings, a first page, a plan to run, and a workflow that publishes it.",
        discussion: "Example: sitegen init my-benchmarks")

    @Argument(help: "The folder of the new site.") var folder: FilePath = "."
    @OptionGroup var problems: DiagnosticOptions

    func run() async throws {
        do throws(FileError) {
            for file in Starter.files {
                let path = folder.pushing(FilePath(file.path))
                let isThere = Files.kind(of: path) != nil
                if !isThere { try Files.write(Array(file.text.utf8), to: path) }
                StandardOutput.write(line: "\(isThere ? "kept   " : "written")  \(file.path)")
            }
        } catch {
            problems.show([error.diagnostic])
            throw ExitCode.contentErrors
        }
        let place = folder == "." ? "" : "cd \(folder) && "
        StandardOutput.write(line: "\nNext: put some CSV, JSON or Markdown files into data/, then \(place)sitegen run plan.toml && sitegen build")
    }
}
