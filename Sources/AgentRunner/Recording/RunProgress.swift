import Bytes
import JSON

/// How far a plan has come.
public struct RunProgress: Sendable, Hashable {
    public enum Event: String, Sendable, Hashable {
        case started, generating, completed, failed
    }

    public var event: Event
    /// Which run of the schedule, from 1, and of how many.
    public var position: Int
    public var count: Int
    public var run: String
    public var configuration: String
    /// Output tokens since the program started.
    public var tokens: Int
    /// Of the present run.
    public var tokensPerSecond: Double?
    /// What the rest of the schedule will take; `nil` while nothing is known.
    public var secondsLeft: Double?

    /// One line for a terminal, the figures first: a narrow terminal cuts off its end.
    public var line: String {
        var parts = ["\(position)/\(count)", "\(tokens) tokens"]
        if let tokensPerSecond { parts.append("\(Self.number(tokensPerSecond, decimals: 1)) tok/s") }
        if let secondsLeft { parts.append("\(Self.time(secondsLeft)) left") }
        return (parts + [configuration]).joined(separator: " · ")
    }

    /// One JSON object on one line.
    public var json: String {
        var output = ByteBuffer()
        JSON.object([
            "event": .string(event.rawValue), "position": .number(position), "count": .number(count), "run": .string(run),
            "configuration": .string(configuration), "tokens": .number(tokens), "tokens_per_second": .optional(tokensPerSecond),
            "seconds_left": .optional(secondsLeft),
        ]).writeLine(into: &output)
        return output.string
    }

    private static func time(_ seconds: Double) -> String {
        let whole = Int(min(seconds, 1e7).rounded())
        if whole < 90 { return "\(whole) s" }
        return whole < 5400 ? "\((whole + 30) / 60) min" : "\(number(Double(whole) / 3600, decimals: 1)) h"
    }

    private static func number(_ value: Double, decimals: Int) -> String {
        var text = ByteBuffer()
        text.append(value, decimals: decimals)
        return text.string
    }
}
