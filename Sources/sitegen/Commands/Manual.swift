import ArgumentParser
import JSON

/// Prints the man page; what installs the program calls it, so that the page says what the program takes.
struct Manual: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the manual page.", discussion: "Example: sitegen manual | man -l -", shouldDisplay: false)

    func run() throws {
        let description = try JSON(parsing: Array(Sitegen._dumpHelp().utf8))
        StandardOutput.write(ManualPage(describing: description, version: Sitegen.version).page.bytes)
    }
}
