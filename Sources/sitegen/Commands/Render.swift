import ArgumentParser
import Bytes
import Diagnostics
import Files
import Markdown
import SystemPackage

struct Render: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Render one Markdown file to an HTML fragment, as a page would hold it.",
        discussion: "Example: sitegen render --plain --extensions gfm README.md")

    enum Extensions: String, CaseIterable, ExpressibleByArgument {
        case gfm, none
    }

    @Argument(help: "A Markdown file, or - for standard input.") var file: FilePath
    @Flag(help: "Leave out heading ids, link policy and marks, as cmark and cmark-gfm do.") var plain = false
    @Option(help: "gfm for tables, strikethrough, task items and bare links; none for CommonMark alone.") var extensions: Extensions = .gfm
    @OptionGroup var problems: DiagnosticOptions

    func run() async throws {
        let source: [UInt8]
        do throws(FileError) {
            source = file == "-" ? try Files.readStandardInput() : try Files.read(file)
        } catch {
            problems.show([error.diagnostic])
            throw ExitCode.contentErrors
        }
        var output = ByteBuffer(capacity: source.count * 2)
        let document = MarkdownDocument(parsing: source, extensions: markdownExtensions)
        let rendering: MarkdownRendering = plain ? .plain : .page(PageRendering(path: file.string, topHeading: 2, idPrefix: "s-"))
        let report = document.render(rendering, into: &output)
        StandardOutput.write(output.bytes)
        problems.show(report.diagnostics)
    }

    private var markdownExtensions: MarkdownExtensions {
        switch extensions {
        case .none: .none
        case .gfm: plain ? .gfm : [.page, .frontMatter]
        }
    }
}
