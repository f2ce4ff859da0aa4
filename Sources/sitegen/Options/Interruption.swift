import Dispatch
import Platform

/// What Ctrl-C, and a request to end, do to long work: it is cancelled, and ends where nothing is half done.
enum Interruption {
    private static let signals = [SIGINT, SIGTERM]

    /// Does the work in a task that a signal cancels; a second signal ends the program at once.
    static func cancelling<Result: Sendable>(_ work: @escaping @Sendable () async -> Result) async -> Result {
        // The work begins only when the signals are watched, so that none of them finds the program unprepared.
        let (ready, watching) = AsyncStream<Void>.makeStream()
        let task = Task {
            for await _ in ready.prefix(signals.count) {}
            return await work()
        }
        let sources = signals.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                if task.isCancelled { _exit(128 + number) }
                task.cancel()
            }
            source.setRegistrationHandler {
                watching.yield()
            }
            return source
        }
        for source in sources { source.resume() }
        defer {
            for (number, source) in zip(signals, sources) {
                source.cancel()
                signal(number, SIG_DFL)
            }
        }
        return await task.value
    }
}
