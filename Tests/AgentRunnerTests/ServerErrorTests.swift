import Testing

@testable import AgentRunner

@Test func `an error keeps what was measured before it`() {
    let error = ServerError(.truncated, "the reply ended before its last line", partial: Generation(text: "a", ttft: 12, total: 40))
    #expect(error.partial?.ttft == 12)
}
