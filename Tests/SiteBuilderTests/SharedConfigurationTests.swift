import AgentRuns
import JSON
import RunStatistics
import Testing

@testable import SiteBuilder

/// Two sides that measured the same configurations, each once or a few times.
struct SharedConfigurationTests {
    private static let noise = [1.01, 0.98, 1.02, 0.99, 1.0, 1.03, 0.97, 1.01, 0.99, 1.02, 0.98, 1.0, 1.01, 0.99, 1.02, 0.98, 1.01]

    private static func options(_ place: Int) -> [String: OptionValue] {
        ["num_ctx": .number(Double(256 * (1 + place))), "num_gpu": .number(place.isMultiple(of: 2) ? 60 : 80), "temperature": .number(0.6)]
    }

    /// A run of each configuration, whose levels lie far apart.
    private func sweep(
        _ suite: String, factor: Double = 1, count: Int = 17, from first: Int = 1, own: [Int: Double] = [:], definition: TTFTDefinition = .firstChunk
    ) -> [Run] {
        (0..<count).map { place in
            let level = 100 * Double(place + 1) * factor * (own[place] ?? 1) * Self.noise[(place * 5 + first) % 17]
            return History.run(first + place, suite: suite, ttft: level, options: Self.options(place), definition: definition)
        }
    }

    private func compare(_ a: [Run], _ b: [Run]) throws -> Comparison {
        let model = SiteModel(runs: a + b)
        return Comparison(try #require(model.side(named: "a")), try #require(model.side(named: "b")), in: model)
    }

    private func shared(_ metric: String, of comparison: Comparison) throws -> ComparisonRow {
        try #require(comparison.sharedRows.first { $0.metric.id == metric })
    }

    @Test func `seventeen configurations with one run each are judged over all of them`() throws {
        let found = try compare(sweep("a"), sweep("b", factor: 1.2, from: 40))
        #expect(found.rows.count == 36 && found.sharedRows.count == 2 && found.tested == 2)
        #expect(found.rows.prefix(2).map(\.metric.id) == ["ttft", "output_throughput"])
        let ttft = try shared("ttft", of: found)
        #expect(ttft.verdict == .regression)
        #expect(abs((ttft.difference?.ratio ?? 0) - 1.2) < 0.02)
        #expect(ttft.a?.n == 17 && ttft.b?.n == 17 && ttft.shared?.count == 17)
        #expect(try shared("output_throughput", of: found).verdict == .noChange)
        #expect(found.rows.dropFirst(2).allSatisfy { $0.verdict == .notEnoughData && $0.shared == nil })
        #expect(ttft.agent.options == SamplingConfiguration(["temperature": .number(0.6)]))
        #expect(ttft.agent.model == "m" && ttft.agent.slot == "insight")
        #expect(found.openRegressions.count == 1)
    }

    @Test func `the words say over how many, and nothing that was judged is called unjudged`() throws {
        let found = try compare(sweep("a"), sweep("b", factor: 1.2, from: 40))
        let words = ComparisonWords(comparison: found)
        #expect(words.headline == "1 of 2 metrics regressed and none improved over 17 shared configurations")
        #expect(
            words.lede
                == "From A, a, to B, b: insight waits 20\u{202F}% longer for its first token, over 17 shared configurations.")
        #expect(words.certainty.contains("Configurations that both sides share, 6 or more, are judged together by Wilcoxon's signed-rank test"))
        #expect(words.note.contains("Over shared configurations n counts them"))
        let text = ComparisonText(comparison: found, width: 200).plain
        #expect(text.contains("TTFT, warm, over 17 shared configurations"))
        #expect(text.contains("TTFT, warm, num_gpu 60, num_ctx 256  "))
        #expect(ComparisonComment(comparison: found).markdown.contains("| TTFT, warm, over 17 shared configurations | ms |"))
        #expect(found.labels.shared == "insight, chimera_homo, m, temperature 0.6, p")
    }

    @Test func `where nothing changed nothing is found`() throws {
        let found = try compare(sweep("a"), sweep("b", from: 40))
        let words = ComparisonWords(comparison: found)
        #expect(words.headline == "No change in two metrics over 17 shared configurations")
        #expect(words.lede == "From A, a, to B, b: no change in 2 tested rows.")
        #expect(found.openRegressions.isEmpty)
    }

    @Test func `the configuration whose change is another is named`() throws {
        let found = try compare(sweep("a"), sweep("b", factor: 1.1, from: 40, own: [4: 2]))
        let outlying = try #require(try shared("ttft", of: found).shared?.outlying)
        #expect(outlying.map(\.agent.options) == [SamplingConfiguration(Self.options(4))])
        #expect(outlying.allSatisfy { $0.ratio > 2 && $0.p < 0.001 })
        #expect(
            ComparisonWords(comparison: found).lede.hasSuffix(
                "over 17 shared configurations. The effect on TTFT differs in num_gpu 60, num_ctx 1280 (×2.2)."))
        #expect(ComparisonComment(comparison: found).markdown.contains("The effect on TTFT differs in num\\_gpu 60, num\\_ctx 1280 (×2.2)."))

        #expect(ComparisonWords(comparison: found).certainty.contains("a second run tells whether it stands out or only that run does"))

