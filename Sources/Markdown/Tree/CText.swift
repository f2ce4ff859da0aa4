#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Text that a libcmark node owns: valid only as long as the tree is.
typealias CText = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer<UInt8> {
    init(cString: UnsafePointer<CChar>?) {
        guard let cString else {
            self.init(start: nil, count: 0)
            return
        }
        let count = strlen(cString)
        self = UnsafeRawPointer(cString).withMemoryRebound(to: UInt8.self, capacity: count) {
            UnsafeBufferPointer(start: $0, count: count)
        }
    }
}
