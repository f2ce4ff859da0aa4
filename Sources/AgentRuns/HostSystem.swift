/// The machine that a run was made on, without anything that names its owner.
public struct HostSystem: Sendable, Hashable {
    public var os: String?
    public var arch: String?

    public init(os: String? = nil, arch: String? = nil) {
        self.os = os
        self.arch = arch
    }
}
