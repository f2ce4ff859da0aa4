import Diagnostics
import Foundation
import Testing

@testable import TOMLReading

/// Long texts cost what their length says, not its square.
///
/// Time is what the thread itself worked, whatever else the machine does. Of texts sixteen times as long, sixteen times the work is
/// linear, and 256 times quadratic; the limit lies far from both.
struct GrowthTests {
    private static let shapes: [(name: String, text: @Sendable (Int) -> String)] = [
        ("keys", { (1...$0).map { "key\($0) = \($0)\n" }.joined() }),
        ("dotted keys", { (1...$0).map { "a.b.key\($0) = \($0)\n" }.joined() }),
        ("tables", { (1...$0).map { "[a.table\($0)]\nx = 1\n" }.joined() }),
        ("arrays of tables", { String(repeating: "[[a]]\nx = 1\n", count: $0) }),
        ("elements", { "a = [" + String(repeating: "1, ", count: $0) + "]" }),
        ("tables in braces", { "a = [" + String(repeating: "{b.c = 1, d = []}, ", count: $0) + "]" }),
        ("escapes", { "a = \"" + String(repeating: "\\n", count: $0) + "\"" }),
        ("lines of text", { "a = '''" + String(repeating: "\"\"\nx", count: $0) + "'''" }),
        ("comments", { String(repeating: "# x\n\n", count: $0) }),
    ]
    private static let few = 1250
    private static let many = 20_000
    private static let limit = 50.0

    @Test(arguments: shapes.indices) func `sixteen times as much of anything is read in little more than sixteen times as long`(index: Int) {
        let shape = Self.shapes[index]
        func time(_ count: Int) -> Double {
            let bytes = Array(shape.text(count).utf8)
            return seconds {
                var diagnostics: [Diagnostic] = []
                #expect(TOMLSource(bytes, path: "t").parse(reporting: &diagnostics) != nil, "\(shape.name): \(diagnostics)")
            }
        }
        _ = time(Self.few)
        let (few, many) = (time(Self.few), time(Self.many))
        #expect(many < 2, "\(shape.name)")
        #expect(many < few * Self.limit, "\(shape.name): \(few) s, then \(many) s")
    }

    @Test(arguments: [("", "[[a]]\nx = 1\n", ""), ("a = [", "{x = 1}, ", "]")])
    func `a mistake in each of many tables is placed as fast as in few`(start: String, table: String, end: String) {
        func time(_ count: Int) -> Double {
            let bytes = Array((start + String(repeating: table, count: count) + end).utf8)
            var diagnostics: [Diagnostic] = []
            let time = seconds {
                var reader = TOMLSource(bytes, path: "t").parse(reporting: &diagnostics)
                for var table in reader?.tables("a") ?? [] {
                    _ = table.string("x")
                    diagnostics += table.finish()
                }
            }
            #expect(diagnostics.count == count && diagnostics.allSatisfy { $0.message == "'x' must be a string" })
            return time
        }
        _ = time(Self.few)
        let (few, many) = (time(Self.few), time(Self.many))
        #expect(many < 4)
        #expect(many < few * Self.limit, "\(few) s, then \(many) s")
    }

    private func seconds(_ work: () -> Void) -> Double {
        func now() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        let start = now()
        work()
        return now() - start
    }
}
