import SystemPackage

/// Where problems go, and how far long work has come.
enum StandardError {
    static func write(_ text: String) {
        do {
            _ = try FileDescriptor.standardError.writeAll(Array(text.utf8))
        } catch {
            // Nobody listens, and there is no other place to say it.
        }
    }
}
