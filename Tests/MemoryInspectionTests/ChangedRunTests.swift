import MemoryInspection
import Testing

@Suite struct ChangedRunTests {
  @Test func `equal bytes differ nowhere`() {
    #expect(ChangedRun.runs(before: [1, 2, 3], after: [1, 2, 3], at: 0x1000).isEmpty)
  }

  @Test func `neighbouring changes are one run, others are not`() {
    let runs = ChangedRun.runs(
      before: [0, 0, 0, 0, 0, 0], after: [1, 2, 0, 0, 0, 9], at: 0x1000)
    #expect(
      runs == [
        ChangedRun(address: 0x1000, count: 2, before: [0, 0], after: [1, 2]),
        ChangedRun(address: 0x1005, count: 1, before: [0], after: [9]),
      ])
  }

  @Test func `of a long run the beginning is kept, and its length`() {
    let runs = ChangedRun.runs(
      before: [UInt8](repeating: 0, count: 1000), after: [UInt8](repeating: 1, count: 1000), at: 0)
    #expect(runs.count == 1)
    #expect(runs.first?.count == 1000)
    #expect(runs.first?.before.count == ChangedRun.keptLimit)
  }

  /// Random changes against the positions that were changed.
  @Test(arguments: 0..<50)
  func `the runs are exactly the bytes that were changed`(seed: Int) {
    var state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 | 1
    func random(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
    let before = (0..<512).map { _ in UInt8(random(256)) }
    var after = before
    for _ in 0..<random(80) { after[random(512)] = UInt8(random(256)) }
    let runs = ChangedRun.runs(before: before, after: after, at: 4096)
    let told = runs.flatMap { Array($0.range) }
    #expect(told == before.indices.filter { before[$0] != after[$0] }.map { UInt64($0) + 4096 })
    for run in runs {
      let place = Int(run.address - 4096)
      #expect(run.before == Array(before[place..<place + run.count]))
      #expect(run.after == Array(after[place..<place + run.count]))
    }
  }
}

@Suite struct ObjectMapTests {
  private func object(_ name: String, _ range: Range<UInt64>) -> NamedObject {
    NamedObject(name: name, range: range, kind: .global)
  }

  @Test func `a run over several objects is cut at their borders`() {
    let map = ObjectMap([object("b", 20..<30), object("a", 10..<18)])
    let run = ChangedRun(
      address: 16, count: 8, before: Array(0..<8), after: Array(8..<16))
    let pieces = map.pieces(of: run)
    #expect(pieces.map { $0.object?.name } == ["a", nil, "b"])
    #expect(pieces.map(\.run.range) == [16..<18, 18..<20, 20..<24])
    #expect(pieces.map(\.run.before) == [[0, 1], [2, 3], [4, 5, 6, 7]])
  }

  @Test func `of objects that overlap the first one given is meant`() {
    let map = ObjectMap([object("inner", 14..<16), object("outer", 10..<20)])
    #expect(
      (10..<20).map { map.object(at: $0)?.name ?? "-" }
        == [
          "outer", "outer", "outer", "outer", "inner", "inner", "outer", "outer", "outer", "outer",
        ])
    #expect(map.object(at: 20) == nil)
  }

  @Test func `an object given later shows where the earlier ones leave room`() {
    let map = ObjectMap([object("first", 10..<20), object("second", 12..<25)])
    #expect(map.object(at: 15)?.name == "first")
    #expect(map.object(at: 22)?.name == "second")
  }
}

@Suite struct MappedRegionTests {
  /// As `proc_pid_maps(5)` shows it.
  private let text = """
    00400000-00452000 r-xp 00000000 08:02 173521      /usr/bin/dbus daemon
    00e03000-00e24000 rw-p 00000000 00:00 0           [heap]
    35b1800000-35b1820000 r--s 00001000 08:02 135522  /usr/lib64/ld-2.15.so
    7fff00000000-7fff00001000 ---p 00000000 00:00 0
    nonsense

    """

  @Test func `a map of the kernel's is read`() {
    let regions = MappedRegion.parse(Array(text.utf8))
    #expect(regions.map(\.access) == ["r-x", "rw-", "r--", "---"])
    #expect(
      regions.map(\.path) == [
        "/usr/bin/dbus daemon", "[heap]", "/usr/lib64/ld-2.15.so", nil,
      ])
    #expect(regions.map(\.isShared) == [false, false, true, false])
    #expect(regions[2].fileOffset == 0x1000)
    #expect(regions[0].range == 0x400000..<0x452000)
  }

  @Test func `a region is found by any address in it`() {
    let regions = MappedRegion.parse(Array(text.utf8))
    #expect(regions.region(at: 0x400000) == regions[0])
    #expect(regions.region(at: 0x451fff) == regions[0])
    #expect(regions.region(at: 0x452000) == nil)
    #expect(regions.region(at: 0x35_b181_0000) == regions[2])
  }
}
