/// Work on many values at once, with results that do not depend on how many cores there are.
extension Array where Element: Sendable {
    /// The results of `transform` in the order of the elements.
    ///
    /// The elements are cut into slices of neighbours, several for each job, so that a few slow elements do not leave cores idle.
    ///
    /// - Parameters:
    ///   - jobs: how many slices run at the same time; at least one.
    ///   - sliceDone: is given the results of each slice as soon as they are there, in whatever order that is.
    public func concurrentMap<Result: Sendable>(
        jobs: Int, _ transform: @escaping @Sendable (Element) -> Result, sliceDone: ([Result]) -> Void = { _ in }
    ) async -> [Result] {
        let sliceLength = Swift.max(1, count / (Swift.max(jobs, 1) * 8))
        let slices = stride(from: 0, to: count, by: sliceLength).map { self[$0..<Swift.min($0 + sliceLength, count)] }
        guard jobs > 1, count > 1 else {
            return slices.flatMap { slice in
                let results = slice.map(transform)
                sliceDone(results)
                return results
            }
        }
        return await withTaskGroup(of: (Int, [Result]).self) { group in
            var waiting = slices.enumerated().makeIterator()
            func startNext() {
                guard let (index, slice) = waiting.next() else { return }
                group.addTask { (index, slice.map(transform)) }
            }
            for _ in 0..<jobs { startNext() }
            var results = [[Result]](repeating: [], count: slices.count)
            while let (index, slice) = await group.next() {
                results[index] = slice
                sliceDone(slice)
                startNext()
            }
            return results.flatMap(\.self)
        }
    }
}
