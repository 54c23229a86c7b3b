import CProcess
import Glibc
package import MemoryInspection

/// Which bytes a process has changed since it was forked from its snapshot.
///
/// A page that was written since the fork is the writer's alone, and the kernel says so of every
/// page without asking for privileges (bit 56 of `/proc/PID/pagemap`,
/// Documentation/admin-guide/mm/pagemap.rst). Only those pages are read, of both processes, and
/// compared byte by byte. When the process has itself forked since, its pages are shared again, and
/// all are compared; likewise where the kernel does not show the page map.
package struct WrittenMemory: Sendable {
  /// What differs, in order; of a great deal only the beginning byte by byte, see
  /// ``byteExactLimit``.
  package private(set) var runs: [ChangedRun] = []
  /// How many bytes differ.
  package private(set) var changedBytes = 0

  /// Pages that the process has written: what its snapshot keeps the old bytes of.
  package private(set) var writtenPages = 0

  /// Beyond so many runs a page's changes are one run, from its first changed byte to its last.
  package static let byteExactLimit = 4096

  private let excluded: [Range<UInt64>]

  private static let pageSize = ProcessMemory.pageSize
  /// Pages that are compared at a time.
  private static let batch = 256

  /// Compares.
  ///
  /// - Parameters:
  ///   - present: the process that may have written.
  ///   - past: its snapshot.
  ///   - regions: of the present process.
  ///   - isShared: the present process shares its pages with others than the snapshot.
  ///   - excluded: memory that is not looked at.
  package init(
    present: ProcessMemory, past: ProcessMemory, regions: [MappedRegion], isShared: Bool,
    excluding excluded: [Range<UInt64>]
  ) {
    self.excluded = excluded
    let table = isShared ? -1 : cprocess_open("/proc/\(present.process)/pagemap")
    defer { if table >= 0 { close(table) } }
    var pages: [UInt64] = []
    for region in regions where Self.isCompared(region) {
      append(region.range, table: table, to: &pages)
    }
    // Much of many pages is often memory that is new; to try each in vain would take its time.
    if pages.count > Self.batch {
      let regions = past.regions()
      pages = pages.filter { regions.region(at: $0) != nil }
    }
    writtenPages = pages.count
    for start in stride(from: 0, to: pages.count, by: Self.batch) {
      compare(Array(pages[start..<min(start + Self.batch, pages.count)]), present, past)
    }
  }

  private static func isCompared(_ region: MappedRegion) -> Bool {
    region.isWritable && region.isReadable && !region.isShared
      && !(region.path?.hasPrefix("[stack") ?? false) && !(region.path?.hasPrefix("[v") ?? false)
  }

  /// A page that is excluded as a whole need not be read.
  private func isExcluded(_ page: UInt64) -> Bool {
    excluded.contains { $0.lowerBound <= page && page &+ Self.pageSize <= $0.upperBound }
  }

  private func append(_ range: Range<UInt64>, table: Int32, to pages: inout [UInt64]) {
    let pageSize = Self.pageSize
    func add(_ index: Int) {
      let page = range.lowerBound + UInt64(index) * pageSize
      if !isExcluded(page) { pages.append(page) }
    }
    let wanted = Int((range.upperBound - range.lowerBound) / pageSize)
    guard table >= 0 else {
      for index in 0..<wanted { add(index) }
      return
    }
    let entries = [UInt64](unsafeUninitializedCapacity: wanted) { buffer, initialized in
      let offset = off_t(range.lowerBound / pageSize * 8)
      initialized = max(0, pread(table, buffer.baseAddress, wanted * 8, offset)) / 8
    }
    for (index, entry) in entries.enumerated() where Self.isWritten(entry) { add(index) }
    // What the kernel does not tell is compared.
    for index in entries.count..<wanted { add(index) }
  }

  private static func isWritten(_ entry: UInt64) -> Bool {
    let (isPresent, isSwapped) = (entry >> 63 & 1 == 1, entry >> 62 & 1 == 1)
    let (isOfFile, isExclusive) = (entry >> 61 & 1 == 1, entry >> 56 & 1 == 1)
    return isSwapped || (isPresent && isExclusive && !isOfFile)
  }

  private mutating func compare(
    _ pages: [UInt64], _ present: ProcessMemory, _ past: ProcessMemory
  ) {
    let size = Int(Self.pageSize)
    withUnsafeTemporaryAllocation(byteCount: 2 * pages.count * size, alignment: 16) { room in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * pages.count) { readable in
        guard let after = room.baseAddress, let isReadable = readable.baseAddress else { return }
        let before = after + pages.count * size
        cprocess_read_pages(present.process, pages, pages.count, after, isReadable)
        cprocess_read_pages(
          past.process, pages, pages.count, before, isReadable + pages.count)
        for (index, page) in pages.enumerated() {
          // A page that the snapshot has not is new memory, not a change.
          guard isReadable[index] == 1, isReadable[pages.count + index] == 1 else { continue }
          let (old, new) = (before + index * size, after + index * size)
          if memcmp(old, new, size) == 0 { continue }
          note(
            UnsafeRawBufferPointer(start: old, count: size),
            UnsafeRawBufferPointer(start: new, count: size), at: page)
        }
      }
    }
  }

  private mutating func note(
    _ before: UnsafeRawBufferPointer, _ after: UnsafeRawBufferPointer, at page: UInt64
  ) {
    var found: [ChangedRun] = []
    let hidden = excluded.filter { $0.overlaps(page..<page + Self.pageSize) }
    for index in 0..<before.count where before[index] != after[index] {
      if !hidden.isEmpty, hidden.contains(where: { $0.contains(page + UInt64(index)) }) { continue }
      found.append(page + UInt64(index), before[index], after[index])
      changedBytes += 1
    }
    guard let first = found.first, let last = found.last else { return }
    if runs.count + found.count > Self.byteExactLimit {
      let range = first.address..<last.range.upperBound
      let start = Int(first.address - page)
      let kept = start..<min(start + ChangedRun.keptLimit, Int(range.upperBound - page))
      found = [
        ChangedRun(
          address: range.lowerBound, count: Int(range.upperBound - range.lowerBound),
          before: Array(before[kept]), after: Array(after[kept]))
      ]
    }
    // A run may go on from the page before.
    if let previous = runs.last, let next = found.first,
      previous.range.upperBound == next.address
    {
      runs[runs.count - 1].count += next.count
      let room = ChangedRun.keptLimit - previous.before.count
      if room > 0, previous.before.count == previous.count {
        runs[runs.count - 1].before += next.before.prefix(room)
        runs[runs.count - 1].after += next.after.prefix(room)
      }
      found.removeFirst()
    }
    runs += found
  }
}
