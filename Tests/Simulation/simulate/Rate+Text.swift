import Foundation
import NoiseModel

extension Rate {
    /// In per cent, with the standard error.
    var percent: String { String(format: "%.1f ± %.1f", 100 * value, 100 * standardError) }
}
