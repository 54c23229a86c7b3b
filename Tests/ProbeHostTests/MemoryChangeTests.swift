import Glibc
import MemoryInspection
import ProbeHost
import ProbeWire
import TestSupport
import Testing

/// Which bytes changed, against bytes that were changed on purpose.
@Suite struct MemoryChangeTests {
  private func changes(of library: LiveLibrary) throws -> WrittenMemory {
    try #require(library.host.changes()).memory
  }

  @Test func `a call that writes three places is seen to write just those bytes`() throws {
    let library = try LiveLibrary("globals")
    _ = try library.number("counter_get")
    _ = try library.call("change_three")
    let counter = try library.address(of: "counter")
    let numbers = try library.address(of: "numbers")
    let state = try library.address(of: "state")
    let runs = try changes(of: library).runs
    func values(_ address: UInt64) -> [UInt8]? { runs.first { $0.address == address }?.after }
    #expect(values(counter) == [7])
    #expect(values(numbers + 8) == [99])
    // 0.25 and 1.5 differ in their two highest bytes (IEEE 754): 3fd0… and 3ff8….
    #expect(values(state + 14) == [0xf8])
    let inLibrary = runs.filter { $0.address >= numbers && $0.address < state + 64 }
    #expect(inLibrary.count == 2, "\(runs)")
  }

  /// Random bytes of variables, the heap and private mappings, written by the front itself, which
  /// no signal handler or allocator of the probe can disturb.
  @Test(arguments: 0..<20)
  func `random bytes are told exactly, each with its value before and after`(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    let library = try LiveLibrary("globals")
    let zeros = try library.address(of: "zeros")
    let block = try address(of: library.call("block_keep", [.long(60_000)], result: .pointer))
    let allocated = try library.host.perform(
      .allocate(size: 20_000, alignment: 16), deadline: nil)
    guard case .replied(.allocated(let scratch)) = allocated else {
      Issue.record("\(allocated)")
      return
    }
    #expect(try library.host.takeSnapshot(deadline: nil) == nil)
    var expected: [UInt64: (before: UInt8, after: UInt8)] = [:]
    let places = [(zeros, 4000), (block, 60_000), (scratch, 20_000)]
    for _ in 0..<random.next(in: 1...300) {
      let (start, size) = places[random.next(in: 0...2)]
      let address = start + UInt64(random.next(in: 0...size - 1))
      let old = try #require(library.host.readMemory(at: address, count: 1)).first ?? 0
      let new = UInt8(random.next(in: 0...255))
      #expect(library.host.writeMemory([new], at: address) == 1)
      let before = expected[address]?.before ?? old
      expected[address] = before == new ? nil : (before, new)
    }
    let runs = try changes(of: library).runs.filter { run in
      places.contains { run.address >= $0.0 && run.address < $0.0 + UInt64($0.1) }
    }
    var told: [UInt64: (before: UInt8, after: UInt8)] = [:]
    for run in runs {
      #expect(run.before.count == run.count)
      for (index, address) in run.range.enumerated() {
        told[address] = (run.before[index], run.after[index])
      }
    }
    #expect(told.keys.sorted() == expected.keys.sorted())
    for (address, values) in expected {
      #expect(told[address].map { $0 == values } == true)
    }
  }

