import CLanguage
import ELFModel
import Evaluation
import MemoryInspection
import ProbeHost
import ProbeWire

/// What the calls of one statement did, gathered while it runs.
struct CallTraces {
  /// Allocations and releases of all calls so far.
  var events: [LedgerEvent] = []
  /// Those that no list holds.
  var omitted: UInt64 = 0
  /// Blocks that were found written past their end.
  var overruns: [HeapOverrun] = []
  /// How many calls were made.
  var calls = 0
  var latest: ProbeCall?

  /// A statement with more heap events than that is only counted.
  static let eventLimit = 4096
}

/// Naming what a statement did.
extension Session {
  /// Adds what the call did with the heap to the traces of the statement.
  func noteEvents() {
    guard let ledger = host?.ledger() else { return }
    if ledger.control.callNumber > 0 {
      statements[UInt32(truncatingIfNeeded: ledger.control.callNumber)] = presentStatement
    }
    if let overrun = ledger.control.overrun { traces.overruns.append(overrun) }
    guard ledger.control.eventCount > 0 else { return }
    let room = CallTraces.eventLimit - traces.events.count
    let events = room > 0 ? ledger.events().prefix(room) : []
    traces.events += events
    traces.omitted += ledger.control.eventCount - UInt64(events.count)
  }

  /// Beyond so many calls that did, no more are told.
  private static let overrunLimit = 8

  /// What was written past the end of heap blocks.
  func overrunRemarks() -> [String] {
    traces.overruns.prefix(Self.overrunLimit).map { CrashMisuse.overrun($0, by: statement).text }
  }

  /// What the statement allocated, freed, and left.
  func allocationReport() -> AllocationReport? {
    guard traces.calls > 0 else { return nil }
    var report = AllocationReport(omitted: traces.omitted)
    var live: [UInt64: Int] = [:]
    for event in traces.events {
      let block = HeapBlock(address: event.address, size: event.size)
      if event.isFree {
        report.freed.append(block)
        live[event.address] = nil
      } else {
        live[event.address] = report.allocated.count
        report.allocated.append(block)
      }
    }
    report.live = live.values.sorted().map { report.allocated[$0] }
    return report
  }

  /// More changes than these are told in one line for each object.
  private static let changeLimit = 64

  /// The memory that is not what it was before the statement.
  func memoryChanges() -> [MemoryChange]? {
    guard hasSnapshot, let host, let (written, regions) = host.changes(),
      let control = host.ledger()?.control
    else { return nil }
    writtenBytes = UInt64(written.writtenPages) * ProcessMemory.pageSize + host.snapshotOverhead()
    if written.runs.isEmpty { return [] }
    let placements = LoadedLibraries.placements(in: regions)
    var naming = ChangeNaming(session: self, placements: placements, control: control)
    let map = objectMap(for: written.runs, naming: &naming, host: host, control: control)
    for run in written.runs {
      for piece in map.pieces(of: run) { naming.take(piece.run, piece.object, regions) }
    }
    return naming.changes(limit: Self.changeLimit)
  }

  /// Variables, heap blocks and globals: those near the changes, the most important first.
  private func objectMap(
    for runs: [ChangedRun], naming: inout ChangeNaming, host: ProbeHost, control: ProbeControl
  ) -> ObjectMap {
    var objects = allocations.enumerated().map { index, allocation in
      // The memory of locals lasts no longer than the statement.
      let isTold = index < allocationsAtStart && allocation.name != "local variables"
      return NamedObject(
        name: allocation.name,
        range: allocation.address..<allocation.address &+ UInt64(max(0, allocation.size)),
        kind: isTold ? .variable(index) : .ignored)
    }
    var isHeapTouched = false
    for run in runs {
      if control.scratch.contains(run.address) { continue }
      if let library = naming.library(at: run.address) {
        objects += naming.objects(of: library)
      } else {
        isHeapTouched = true
      }
    }
    if isHeapTouched, let ledger = host.ledger() {
      let first = UInt32(truncatingIfNeeded: control.callNumber) &- UInt32(max(0, traces.calls - 1))
      for block in ledger.blocks() {
        naming.sawHeap(block.address)
        // Of millions of blocks few are among what changed.
        guard block.freedBy == nil, block.size > 0,
          Self.isChanged(block.address..<block.address &+ block.size, in: runs)
        else { continue }
        if block.allocatedBy == LedgerBlock.linker {
          objects += threadVariables(in: block)
          continue
        }
        // What this statement allocated had no value before.
        let isNew = traces.calls > 0 && block.allocatedBy >= first && block.allocatedBy > 0
        objects.append(
          NamedObject(
            name: "heap block 0x" + String(block.address, radix: 16),
            range: block.address..<block.address &+ block.size,
            kind: isNew ? .ignored : .heapBlock))
      }
    }
    return ObjectMap(objects)
  }
}

