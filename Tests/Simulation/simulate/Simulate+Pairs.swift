import NoiseModel
import RunStatistics

extension Simulate {
    /// Two sides of seventeen configurations: what is said over all of them, and of each alone.
    static func printPairs() {
        var table = Table(
            "Two sides of 17 configurations", ["one run each", "of its rows alone", "ten runs each", "of its rows alone"])
        for process in [NoiseProcess.independent, .heavyTails, .sessions(0.03)] {
            func append(_ name: String, _ course: PairedSides.Course, together: (PairedSides) -> Bool, alone: (PairedSides) -> Double) {
                let cells = [1, 10].flatMap { runs in
                    [
                        Trials.pairedSides(process, course, runs: runs, trials: trials, seed: seed) { together($0) ? 1 : 0 },
                        Trials.pairedSides(process, course, runs: runs, trials: trials, seed: seed, count: alone),
                    ].map(\.percent)
                }
                table.append("\(process.name): \(name)", cells)
            }
            append("unchanged, called changed", .all(1), together: { $0.together.isChange }) { $0.share(where: \.isChange) }
            append("unchanged, any named as differing", .all(1), together: { !$0.outlying.isEmpty }) { $0.single.contains(where: \.isChange) ? 1 : 0 }
            for factor in [1.05, 1.1, 1.2] {
                append("+\(Int((factor * 100 - 100).rounded())) %, called a regression", .all(factor), together: { $0.together == .regression }) {
                    $0.share { $0 == .regression }
                }
            }
            append("one × 2, named", .one(2), together: { $0.outlying.contains(PairedSides.changed) }) {
                $0.single[PairedSides.changed] == .regression ? 1 : 0
            }
            append("one × 2, all called changed", .one(2), together: { $0.together.isChange }) { sides in
                Double(sides.single.count(where: \.isChange) - (sides.single[PairedSides.changed].isChange ? 1 : 0)) / Double(sides.single.count - 1)
            }
        }
        table.print()
    }
}

extension PairedSides {
    fileprivate func share(where holds: (VerdictWord) -> Bool) -> Double { Double(single.count(where: holds)) / Double(single.count) }
}

extension VerdictWord {
    fileprivate var isChange: Bool { self == .regression || self == .improvement }
}
