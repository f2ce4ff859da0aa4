/// Foundation and the C library, by one name on every system.
///
/// On Linux the whole of Foundation brings tables of all languages along, 30 MB of them, that nothing here reads: what formats and
/// compares by language. Its essential part has the rest. No other file imports Foundation, so that the program stays small.
#if canImport(FoundationEssentials)
    @_exported import FoundationEssentials
    @_exported import Glibc
#else
    @_exported import Foundation
#endif
