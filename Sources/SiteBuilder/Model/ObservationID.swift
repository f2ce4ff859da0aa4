/// Which execution of which run.
struct ObservationID: Sendable, Hashable {
    let run: String
    let index: Int
}
