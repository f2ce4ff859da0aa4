import Testing

@testable import SiteBuilder

struct ReferenceWindowTests {
    private func windows(_ count: Int, _ changes: [Int], acknowledged: Set<Int> = []) -> [Range<Int>] {
        ReferenceWindows(count: count, changes: changes, acknowledged: acknowledged, settling: 10).windows
    }

    @Test func `without a change each value is held against all before it`() {
        #expect(windows(4, []) == [0..<0, 0..<1, 0..<2, 0..<3])
    }

    @Test func `a change leaves the reference where it was until ten values lie behind it`() {
        let found = windows(34, [20])
        #expect(found[19] == 0..<19)
        #expect(found[20] == 0..<20)
        #expect(found[29] == 0..<20)
        #expect(found[30] == 20..<30)
        #expect(found[33] == 20..<33)
    }

    @Test func `several changes in a row keep the reference of the time before the first`() {
        let found = windows(40, [20, 24, 29])
        #expect(found[24] == 0..<20)
        #expect(found[38] == 0..<20)
        #expect(found[39] == 29..<39)
    }

    @Test func `an acknowledged change begins a reference of its own, and its run is still held against the old one`() {
        let found = windows(24, [20], acknowledged: [20])
        #expect(found[20] == 0..<20)
        #expect(found[21] == 20..<21)
        #expect(found[23] == 20..<23)
    }
}