extension Session {
  /// Whether one of the runs, which are in the order of their addresses, overlaps the range.
  fileprivate static func isChanged(_ range: Range<UInt64>, in runs: [ChangedRun]) -> Bool {
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].range.upperBound <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < runs.count && runs[low].address < range.upperBound
  }
}

/// Thread-local variables.
extension Session {
  /// The opened library's thread-local variables in a block of the dynamic linker's: of the thread
  /// that calls, and without asking the probe, which would run code.
  private func threadVariables(in block: LedgerBlock) -> [NamedObject] {
    guard let size = libraries.threadLocalSize(of: image.path), size == block.size else {
      return []
    }
    return image.dynsym.symbols.filter {
      $0.type == .threadLocal && $0.isDefined && $0.size > 0 && $0.value < size
    }.map {
      let start = block.address &+ $0.value
      return NamedObject(
        name: image.dynsym.name(of: $0), range: start..<start &+ min($0.size, size), kind: .global)
    }
  }
}

/// Turns changed bytes into changes with names.
struct ChangeNaming {
  private let session: Session
  private let placements: [LoadedLibraries.Placement]
  private let control: ProbeControl
  private var prefixes: [LoadedLibraries.Placement: String] = [:]
  /// Runs by the object that they are in, in the order of their addresses.
  private var owned: [(object: NamedObject, runs: [ChangedRun])] = []
  private var unnamed: [MemoryChange] = []
  private var elsewhere = (bytes: 0, first: UInt64(0), places: [String]())
  private var heapStart: UInt64 = .max
  private var heapEnd: UInt64 = 0
  /// Regions, by where they begin, in which malloc has given blocks or not.
  private var heapRegions: [UInt64: Bool] = [:]

  init(session: Session, placements: [LoadedLibraries.Placement], control: ProbeControl) {
    self.session = session
    self.placements = placements
    self.control = control
  }

  func library(at address: UInt64) -> LoadedLibraries.Placement? {
    placements.first { $0.range.contains(address) && session.libraries.isInside(address, $0) }
  }

  mutating func sawHeap(_ address: UInt64) {
    heapStart = min(heapStart, address)
    heapEnd = max(heapEnd, address)
  }

  /// The named objects of a library; none of one that is part of the surroundings, nor a second time.
  mutating func objects(of library: LoadedLibraries.Placement) -> [NamedObject] {
    guard prefixes[library] == nil else { return [] }
    let file = Self.fileName(library.path)
    let isOwn = session.isOpened(library.path)
    prefixes[library] = isOwn ? "" : file + ":"
    if !isOwn, Self.isSurrounding(file) { return [] }
    return session.libraries.objects(of: library, prefix: isOwn ? "" : file + ":")
  }

  /// Libraries that every program has: what they keep for themselves is told in one line.
  private static func isSurrounding(_ file: String) -> Bool {
    ["libc.so", "libm.so", "ld-linux", "ld-", "libstdc++", "libgcc_s", "libpthread", "libdl."]
      .contains { file.hasPrefix($0) } || isProbe(file)
  }

  /// What the probe is made of: not the library's world at all.
  private static func isProbe(_ file: String) -> Bool {
    file == "sonde-probe" || file.hasPrefix("libswift") || file.hasPrefix("lib_Foundation")
      || file.hasPrefix("libFoundation") || file.hasPrefix("libdispatch")
      || file.hasPrefix("libBlocksRuntime")
  }

  private static func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  mutating func take(_ run: ChangedRun, _ object: NamedObject?, _ regions: [MappedRegion]) {
    if let object {
      if object.kind == .ignored { return }
      if owned.last?.object == object {
        owned[owned.count - 1].runs.append(run)
      } else {
        owned.append((object, [run]))
      }
      return
    }
    if control.scratch.contains(run.address) { return takeScratch(run) }
    if let library = library(at: run.address) { return takeLibrary(run, library) }
    let region = regions.region(at: run.address)
    // malloc's own bookkeeping, and what stood in blocks that are free now.
    if region?.path == "[heap]" { return }
    if let region, region.range.overlaps(heapStart..<max(heapStart, heapEnd &+ 1)),
      isOfHeap(region.range)
    {
      return
    }
    add(run, to: region?.path ?? "anonymous memory")
  }

