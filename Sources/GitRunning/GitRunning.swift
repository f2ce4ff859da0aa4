import Bytes
import Platform
import Subprocess
public import SystemPackage

/// Runs git, apart from whatever repository the surrounding process works on; what goes wrong becomes an error of the caller's own kind.
public struct GitCommand<Failure: GitFailure>: Sendable {
    /// The folder that git starts in.
    public var folder: FilePath
    /// The repository to work on; `nil` means the one around `folder`, if any.
    public var repository: FilePath?
    /// Variables laid over those of this process; `nil` takes one away.
    public var environment: [String: String?]

    public init(folder: FilePath, repository: FilePath? = nil, environment: [String: String?] = [:]) {
        self.folder = folder
        self.repository = repository
        self.environment = environment
    }

    public struct Output: Sendable {
        public var succeeded: Bool
        public var bytes: [UInt8]
        /// What git said on standard error, without line ends around it.
        public var complaint: String

        public var text: String { String(decoding: bytes, as: UTF8.self).trimmed(\.isNewline) }
    }

    /// Runs git and gives what it printed, whatever its exit code.
    public func run(_ arguments: [String], input: [UInt8] = []) async throws(Failure) -> Output {
        let place = ["-C", folder.string] + (repository.map { ["--git-dir=\($0)"] } ?? [])
        do {
            let result = try await Subprocess.run(
                .name("git"), arguments: Arguments(place + arguments), environment: processEnvironment,
                input: .array(input), output: .bytes(limit: .max), error: .string(limit: .max))
            return Output(
                succeeded: result.terminationStatus.isSuccess, bytes: result.standardOutput,
                complaint: result.standardError.trimmed(\.isWhitespace))
        } catch let error as SubprocessError where error.code == .executableNotFound {
            throw Failure.gitNotFound
        } catch {
            throw Failure.git("git \(arguments.first ?? "") could not be run: \(error)")
        }
    }

    /// Runs git where only a broken installation or a full disk makes it fail.
    public func require(_ arguments: [String], input: [UInt8] = []) async throws(Failure) -> Output {
        let output = try await run(arguments, input: input)
        guard output.succeeded else { throw Failure.git("git \(arguments.first ?? "") failed: \(output.complaint)") }
        return output
    }

    /// A value of git's configuration; `nil` where it is not set.
    public func configured(_ key: String) async throws(Failure) -> String? {
        let output = try await run(["config", "--get", key])
        return output.succeeded && !output.text.isEmpty ? output.text : nil
    }

    private var processEnvironment: Environment {
        // Messages are shown to the user as they are; what decides anything is never read from them.
        var values: [Environment.Key: String?] = ["LC_ALL": "C"]
        // Without a terminal nobody can answer a question for a password.
        if isatty(STDIN_FILENO) == 0 { values["GIT_TERMINAL_PROMPT"] = "0" }
        for (name, value) in environment {
            guard let key = Environment.Key(rawValue: name) else { continue }
            values[key] = .some(value)
        }
        // A hook's variables would point git at the repository that the hook runs for.
        for key in Self.repositoryVariables { values[key] = .some(nil) }
        return .inherit.updating(values)
    }

    private static var repositoryVariables: [Environment.Key] {
        [
            "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR",
            "GIT_NAMESPACE", "GIT_PREFIX", "GIT_QUARANTINE_PATH", "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE",
        ]
    }
}
