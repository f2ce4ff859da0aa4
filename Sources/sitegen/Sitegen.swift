import ArgumentParser

/// The program: one subcommand for each thing it does.
@main
struct Sitegen: AsyncParsableCommand {
    static let version = "0.1.0"
    static let configuration = CommandConfiguration(
        commandName: "sitegen",
        abstract: "Make a static site of reports and comparisons from recorded runs of LLM agents.",
        discussion: "A first site: sitegen import ~/benchmarks && sitegen build",
        version: version,
        subcommands: [Init.self, Import.self, Run.self, Build.self, Compare.self, Export.self, Render.self, Publish.self, Manual.self]
    )
}
