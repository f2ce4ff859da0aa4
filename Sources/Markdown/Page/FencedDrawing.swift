public import Bytes
public import Diagnostics

/// What became of a fenced block that asked to be drawn.
public struct FencedDrawing: Sendable {
    /// What stands in the block's place; `nil` shows it as code.
    public var markup: ByteBuffer?
    /// What is wrong with the block, at its places in the file.
    public var diagnostics: [Diagnostic]

    public init(_ markup: ByteBuffer? = nil, diagnostics: [Diagnostic] = []) {
        self.markup = markup
        self.diagnostics = diagnostics
    }
}
