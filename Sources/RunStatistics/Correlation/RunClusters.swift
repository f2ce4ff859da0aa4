/// Which runs were made together: five in an hour are not five days.
enum RunClusters {
    /// Runs within so many hours of a cluster's first belong to it.
    private static let hours = 12.0
    /// In a cluster of how many the usual run must be for the runs of a series to be clustered.
    static let leastSize = 2.0

    /// The cluster of each run, numbered from 0 in the order of time.
    ///
    /// - Returns: `nil` where a time is not known, or no two runs belong together.
    static func clusters(of times: [Double?]) -> [Int]? {
        guard let first = times.first, var start = first else { return nil }
        var clusters: [Int] = []
        clusters.reserveCapacity(times.count)
        var number = 0
        for time in times {
            guard let time else { return nil }
            if abs(time - start) >= hours { (number, start) = (number + 1, time) }
            clusters.append(number)
        }
        return number + 1 < times.count ? clusters : nil
    }
}

extension RunClusters {
    /// How the runs of a part lie together: the sum of the squares of the clusters' shares, 1 ⁄ n where every run stands alone.
    static func concentration(_ clusters: [Int], _ range: Range<Int>) -> Double {
        var (sum, i) = (0.0, range.lowerBound)
        while i < range.upperBound {
            var end = i
            while end < range.upperBound, clusters[end] == clusters[i] { end += 1 }
            sum += Double((end - i) * (end - i))
            i = end
        }
        return sum / Double(range.count * range.count)
    }

    /// The mean of each cluster's values.
    static func means(of values: [Double], _ clusters: [Int]) -> [Double] {
        var (sums, counts) = (Array(repeating: 0.0, count: (clusters.last ?? -1) + 1), Array(repeating: 0.0, count: (clusters.last ?? -1) + 1))
        for (value, cluster) in zip(values, clusters) {
            sums[cluster] += value
            counts[cluster] += 1
        }
        return zip(sums, counts).map { $0 / $1 }
    }

    /// Which share of the residuals' variance is common to the runs of a cluster, drawn to one half as far as there are few clusters.
    ///
    /// The estimate is that of the analysis of variance with one random effect; three clusters' worth of doubt stand for one half.
    /// Source: Searle, Casella & McCulloch, *Variance Components* (1992), section 3.6.
    static func commonShare(_ clusters: [Int], _ residuals: [Double], levels: Int) -> Double {
        let n = Double(residuals.count)
        let number = Double((clusters.last ?? 0) + 1)
        var (between, within, sizes) = (0.0, 0.0, 0.0)
        var i = 0
        while i < residuals.count {
            var (end, sum, squares) = (i, 0.0, 0.0)
            while end < residuals.count, clusters[end] == clusters[i] {
                sum += residuals[end]
                squares += residuals[end] * residuals[end]
                end += 1
            }
            let size = Double(end - i)
            between += sum * sum / size
            within += max(0, squares - sum * sum / size)
            sizes += size * size
            i = end
        }
        let doubt = 3.0
        let freedom = number - Double(levels)
        guard freedom > 0, n > number else { return 0.5 }
        let (upper, lower) = (between / freedom, within / (n - number))
        let size = (n - sizes / n) / max(1, number - 1)
        let share = upper + (size - 1) * lower > 0 ? (upper - lower) / (upper + (size - 1) * lower) : 0
        return (freedom * min(max(share, 0), 1) + doubt * 0.5) / (freedom + doubt)
    }
}
