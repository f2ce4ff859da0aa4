extension Generation {
    /// Works out the throughput from what was measured, and notes how where the server's own duration does not serve.
    ///
    /// Output tokens over the evaluation duration, for at least two tokens and a millisecond. Ollama and llama.cpp start that duration when the
    /// first token is there, and Ollama 0.5 rounds it to whole milliseconds: one token, or less than a millisecond, gives a rate that means
    /// nothing. Else output tokens less one, over the time from the first to the last chunk with content.
    ///
    /// - Parameter hasThinking: tokens that were no part of the text came before its first chunk, so that the chunks say nothing of the rate.
    mutating func workOutThroughput(hasThinking: Bool) {
        guard let outputTokens else {
            notes.append("the server reports no token count, so there is no throughput")
            return
        }
        guard outputTokens > 1 else {
            notes.append("throughput needs at least two tokens")
            return
        }
        if let eval, eval >= Self.shortestEval {
            throughput = Double(outputTokens) / eval * 1000
            throughputSource = .evalDuration
            return
        }
        let why = eval == nil ? "the server reports no evaluation duration" : "the server's evaluation duration is under a millisecond"
        if let streaming, streaming >= Self.shortestEval, !hasThinking {
            throughput = Double(outputTokens - 1) / streaming * 1000
            throughputSource = .chunks
            notes.append("\(why): throughput is from the first to the last chunk")
        } else {
            notes.append("\(why), and the chunks do not give one: there is no throughput")
        }
    }

    /// In milliseconds.
    private static let shortestEval = 1.0
}