        let many = try compare(sweep("a"), sweep("b", from: 40, own: [1: 2, 3: 0.4, 7: 1.5, 12: 3]))
        let sentence = try #require(ComparisonWords(comparison: many).lede.split(separator: ". ").last)
        #expect(sentence.hasPrefix("The effect on TTFT differs in num_gpu 60, num_ctx 3328 (×") && sentence.hasSuffix("and 1 more."))
    }

    @Test func `JSON has the number of pairs and what lies outside in these rows only`() throws {
        let found = try compare(sweep("a"), sweep("b", factor: 1.1, from: 40, own: [4: 2]))
        let rows = try #require(found.json["rows"]?.array)
        let ttft = try #require(rows.first { $0["pairs"] != nil && $0["metric"]?.string == "ttft" })
        #expect(ttft["pairs"]?.integer == 17 && ttft["verdict"]?.string == "regression")
        let kept = try JSON(parsing: Array(#"{"temperature": 0.6, "top_p": null, "top_k": null, "repeat_penalty": null}"#.utf8))
        #expect(ttft["configuration"] == kept)
        let outlying = try #require(ttft["outlying"]?.array?.first)
        #expect(outlying.keys == ["configuration", "model", "ratio", "p"])
        #expect(outlying["configuration"]?["num_ctx"]?.integer == 1280 && outlying["model"]?.string == "m")
        #expect(rows.count { $0["pairs"] != nil } == 2)
        #expect(rows.count { $0["outlying"] == nil } == 34)
    }

    @Test func `five shared configurations are too few, and one run that measured many is enough`() throws {
        let few = try compare(sweep("a", count: 5), sweep("b", factor: 2, count: 5, from: 40))
        #expect(few.sharedRows.isEmpty)
        #expect(
            ComparisonWords(comparison: few).lede
                == "From A, a, to B, b. A has 5 runs and B 5; 10 comparable runs a side, or 6 shared configurations, are needed for a verdict, and no row has more than 1 on its smaller side."
        )
        func together(_ suite: String, _ factor: Double) -> Run {
            var run = History.run(1, suite: suite, ttft: 1)
            run.executions = sweep(suite, factor: factor).flatMap(\.executions)
            return run
        }
        let one = try compare([together("a", 1)], [together("b", 2)])
        #expect(one.rows.count == 36 && one.sharedRows.count == 2)
        #expect(ComparisonWords(comparison: one).headline == "1 of 2 metrics regressed and none improved over 17 shared configurations")
    }

    @Test func `what is defined otherwise, failed or measured on one side only is in no pair`() throws {
        let b = sweep("b", factor: 1.2, count: 9, from: 40)
        let mixed = sweep("b", factor: 1.2, count: 12, from: 40).enumerated().map { place, run in
            place < 8
                ? run
                : History.run(40 + place, suite: "b", ttft: place == 8 ? nil : 50, options: Self.options(place), definition: .promptEval)
        }
        #expect(try shared("ttft", of: compare(sweep("a"), b)).shared?.count == 9)
        let found = try compare(sweep("a"), mixed)
        #expect(try shared("ttft", of: found).shared?.count == 8)
        #expect(try shared("output_throughput", of: found).shared?.count == 11)
        #expect(
            ComparisonWords(comparison: found).headline == "1 of 2 metrics regressed and none improved over 8 to 11 shared configurations")
        #expect(found.rows.count { $0.verdict == .notComparable } == 3)
    }

    @Test func `two agents of a run are two rows, and what the sides are compared across stays apart`() throws {
        func pair(_ suite: String, _ factor: Double, _ hardware: String, from first: Int) -> [Run] {
            (0..<8).map { place in
                var options = Self.options(place)
                options["hardware"] = .text(hardware)
                var run = History.run(first + place, suite: suite, ttft: 100 * Double(place + 1) * factor, options: options)
                run.executions += History.run(first + place, suite: suite, slot: "collector", ttft: 70 * Double(place + 1), options: options).executions
                return run
            }
        }
        let found = try compare(pair("a", 1, "GPU X", from: 1), pair("b", 1.3, "GPU Y", from: 20) + pair("b", 1.6, "GPU Z", from: 40))
        #expect(
            found.sharedRows.map { "\(found.labels.series(of: $0)): \($0.verdict.rawValue)" } == [
                "collector, TTFT, warm, GPU Y, over 8 shared configurations: no_change",
                "collector, throughput, GPU Y, over 8 shared configurations: no_change",
                "insight, TTFT, warm, GPU Y, over 8 shared configurations: regression",
                "insight, throughput, GPU Y, over 8 shared configurations: no_change",
                "collector, TTFT, warm, GPU Z, over 8 shared configurations: no_change",
                "collector, throughput, GPU Z, over 8 shared configurations: no_change",
                "insight, TTFT, warm, GPU Z, over 8 shared configurations: regression",
                "insight, throughput, GPU Z, over 8 shared configurations: no_change",
            ])
        #expect(
            ComparisonWords(comparison: found).lede
                == "From A, a, to B, b: insight waits 30\u{202F}% longer for its first token, GPU Y, over 8 shared configurations. "
                + "Insight waits 60\u{202F}% longer for its first token, GPU Z, over 8 shared configurations.")
    }

    @Test func `configurations with enough runs are judged alone as well, in one family`() throws {
        func often(_ suite: String, _ factor: Double) -> [Run] {
            (0..<10).flatMap { sweep(suite, factor: factor, count: 7, from: 1 + 7 * $0) }
        }
        let found = try compare(often("a", 1), often("b", 1.3))
        #expect(found.tested == 16 && found.sharedRows.count == 2)
        #expect(
            ComparisonWords(comparison: found).headline
                == "1 of 2 metrics regressed and none improved over 7 shared configurations; 7 of 14 series regressed and none improved")
        #expect(
            ComparisonWords(comparison: found).lede.hasSuffix(
                "over 7 shared configurations. Insight waits 30\u{202F}% longer for its first token, in all seven configurations."))
    }
}
