import Foundation
import NoiseModel

extension Rate {
    /// In per cent, with the standard error.
    var percent: String { String(format: "%.2f ± %.2f", 100 * value, 100 * standardError) }

    /// As it is, with the standard error.
    var number: String { String(format: "%.3f ± %.3f", value, standardError) }
}
