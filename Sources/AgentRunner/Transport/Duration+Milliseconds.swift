extension Duration {
    /// Nanoseconds, without what is finer than that.
    var wholeNanoseconds: Int64 {
        components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
    }

    /// Milliseconds, correctly rounded from nanoseconds, so that a recorded duration comes back as the same number.
    var milliseconds: Double {
        Double(wholeNanoseconds) / 1e6
    }
}
