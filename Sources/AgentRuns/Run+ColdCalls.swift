extension Run {
    /// The run with each of its calls told cold or warm, wherever that can be told: the one place where coldness is decided.
    ///
    /// A call is cold by its program's own word, else by the time that loading the model took. Who reads the result needs no limit any more.
    ///
    /// - Parameter limit: the load duration in milliseconds from which a call is cold on this site; `nil` for the usual one, and then what the
    ///   importer decided stands.
    public func decidingColdCalls(limit: Double?) -> Run {
        var run = self
        for index in run.executions.indices {
            for call in run.executions[index].calls.indices {
                run.executions[index].calls[call].cold = run.executions[index].calls[call].isCold(limit: limit)
            }
        }
        return run
    }
}

extension Call {
    fileprivate func isCold(limit: Double?) -> Bool? {
        guard let load else { return cold }
        guard let limit else { return cold ?? Call.isCold(load: load) }
        // No importer calls so short a load cold, so the program itself did, as after an unload.
        if cold == true, load < Call.coldLoadLimit { return true }
        return Call.isCold(load: load, limit: limit)
    }
}
