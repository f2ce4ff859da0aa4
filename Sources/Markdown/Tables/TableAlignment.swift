/// How a table's column is aligned.
public enum TableAlignment: Sendable, Hashable {
    case none, left, center, right

    init(startsWithColon: Bool, endsWithColon: Bool) {
        self =
            switch (startsWithColon, endsWithColon) {
            case (true, true): .center
            case (true, false): .left
            case (false, true): .right
            case (false, false): .none
            }
    }
}
