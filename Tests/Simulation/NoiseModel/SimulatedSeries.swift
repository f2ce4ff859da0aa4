import Foundation
import RunStatistics

/// Series as a process and a course make them.
public enum SimulatedSeries {
    /// Values around 100, lower being better.
    public static func observations(_ count: Int, _ process: NoiseProcess, _ course: LevelCourse, _ model: inout NoiseModel) -> [SeriesObservation] {
        process.generate(count, &model).enumerated().map { i, noise in
            SeriesObservation(value: 100 * exp(noise + course.shift(i, count)), hours: process.hours?(i))
        }
    }
}
