import Testing

@testable import AgentRunner

@Suite struct ServerComplaintTests {
    @Test(arguments: [
        ("<html><body><h1>502</h1><p>Bad\n gateway</p><script>let a = '<p>'</script></body></html>", "502 Bad gateway"),
        ("plain\r\n text\u{1B}[31m \u{202E}here", "plain text [31m here"),
        ("a < b and c > d", "a < b and c > d"),
        (#"{"error":{"message":"  two\nlines "}}"#, "two lines"),
        (#"{"error":{}}"#, "an error without a message"),
    ])
    func `a body becomes one clean line`(body: String, line: String) {
        #expect(ServerComplaint(body: Array(body.utf8), status: 500).message == line)
    }

    @Test func `a long body is cut`() {
        let message = ServerComplaint(body: Array(String(repeating: "wave ", count: 5000).utf8), status: 500).message
        #expect(message?.count == 200)
        #expect(message?.hasSuffix("…") == true)
    }

    @Test func `an empty body says nothing`() {
        #expect(ServerComplaint(body: [], status: 500).error(status: 500, path: "/").reason == "the server answered with status 500")
    }
}
