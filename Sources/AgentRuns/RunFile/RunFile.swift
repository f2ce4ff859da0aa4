public import Bytes
public import Diagnostics
import JSON

/// The text form of a run: `run.json`, UTF-8, keys sorted, two-space indent, one final newline.
///
/// Writing a run and reading it back gives the same run, and writing that again the same bytes.
public enum RunFile {
    public static let name = "run.json"
    public static let schema = "sitegen.run/1"

    /// The bytes of a run's file.
    public static func encode(_ run: Run) -> ByteBuffer {
        var output = ByteBuffer(capacity: 4096)
        run.json.write(into: &output)
        output.append("\n")
        return output
    }

    /// Reads and checks a run file.
    ///
    /// - Parameters:
    ///   - source: the file's bytes.
    ///   - path: how the file is named in a diagnostic.
    /// - Throws: what is wrong, at its line: a text that is no JSON, a schema that this program does not read, a key that is missing
    ///   or of the wrong type, a figure that can't be one.
    public static func decode(_ source: [UInt8], path: String) throws(Diagnostic) -> Run {
        do throws(JSONError) {
            let json = try JSON(parsing: source)
            try checkSchema(json)
            return try Run(json: json)
        } catch {
            throw error.diagnostic(path: path, source: source)
        }
    }

    private static func checkSchema(_ json: JSON) throws(JSONError) {
        let found = try json.requireString("schema")
        guard found != schema else { return }
        let offset = json["schema"]?.offset ?? 0
        let parts = found.split(separator: "/")
        if parts.count == 2, parts[0] == "sitegen.run", let version = Int(parts[1]), version > 1 {
            throw JSONError("the schema '\(found)' is newer than this program, which reads '\(schema)'", at: offset)
        }
        throw JSONError("'\(found)' is not a schema of this program, which reads '\(schema)'", at: offset)
    }
}
