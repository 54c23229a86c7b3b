import ELFModel
import ELFReader
import MemoryInspection

/// What libraries mapped into the probe call the pieces of their memory.
///
/// Files are read when a change lies in them, once each.
struct LoadedLibraries {
  /// A library as the probe has it in memory.
  struct Placement: Hashable {
    var path: String
    /// From its first mapping to the end of its last, memory without a file behind it included.
    var range: Range<UInt64>
  }

  private struct Layout {
    var sections: [ELFSection] = []
    var segments: [ELFSegment] = []
  }

  private var layouts: [String: Layout] = [:]
  /// Variables by file address.
  private var variables: [String: [NamedObject]] = [:]

  /// The libraries of a map, in order; memory that follows a library's last mapping without a gap
  /// is its `.bss`.
  static func placements(in regions: [MappedRegion]) -> [Placement] {
    var found: [Placement] = []
    for region in regions {
      if let path = region.path, path.hasPrefix("/") {
        if let last = found.last, last.path == path {
          found[found.count - 1].range = last.range.lowerBound..<region.range.upperBound
        } else {
          found.append(Placement(path: path, range: region.range))
        }
      } else if region.path == nil, let last = found.last,
        last.range.upperBound == region.range.lowerBound, region.isWritable
      {
        found[found.count - 1].range = last.range.lowerBound..<region.range.upperBound
      }
    }
    return found
  }

  /// The variables of a library, and the slots that the dynamic linker fills when a function is
  /// first called, which are no change that a caller sees.
  mutating func objects(of library: Placement, prefix: String) -> [NamedObject] {
    let known = layout(of: library.path)
    let bias = Self.bias(known.segments, at: library.range.lowerBound)
    var objects = known.sections.filter { [".got", ".got.plt"].contains($0.name) }.map {
      Self.placed($0.name, $0.address, $0.size, bias, .ignored)
    }
    objects += variables(of: library.path).map { object in
      NamedObject(
        name: prefix + object.name,
        range: object.range.lowerBound &+ bias..<object.range.upperBound &+ bias, kind: .global)
    }
    return objects
  }

  /// The function that begins at an address.
  mutating func functionName(at address: UInt64, in library: Placement) -> String? {
    guard let image = try? ELFReader.read(path: library.path) else { return nil }
    let own = address &- Self.bias(layout(of: library.path).segments, at: library.range.lowerBound)
    for table in [image.dynsym, image.symtab] {
      let found = table.symbols.first {
        $0.value == own && $0.isDefined && $0.type.isCallable
      }
      if let found { return table.name(of: found) }
    }
    return nil
  }

  /// What the library itself takes: what the map shows behind that belongs to somebody else.
  mutating func isInside(_ address: UInt64, _ library: Placement) -> Bool {
    let segments = layout(of: library.path).segments
    let own = address &- Self.bias(segments, at: library.range.lowerBound)
    return segments.contains { segment in
      // The last page of a segment is the library's to its end.
      segment.type == 1 && own >= segment.address & ~(ProbePage.size - 1)
        && own < (segment.address &+ segment.memorySize &+ ProbePage.size - 1)
          & ~(ProbePage.size - 1)
    }
  }

  /// `.bss+0x40`: where a variable without a name stands.
  mutating func place(of address: UInt64, in library: Placement) -> String {
    let known = layout(of: library.path)
    let own = address &- Self.bias(known.segments, at: library.range.lowerBound)
    let section = known.sections.first {
      $0.flags & 2 != 0 && own >= $0.address && own &- $0.address < $0.size && $0.type != 0
    }
    guard let section else { return "+0x" + String(own, radix: 16) }
    return section.name + "+0x" + String(own - section.address, radix: 16)
  }

  private static func placed(
    _ name: String, _ address: UInt64, _ size: UInt64, _ bias: UInt64, _ kind: NamedObject.Kind
  ) -> NamedObject {
    let start = address &+ bias
    let (end, overflow) = start.addingReportingOverflow(size)
    return NamedObject(name: name, range: start..<(overflow ? start : end), kind: kind)
  }

  /// Bytes of a library's thread-local variables (`PT_TLS`), where the dynamic linker puts them at
  /// the start of a block; nil when it has none, or aligns them more strictly than malloc does.
  mutating func threadLocalSize(of path: String) -> UInt64? {
    layout(of: path).segments.first { $0.type == 7 && $0.alignment <= 16 }?.memorySize
  }

  /// What is added to the file's addresses (`PT_LOAD`).
  private static func bias(_ segments: [ELFSegment], at start: UInt64) -> UInt64 {
    let first = segments.first { $0.type == 1 }?.address ?? 0
    return start &- (first & ~(ProbePage.size - 1))
  }

  private mutating func layout(of path: String) -> Layout {
    if let known = layouts[path] { return known }
    let contents = try? ELFContents(path: path)
    let read = Layout(sections: contents?.sections ?? [], segments: contents?.segments ?? [])
    layouts[path] = read
    return read
  }

  private mutating func variables(of path: String) -> [NamedObject] {
    if let known = variables[path] { return known }
    let image = try? ELFReader.read(path: path)
    let read = image.map { Self.variables($0.dynsym) + Self.variables($0.symtab) } ?? []
    variables[path] = read
    return read
  }

  private static func variables(_ table: SymbolTable) -> [NamedObject] {
    table.symbols.filter { $0.isDefined && $0.type == .object && $0.size > 0 }.map {
      placed(table.name(of: $0), $0.value, $0.size, 0, .global)
    }
  }
}

/// The unit in which memory is mapped.
enum ProbePage {
  static let size: UInt64 = 4096
}
