import Files
import Platform
import SystemPackage

/// Puts a finished folder in the place of another.
enum FolderExchange {
    /// Swaps two folders of one file system in one step, so that a reader finds the one or the other and never none.
    ///
    /// - Returns: `false` where the system or the file system has no such step; nothing has changed then.
    static func swap(_ new: FilePath, _ old: FilePath) throws(FileError) -> Bool {
        guard let status = renameExchanging(new.string, old.string) else { return false }
        if status == 0 { return true }
        let cause = Errno(rawValue: errno)
        if [.noFunction, .invalidArgument, .notSupported].contains(cause) { return false }
        throw FileError(path: old, cause: cause)
    }

    /// Does the same in two steps, with a moment between them in which nothing stands there.
    ///
    /// - Parameter aside: where the old folder goes; it comes back where the new one can't take its place.
    static func replace(_ old: FilePath, with new: FilePath, aside: FilePath) throws(FileError) {
        try Files.move(old, to: aside)
        do {
            try Files.move(new, to: old)
        } catch {
            try Files.move(aside, to: old)
            throw error
        }
    }

    #if canImport(Darwin)
        private static func renameExchanging(_ new: String, _ old: String) -> Int32? {
            renamex_np(new, old, UInt32(RENAME_SWAP))
        }
    #else
        /// Swift's view of the C library leaves `renameat2` out, so it is looked up by its name.
        private static func renameExchanging(_ new: String, _ old: String) -> Int32? {
            typealias RenameAt2 = @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
            guard let symbol = dlsym(nil, "renameat2") else { return nil }
            // RENAME_EXCHANGE of <linux/fs.h>.
            let exchange: UInt32 = 1 << 1
            return unsafeBitCast(symbol, to: RenameAt2.self)(AT_FDCWD, new, AT_FDCWD, old, exchange)
        }
    #endif
}
