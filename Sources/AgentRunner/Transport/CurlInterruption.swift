import CCurl
import Synchronization

/// Ends an exchange from outside the thread that it runs on.
final class CurlInterruption: Sendable {
    private struct State {
        var isInterrupted = false
        /// Where the multi handle of the running exchange is. A number, because a pointer may not leave its thread:
        /// `curl_multi_wakeup` is the one function that another thread may call, and only while the handle is there.
        var address: UInt?
    }

    private let state = Mutex(State())

    var isInterrupted: Bool { state.withLock { $0.isInterrupted } }

    /// Wakes the exchange if it sleeps; one that has not begun will not.
    func interrupt() {
        state.withLock { state in
            state.isInterrupted = true
            if let multi = state.address.flatMap(UnsafeMutableRawPointer.init(bitPattern:)) { curl_multi_wakeup(multi) }
        }
    }

    /// Lets `interrupt` wake whoever polls the handle, for as long as the body runs.
    func watching<Result>(_ multi: UnsafeMutableRawPointer, _ body: () -> Result) -> Result {
        let address = UInt(bitPattern: multi)
        state.withLock { $0.address = address }
        defer { state.withLock { $0.address = nil } }
        return body()
    }
}
