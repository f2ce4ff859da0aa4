import AgentRuns
import RunImport
import Testing

struct CallTableTests {
    @Test func `rows become calls in milliseconds, an execution for each model`() async throws {
        let scratch = try Scratch(
            #"""
            -- in/outputs/reports/ollama/20251002-151204/prompt_suite_runs.csv --
            timestamp,model,prompt_index,prompt_text,ttft_s,tokens_s,load_s,prompt_eval_s,eval_s,prompt_eval_count,eval_count,response_chars,error,options
            2025-10-02T19:18:24.204845+00:00,m:a,1,"Say, ""hello""
            twice",2.857169,76.91,2.720556,0.136613,4.862955,22,374,1542,,"{""temperature"":0.3,""top_p"":0.9}"
            2025-10-02T19:18:24.204845+00:00,m:a,2,x,0.000000,0.00,0.000000,0.000000,0.000000,0,0,0,"Failed, and gone","{""temperature"":0.3,""top_p"":0.9}"
            2025-10-02T19:18:24.204845+00:00,m:b,1,x,0.000000,0.00,0.000000,0.000000,0.000000,0,0,0,gone,"{""temperature"":0.3,""top_p"":0.9}"
            """#)
        let reading = await scratch.read()
        #expect(reading.messages == [])
        let run = try #require(reading.run("ollama/20251002-151204/prompt_suite_runs"))
        #expect(run.provenance.dialect == "C-PROMPTSUITE-RUNS")
        #expect(run.executions.map(\.slot) == ["m:a", "m:b"])
        #expect(run.executions.map(\.status) == [.completed, .failed])
        #expect(run.executions[0].configuration.label == "temperature 0.3, top_p 0.9")
        #expect(run.executions[0].ttftDefinition == .loadPlusPromptEval)
        #expect(run.executions[0].metrics[.ttft]?.n == 1)
        let call = run.executions[0].calls[0]
        #expect(call.ttft == 2857.169)
        #expect(call.load == 2720.556)
        #expect(call.cold == true)
        #expect(call.promptTokens == 22)
        #expect(call.outputTokens == 374)
        #expect(run.executions[0].calls[1] == Call(timestamp: Timestamp("2025-10-02T19:18:24.204845+00:00"), error: "Failed, and gone", prompt: 2))
        #expect(run.executions[1].metrics[.ttft]?[.mean] == nil)
        #expect(run.executions[1].error == "gone")
    }

    @Test func `every configuration of a tuning table is an execution, and blank cells of a failed row are no figures`() async throws {
        let scratch = try Scratch(
            """
            -- in/gemma3/gemma3_270m_param_tuning.csv --
            num_gpu,num_ctx,temperature,config_name,ttft_s,tokens_s,load_s,prompt_eval_s,eval_s,eval_count,error
            999,1024,0.2,g999_c1024_t0.2,1.5,278.5,0.5,1.0,1.25,410,
            999,1024,0.4,g999_c1024_t0.4,,,,,,,timed out
            -- in/csv/ollama_param_tuning.csv --
            "timestamp","num_gpu","num_ctx","temperature","prompt_index","ttft_s","tokens_s","load_s","prompt_eval_s","eval_s","eval_count"
            "2025-09-30T20:09:43","40","1024","0.2","1","3.25","77.5","3.0","0.25","1.5","110"
            "2025-09-30T20:09:50","40","1024","0.2","2","0.25","78.5","0.125","0.125","1.5","111"
            """)
        let reading = await scratch.read()
        #expect(reading.messages == [])
        let tuning = try #require(reading.run("gemma3/gemma3_270m_param_tuning"))
        #expect(tuning.executions.map(\.slot) == ["g999_c1024_t0.2", "g999_c1024_t0.4"])
        #expect(tuning.executions.map(\.model) == ["gemma3:270m", "gemma3:270m"])
        #expect(tuning.executions.map(\.status) == [.completed, .failed])
        #expect(tuning.provenance.notes.contains("The table names no model; it is told by the file's name."))
        let other = try #require(reading.run("csv/ollama_param_tuning"))
        #expect(other.provenance.dialect == "C-PARAM-TUNING-B")
        #expect(other.executions.map(\.slot) == ["num_gpu 40, num_ctx 1024, temperature 0.2"])
        #expect(other.executions[0].model == nil)
        #expect(other.executions[0].calls.map(\.cold) == [true, false])
        #expect(other.executions[0][.ttft] == 1750)
        #expect(other.startedAt == Timestamp("2025-09-30T20:09:43"))
    }

    @Test func `the JSON beside a table names its model, and alone it is the table`() async throws {
        let json = """
            {"model": "gemma3:1b", "results": [{"prompt": "x", "ttft_s": 7.5, "tokens_s": 238.5, "load_s": 0.5, "prompt_eval_s": 7.0, "eval_s": 1.5, "eval_count": 374, "response_chars": 10}]}
            """
        let scratch = try Scratch(
            """
            -- in/both/gemma3_1b_baseline.json --
            \(json)
            -- in/both/gemma3_1b_baseline.csv --
            prompt,ttft_s,tokens_s,load_s,prompt_eval_s,eval_s,eval_count,response_chars,error
            x,7.5,238.5,0.5,7.0,1.5,374,10,
            -- in/copied/gemma3_1b_baseline.json --
            \(json)
            -- in/alone/gemma3_1b_baseline.json --
            \(json.replacing("238.5", with: "239.5"))
            """)
        let reading = await scratch.read()
        #expect(reading.runs.map(\.run.id) == ["alone/gemma3_1b_baseline", "both/gemma3_1b_baseline"])
        #expect(reading.runs.map(\.run.provenance.dialect) == ["J-OLLAMA-BASELINE", "C-OLLAMA-BASELINE"])
        #expect(reading.executions.map(\.model) == ["gemma3:1b", "gemma3:1b"])
        #expect(reading.executions.map(\.slot) == ["gemma3:1b", "gemma3:1b"])
        #expect(reading.executions.map { $0.calls[0].ttft } == [7500, 7500])
        #expect(
            reading.skipped == [
                SkippedFile(path: "both/gemma3_1b_baseline.json", reason: "derived: the rows of the table beside it"),
                SkippedFile(path: "copied/gemma3_1b_baseline.json", reason: "derived: the rows of a table elsewhere"),
            ])
    }

    @Test(arguments: [
        (
            "config_name,num_gpu,num_ctx,temperature,mean_tokens_s,mean_ttft_s,mean_load_s\na,1,2,0.5,1,1,1\n",
            "derived: means over calls that stand in another table"
        ),
        (
            "model,runtime,scenario,run,speedup,efficiency,throughput_delta,ttft_delta_ms,contention,path\n",
            "derived: a table over runs that are read from their own files"
        ),
        ("a,b\n1,2\n", "a table of no known format"),
    ])
    func `a table of something else is skipped with its reason`(table: String, reason: String) async throws {
        let scratch = try Scratch("-- in/x.csv --\n\(table)")
        let reading = await scratch.read()
        #expect(reading.runs.isEmpty)
        #expect(reading.messages == [])
        #expect(reading.skipped.map(\.reason) == [reason])
    }

    @Test(arguments: [
        ("x,abc,1,1,1,1,1,1,", "in/x_baseline.csv:2:1", "'abc' under 'ttft_s' is no number"),
        ("x,1,1,1,1,1,1,1", "in/x_baseline.csv:2:1", "the row has 8 cells, the header 9"),
        ("x,,1,1,1,1,1,1,", "in/x_baseline.csv:2:1", "the row has neither a TTFT nor an error"),
        ("\"x,1,1,1,1,1,1,1,", "in/x_baseline.csv:2:1", "the quote is never closed"),
    ])
    func `a broken row is an error at its line, and gives no run`(row: String, place: String, message: String) async throws {
        let scratch = try Scratch(
            "-- in/x_baseline.csv --\nprompt,ttft_s,tokens_s,load_s,prompt_eval_s,eval_s,eval_count,response_chars,error\n\(row)\n")
        let reading = await scratch.read()
        #expect(reading.runs.isEmpty)
        #expect(reading.messages == [message])
        #expect(reading.diagnostics[0].location?.description.hasSuffix(place) == true)
    }
}
