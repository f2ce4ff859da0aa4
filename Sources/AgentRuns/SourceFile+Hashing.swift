import Crypto

extension SourceFile {
    /// Describes a file by its path and content.
    public init(path: String, content: [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        let hex = SHA256.hash(data: content).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        self.init(path: path, sha256: String(decoding: hex, as: UTF8.self), bytes: content.count)
    }
}
