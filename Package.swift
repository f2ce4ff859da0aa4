// swift-tools-version: 6.1
import PackageDescription

let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

let package = Package(
    name: "sitegen",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "sitegen", targets: ["sitegen"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CCmark",
            pkgConfig: "libcmark",
            providers: [.apt(["libcmark-dev", "pkg-config"]), .brew(["cmark", "pkg-config"])]
        ),
        .systemLibrary(
            name: "CCurl",
            pkgConfig: "libcurl",
            providers: [.apt(["libcurl4-openssl-dev", "pkg-config"]), .brew(["curl", "pkg-config"])]
        ),

        // Ground that knows nothing of runs.
        .target(name: "Platform"),
        .target(name: "Bytes"),
        .target(name: "Diagnostics"),
        .target(name: "Parallel"),
        .target(name: "Files", dependencies: ["Diagnostics", "Platform", systemPackage]),
        .target(name: "JSON", dependencies: ["Bytes", "Diagnostics"]),
        .target(name: "TOMLReading", dependencies: ["Diagnostics", "JSON"]),
        .target(
            name: "GitRunning",
            dependencies: ["Bytes", "Platform", systemPackage, .product(name: "Subprocess", package: "swift-subprocess")]),
        .target(name: "Markdown", dependencies: ["Bytes", "CCmark", "Diagnostics"]),
        .target(name: "RunStatistics", dependencies: ["Platform"]),
        .target(name: "Templates", dependencies: ["Bytes"]),
        .target(name: "Charts", dependencies: ["Bytes"]),

        // Runs: what they are, and how they come in.
        .target(name: "AgentRuns", dependencies: ["Bytes", "Diagnostics", "Files", "JSON", "Parallel", systemPackage]),
        .target(
            name: "RunImport",
            dependencies: ["AgentRuns", "Bytes", "Diagnostics", "Files", "GitRunning", "JSON", "Parallel", "Platform", systemPackage]),

        .target(
            name: "AgentRunner",
            dependencies: [
                "AgentRuns", "BuiltInTemplates", "Bytes", "CCurl", "Diagnostics", "Files", "JSON", "Platform", "RunStatistics",
                "TOMLReading", "Templates", systemPackage,
            ]),

        // The site.
        .target(name: "BuiltInTemplates", resources: [.embedInCode("templates")]),
        .target(
            name: "SiteBuilder",
            dependencies: [
                "AgentRuns", "BuiltInTemplates", "Bytes", "Charts", "Diagnostics", "Files", "GitRunning", "JSON", "Markdown", "Parallel",
                "Platform", "RunStatistics", "TOMLReading", "Templates", systemPackage,
            ]
        ),
        .executableTarget(
            name: "sitegen",
            dependencies: [
                "AgentRunner", "AgentRuns", "Bytes", "Diagnostics", "Files", "JSON", "Markdown", "Platform", "RunImport", "SiteBuilder",
                systemPackage,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),

        .testTarget(name: "BytesTests", dependencies: ["Bytes"]),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
        .testTarget(name: "FilesTests", dependencies: ["Files", systemPackage]),
        .testTarget(name: "JSONTests", dependencies: ["JSON"]),
        .testTarget(name: "TOMLReadingTests", dependencies: ["Diagnostics", "JSON", "TOMLReading"]),
        .testTarget(name: "MarkdownTests", dependencies: ["Markdown"]),
        .testTarget(name: "TemplatesTests", dependencies: ["Templates"]),
        .testTarget(name: "RunStatisticsTests", dependencies: ["NoiseModel", "RunStatistics"], exclude: ["Oracle"]),
        .target(name: "NoiseModel", dependencies: ["RunStatistics"], path: "Tests/Simulation/NoiseModel"),
        .executableTarget(name: "simulate", dependencies: ["NoiseModel"], path: "Tests/Simulation/simulate"),
        .testTarget(name: "ChartsTests", dependencies: ["Charts"]),
        .testTarget(name: "AgentRunsTests", dependencies: ["AgentRuns", "JSON", systemPackage]),
        .testTarget(
            name: "AgentRunnerTests", dependencies: ["AgentRunner", "RunStatistics", "AgentRuns", "Diagnostics", "Files", "JSON", systemPackage]),
        .executableTarget(name: "probe", dependencies: ["AgentRunner", "AgentRuns", "Bytes", "JSON"], path: "Tests/LLM/Probe"),
        .testTarget(name: "RunImportTests", dependencies: ["RunImport", "AgentRuns", "JSON", systemPackage]),
        .testTarget(
            name: "SiteBuilderTests",
            dependencies: ["SiteBuilder", "AgentRuns", "Bytes", "Diagnostics", "Files", "TOMLReading", systemPackage]),
        .testTarget(name: "EndToEndTests", dependencies: ["AgentRuns", "JSON"]),
    ],
    swiftLanguageModes: [.v6]
)
