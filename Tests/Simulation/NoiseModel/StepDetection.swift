import Foundation
import RunStatistics

/// asv's rule: the series is fitted by constant pieces, and the last is a regression if it lies above an earlier one by 5 % and by the
/// scatter of either.
///
/// The fit is that of least absolute deviations with a price for each piece; of the prices that one is taken whose fit has the least
/// information criterion, with the noise correlated from run to run. It is done here exactly, where asv approximates it to save time.
/// Source: airspeed velocity, `asv/step_detect.py`; Friedrich et al., "Complexity penalized M-estimation" (2008).
enum StepDetection {
    static func isRegression(_ values: [Double]) -> Bool {
        let pieces = Pieces(values).best
        guard let last = pieces.last else { return false }
        // Backwards over the pieces: which of them lies enough below the best one since to be what was lost.
        var (best, scatter) = (last.level, last.scatter)
        var short: (level: Double, scatter: Double)?
        var found = 0
        for piece in pieces.reversed() {
            let least = max(piece.scatter, scatter, 0.05 * piece.level)
            if best > piece.level + least {
                if piece.range.count < 2 { short = (best, scatter) }
                found += 1
                (best, scatter) = (piece.level, piece.scatter)
            } else if let before = short {
                if before.level <= piece.level + least {
                    found -= 1
                    (best, scatter) = before
                }
                short = nil
            }
        }
        return found > 0
    }

    struct Piece {
        let range: Range<Int>
        let level: Double
        let scatter: Double
    }

    /// The fits of a series by constant pieces.
    private struct Pieces {
        private let values: [Double]
        /// The median of each part, and the sum of distances from it, by its first and its last value.
        private var levels: [[Double]] = []
        private var distances: [[Double]] = []

        init(_ values: [Double]) {
            self.values = values
            for start in values.indices {
                var sorted: [Double] = []
                var (rowOfLevels, rowOfDistances) = ([Double](repeating: 0, count: values.count), [Double](repeating: 0, count: values.count))
                for end in start..<values.count {
                    sorted.insert(values[end], at: sorted.firstIndex { $0 > values[end] } ?? sorted.count)
                    let level = RunStatistics.quantile(0.5, ofSorted: sorted)
                    rowOfLevels[end] = level
                    rowOfDistances[end] = sorted.reduce(0) { $0 + abs($1 - level) }
                }
                levels.append(rowOfLevels)
                distances.append(rowOfDistances)
            }
        }

        var best: [Piece] {
            let n = values.count
            guard n > 0 else { return [] }
            let whole = max(distances[0][n - 1], 1e-300)
            // From a piece for every value to one for all.
            let fits = (0...12).map { step in fit(price: whole * exp(log(0.1 / Double(n)) * Double(step) / 12)) }
            let penalty = 4 * log(Double(n)) / Double(n)
            let criteria = fits.map { penalty * Double($0.count) + log(floor($0) + leastDistance($0)) }
            let least = criteria.indices.min { criteria[$0] < criteria[$1] } ?? 0
            return fits[least]
        }

        private func fit(price: Double) -> [Piece] {
            let n = values.count
            var cost = [-price] + [Double](repeating: .infinity, count: n)
            var starts = [Int](repeating: 0, count: n + 1)
            for end in 1...n {
                for start in 0..<end {
                    let sum = cost[start] + price + distances[start][end - 1]
                    if sum < cost[end] { (cost[end], starts[end]) = (sum, start) }
                }
            }
            var pieces: [Piece] = []
            var end = n
            while end > 0 {
                let range = starts[end]..<end
                let (level, distance) = (levels[range.lowerBound][end - 1], distances[range.lowerBound][end - 1])
                pieces.append(Piece(range: range, level: level, scatter: distance / Double(range.count)))
                end = range.lowerBound
            }
            return pieces.reversed()
        }

        /// How little noise is believed.
        private func floor(_ pieces: [Piece]) -> Double {
            let steps = zip(pieces.dropFirst(), pieces).map { abs($0.level - $1.level) }
            return max(1e-300, pieces.count > 2 ? 0.1 * (steps.min() ?? 0) : 0.001 * (pieces.map { abs($0.level) }.min() ?? 0))
        }

        /// The sum of distances from what the run before lets expect, at the correlation that makes it least.
        private func leastDistance(_ pieces: [Piece]) -> Double {
            let errors = pieces.flatMap { piece in piece.range.map { values[$0] - piece.level } }
            return stride(from: -0.95, through: 0.95, by: 0.05).map { correlation in
                zip(errors.dropFirst(), errors).reduce(abs(errors[0])) { $0 + abs($1.0 - correlation * $1.1) }
            }.min() ?? 0
        }
    }
}