  /// Random bytes wherever a library can write, written by its own code.
  @Test(arguments: 0..<20)
  func `random bytes that the library pokes are told exactly, wherever they are`(
    seed: Int
  ) throws {
    var random = SeededRandom(seed: UInt64(seed) + 1000)
    let library = try LiveLibrary("globals")
    func pointer(_ function: String, _ arguments: [ProbeArgument] = []) throws -> UInt64 {
      try address(of: library.call(function, arguments, result: .pointer))
    }
    let shared = try pointer("map_pages", [.long(4096), .int(1)])
    let places: [(start: UInt64, size: Int)] = [
      (try library.address(of: "zeros"), 4000),  // .bss
      (try library.address(of: "numbers"), 32),  // .data
      (try pointer("thread_number_place"), 4),
      (try pointer("block_keep", [.long(100)]), 100),
      (try pointer("block_keep", [.long(60_000)]), 60_000),
      (try pointer("block_keep", [.long(600_000)]), 600_000),  // mapped by malloc
      (try pointer("map_pages", [.long(20_000), .int(0)]), 20_000),
      (shared, 4096),
    ]
    var expected: [UInt64: (before: UInt8, after: UInt8)] = [:]
    var addresses: [UInt64] = []
    var values: [UInt8] = []
    for _ in 0..<random.next(in: 1...400) {
      let place = places[random.next(in: 0...places.count - 1)]
      // Often next to the last one, so that changes are neighbours and lie across pages.
      let isNear = !addresses.isEmpty && random.next(in: 0...3) == 0
      var address = place.start + UInt64(random.next(in: 0...place.size - 1))
      if isNear, let last = addresses.last,
        places.contains(where: { $0.start..<$0.start + UInt64($0.size) ~= last + 1 })
      {
        address = last + 1
      }
      let old = try #require(library.host.readMemory(at: address, count: 1)).first ?? 0
      let new = UInt8(random.next(in: 0...255))
      addresses.append(address)
      values.append(new)
      let before = expected[address]?.before ?? old
      expected[address] = (before, new)
    }
    // Shared memory is no copy's, so nothing can be compared.
    expected = expected.filter {
      $0.value.before != $0.value.after && !(shared..<shared + 4096).contains($0.key)
    }
    let count = UInt64(addresses.count)
    let outcome = try library.call(
      "poke_many", [.buffer(0), .buffer(1), .long(count)],
      buffers: [addresses.bytes, values])
    guard case .replied(.called) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    var told: [UInt64: (before: UInt8, after: UInt8)] = [:]
    for run in try changes(of: library).runs {
      for (index, address) in run.range.enumerated() {
        told[address] = (run.before[index], run.after[index])
      }
    }
    let inside = told.filter { address, _ in
      places.contains { ($0.start..<$0.start + UInt64($0.size)).contains(address) }
    }
    #expect(inside.keys.sorted() == expected.keys.sorted())
    for (address, change) in expected { #expect(inside[address].map { $0 == change } == true) }
    // Nothing else of the library, nor of memory that is new.
    let regions = try #require(library.host.presentProcess).regions()
    let own = regions.filter { $0.path?.hasSuffix("/libglobals.so") == true }
    let others = told.keys.filter { address in
      inside[address] == nil && own.contains { $0.range.contains(address) }
    }
    #expect(others.isEmpty)
  }

  private func address(of outcome: ProbeOutcome) throws -> UInt64 {
    guard case .replied(.called(let reply)) = outcome else {
      throw LiveLibrary.UnexpectedOutcome(outcome: outcome)
    }
    return reply.result.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  @Test func `what a forked child shares is told all the same`() throws {
    let library = try LiveLibrary("crashes")
    #expect(try library.number("survivor") == 1)
    // The child lives and shares the pages that were written before it was made.
    _ = try library.number("fork_and_live", [.int(1000)])
    _ = try library.number("survivor")
    #expect(try changes(of: library).changedBytes >= 1)
  }

  @Test func `a megabyte of changes is summarised`() throws {
    let library = try LiveLibrary("globals")
    let size: UInt64 = 4 << 20
    let allocated = try library.host.perform(.allocate(size: size, alignment: 16), deadline: nil)
    guard case .replied(.allocated(let start)) = allocated else { return }
    #expect(try library.host.takeSnapshot(deadline: nil) == nil)
    // Every second byte, so that no two changes are neighbours.
    let pattern = (0..<Int(size)).map { UInt8($0 & 1) }
    #expect(library.host.writeMemory(pattern, at: start) == Int(size))
    let written = try changes(of: library)
    #expect(written.changedBytes >= Int(size) / 2)
    #expect(written.changedBytes < Int(size) / 2 + 4096)
    #expect(written.runs.count <= 2 * WrittenMemory.byteExactLimit)
    #expect(written.runs.contains { $0.range.overlaps(start..<start + size) })
  }
}

@Suite struct SnapshotTests {
  @Test func `any of thirty-two states can be gone back to`() throws {
    let library = try LiveLibrary("globals", snapshots: 32)
    for expected in 1...40 { #expect(try library.number("counter_add", [.int(1)]) == expected) }
    #expect(library.host.snapshotCount == 32)
    // The oldest kept is the one before the ninth call.
    try library.host.restore(to: 20)
    #expect(library.host.snapshotCount == 20)
    #expect(try library.number("counter_get") == 28)
    try library.host.restore(to: 0)
    #expect(try library.number("counter_get") == 8)
  }

  @Test func `going back leaves no process`() throws {
    let library = try LiveLibrary("globals", snapshots: 32)
    for _ in 1...10 { _ = try library.number("counter_add", [.int(1)]) }
    let probe = try #require(library.host.processIdentifier)
    try library.host.restore(to: 3)
    #expect(ProcessTable.entry(probe) == nil)
    let restored = try #require(library.host.processIdentifier)
    library.host.end()
    #expect(ProcessTable.entry(restored) == nil)
  }

  @Test func `what has died can be looked at until it is let go`() throws {
    let library = try LiveLibrary("crashes")
    #expect(try library.call("read_null").signal == 11)
    let dead = try #require(library.host.deadProcess)
    #expect(!dead.regions().isEmpty)
    #expect(library.host.ledger(ofDead: true) != nil)
    try library.host.restore()
    #expect(library.host.deadProcess?.process == dead.process)
    library.host.letGo()
    #expect(ProcessTable.entry(dead.process) == nil)
  }
}

/// The same numbers for the same seed (xorshift64*).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 &+ 0x1234_5678_9abc_def1 }

  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_f491_4f6c_dd1d
  }

  mutating func next(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}