  /// The table of blocks is read once for each region.
  private mutating func isOfHeap(_ range: Range<UInt64>) -> Bool {
    if let known = heapRegions[range.lowerBound] { return known }
    let found = session.hasHeapBlock(in: range)
    heapRegions[range.lowerBound] = found
    return found
  }

  /// Beside a variable: nothing else is there.
  private mutating func takeScratch(_ run: ChangedRun) {
    let variables = session.allocations
    let after = variables.filter { $0.address >= run.range.upperBound }
      .min { $0.address < $1.address }
    let before = variables.filter { $0.address &+ UInt64($0.size) <= run.address }
      .max { $0.address < $1.address }
    if let after, after.address - run.address <= ProbePage.size {
      unnamed.append(
        Self.plain("\(after.name)[-\(after.address - run.address)]: before its start", run))
    } else if let before, run.address - before.address - UInt64(before.size) < ProbePage.size {
      unnamed.append(
        Self.plain("\(before.name)[\(run.address - before.address)]: past its end", run))
    } else {
      unnamed.append(Self.plain("a string of an earlier statement", run))
    }
  }

  private mutating func takeLibrary(_ run: ChangedRun, _ library: LoadedLibraries.Placement) {
    let file = Self.fileName(library.path)
    // The probe, and the dynamic linker's books.
    if Self.isProbe(file) || file.hasPrefix("ld-") { return }
    let isOwn = session.isOpened(library.path)
    if !isOwn, Self.isSurrounding(file) { return add(run, to: file) }
    unnamed.append(
      Self.plain("\(file):\(session.libraries.place(of: run.address, in: library))", run))
  }

  private mutating func add(_ run: ChangedRun, to place: String) {
    if elsewhere.bytes == 0 { elsewhere.first = run.address }
    elsewhere.bytes += run.count
    if !elsewhere.places.contains(place) { elsewhere.places.append(place) }
  }

  private static func plain(_ name: String, _ run: ChangedRun) -> MemoryChange {
    MemoryChange(
      name: name, address: run.address, length: UInt64(run.count), before: .bytes(run.before),
      after: .bytes(run.after))
  }

  func changes(limit: Int) -> [MemoryChange] {
    var changes: [MemoryChange] = []
    for (object, runs) in owned { changes += session.changes(of: object, runs, control) }
    changes += unnamed
    changes.sort { $0.address < $1.address }
    if changes.count > limit {
      changes = Self.summary(of: owned) + Array(unnamed.prefix(limit))
      let told = Set(unnamed.prefix(limit).map(\.address))
      let rest = unnamed.filter { !told.contains($0.address) }
      if let first = rest.first {
        changes.append(
          MemoryChange(
            name: "\(rest.count) more places", address: first.address,
            length: rest.reduce(0) { $0 + $1.length }))
      }
      if changes.count > 2 * limit {
        let rest = changes[limit...]
        let line = MemoryChange(
          name: "\(rest.count) more objects", address: rest[limit].address,
          length: rest.reduce(0) { $0 + $1.length })
        changes = Array(changes.prefix(limit)) + [line]
      }
    }
    if elsewhere.bytes > 0 {
      changes.append(
        MemoryChange(
          name: "elsewhere (\(elsewhere.places.joined(separator: ", ")))",
          address: elsewhere.first, length: UInt64(elsewhere.bytes)))
    }
    return changes
  }

  /// One line for each object: from its first changed byte to its last.
  private static func summary(
    of owned: [(object: NamedObject, runs: [ChangedRun])]
  ) -> [MemoryChange] {
    owned.compactMap { object, runs in
      guard let first = runs.first, let last = runs.last else { return nil }
      let offset = first.address - object.range.lowerBound
      return MemoryChange(
        name: offset == 0 ? object.name : "\(object.name)+\(offset)", address: first.address,
        length: last.range.upperBound - first.address, before: .bytes(first.before),
        after: .bytes(first.after))
    }
  }
}
