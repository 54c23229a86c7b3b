import CLanguage

/// What kind of register an eightbyte travels in (System V ABI, AMD64 supplement, section 3.2.3).
enum EightbyteClass: Hashable, Sendable {
  /// Padding, or nothing at all.
  case none
  case integer
  case sse
  /// The upper half of what the eightbyte before it began.
  case sseUp
  case x87
  case x87Up
  case complexX87
  case memory

  /// The class of an eightbyte that two fields share.
  func merged(with other: EightbyteClass) -> EightbyteClass {
    if self == other || other == .none { return self }
    if self == .none { return other }
    if self == .memory || other == .memory { return .memory }
    if self == .integer || other == .integer { return .integer }
    let x87: [EightbyteClass] = [.x87, .x87Up, .complexX87]
    if x87.contains(self) || x87.contains(other) { return .memory }
    return .sse
  }
}

/// Classifies C types by eightbytes.
///
/// The document leaves corners open that compilers read differently, so a type is classified as
/// each of them does: only what all agree on can be passed without knowing who compiled the
/// library.
struct EightbyteClassification {
  let header: CHeader

  /// What compilers differ in.
  private struct Reading {
    /// gcc classifies an array by its first element, whose classes it repeats; clang each element.
    var repeatsFirstElement: Bool
    /// clang skips bit-fields without a name.
    var countsUnnamed: Bool
    /// gcc counted those of no width before version 12, and still does in unions.
    var countsZeroWidth: Bool
    /// gcc takes a bit-field that lies as an integer would for one, so that it can be misaligned.
    var alignsBitFields: Bool
    /// clang asks of every member that it is aligned as its type, gcc of the numbers in it.
    var alignsMembers: Bool
  }

  private static let readings = [
    Reading(
      repeatsFirstElement: true, countsUnnamed: true, countsZeroWidth: false,
      alignsBitFields: true, alignsMembers: false),
    Reading(
      repeatsFirstElement: true, countsUnnamed: true, countsZeroWidth: true,
      alignsBitFields: true, alignsMembers: false),
    Reading(
      repeatsFirstElement: false, countsUnnamed: false, countsZeroWidth: false,
      alignsBitFields: false, alignsMembers: true),
  ]

  /// The classes of a type's eightbytes; nil for one that travels in memory.
  ///
  /// - Parameter type: complete, and no function.
  /// - Returns: one class for each eightbyte.
  /// - Throws: ``UnpassableType`` when compilers disagree.
  func classes(of type: CType) throws(UnpassableType) -> [EightbyteClass]? {
    let all = Self.readings.map { classes(of: type, bitOffset: 0, $0) }
    guard all.allSatisfy({ $0 == all[0] }) else {
      throw UnpassableType(type, "gcc and clang pass it in different registers")
    }
    return all[0]
  }

  private func classes(
    of type: CType, bitOffset: Int, _ reading: Reading
  ) -> [EightbyteClass]? {
    let resolved = header.resolved(type)
    guard let size = (try? header.layout(of: resolved))?.size else { return nil }
    let words = (size + bitOffset % 64 / 8 + 7) / 8
    guard words > 0 else { return [.none] }
    switch resolved {
    case .record(let name):
      guard let definition = header.definition(of: name) else { return nil }
      return record(definition, words: words, bitOffset: bitOffset, reading)
    case .array(let element, let count):
      return array(of: element.type, count ?? 0, words: words, bitOffset: bitOffset, reading)
    case .complex(.longDouble), .complex(.float64x):
      return bitOffset % 128 == 0
        ? [.complexX87] + [EightbyteClass](repeating: .none, count: 3) : nil
    case .complex(let kind):
      guard bitOffset % (header.target.layout(of: kind).size * 8) == 0 else { return nil }
      return [EightbyteClass](repeating: .sse, count: words)
    case .floating(.longDouble), .floating(.float64x):
      return bitOffset % 128 == 0 ? [.x87, .x87Up] : nil
    case .floating(.float128), .floating(.decimal128):
      return bitOffset % 128 == 0 ? [.sse, .sseUp] : nil
    case .floating: return bitOffset % (size * 8) == 0 ? [.sse] : nil
    case .bool, .integer, .enumeration, .pointer:
      guard bitOffset % (size * 8) == 0 else { return nil }
      return [EightbyteClass](repeating: .integer, count: size > 8 ? 2 : 1)
    case .vector:
      guard bitOffset % (size * 8) == 0 else { return nil }
      return size == 8 ? [.sse] : size == 16 ? [.sse, .sseUp] : nil
    case .void, .bitInt, .function, .typedef: return nil
    }
  }

  /// More are never in registers, whatever they hold.
  private static let mostWords = 8

  private func array(
    of element: CType, _ count: Int, words: Int, bitOffset: Int, _ reading: Reading
  ) -> [EightbyteClass]? {
    guard words <= Self.mostWords, let size = (try? header.layout(of: element))?.size else {
      return nil
    }
    if reading.repeatsFirstElement {
      guard let first = classes(of: element, bitOffset: bitOffset, reading), !first.isEmpty else {
        return nil
      }
      return finished((0..<words).map { first[$0 % first.count] })
    }
    var merged = [EightbyteClass](repeating: .none, count: words)
    for index in 0..<(size > 0 ? count : 0) {
      let offset = index * size * 8
      guard let own = classes(of: element, bitOffset: bitOffset + offset, reading) else {
        return nil
      }
      Self.merge(own, into: &merged, at: (bitOffset % 64 + offset) / 64)
    }
    return finished(merged)
  }

  private func record(
    _ definition: CRecordDefinition, words: Int, bitOffset: Int, _ reading: Reading
  ) -> [EightbyteClass]? {
    guard words <= Self.mostWords else { return nil }
    var classes = [EightbyteClass](repeating: .none, count: words)
    for (member, place) in zip(definition.members, definition.layout.members) {
      let position = place.bitOffset + bitOffset % 64
      let absolute = place.bitOffset + bitOffset
      if let width = member.bitWidth {
        let isUnion = definition.name.keyword == .union
        guard counts(member, width, isUnion: isUnion, reading) else { continue }
        if reading.alignsBitFields, let unit = unit(of: member, width, place, in: definition),
          absolute % unit != 0
        {
          return nil
        }
        let end = min(words, (position + width + 63) / 64)
        for word in stride(from: position / 64, to: end, by: 1) {
          classes[word] = classes[word].merged(with: .integer)
        }
        if width == 0, isUnion { classes[0] = classes[0].merged(with: .integer) }
        continue
      }
      if case .array(_, nil) = header.resolved(member.type.type) { continue }
      if reading.alignsMembers, let own = try? header.layout(of: member.type.type),
        absolute % (own.alignment * 8) != 0
      {
        return nil
      }
      guard let own = self.classes(of: member.type.type, bitOffset: absolute, reading) else {
        return nil
      }
      Self.merge(own, into: &classes, at: position / 64)
    }
    return finished(classes)
  }

  private func counts(
    _ member: CMember, _ width: Int, isUnion: Bool, _ reading: Reading
  ) -> Bool {
    if member.name == nil && !reading.countsUnnamed { return false }
    return width > 0 || isUnion || reading.countsZeroWidth
  }

  /// Bits whose multiple a bit-field has to stand at because gcc takes it for an integer.
  private func unit(
    of member: CMember, _ width: Int, _ place: CMemberLayout, in definition: CRecordDefinition
  ) -> Int? {
    if definition.name.keyword == .union { return [8, 16, 32, 64].first { width <= $0 } }
    let isPacked = definition.isPacked || member.isPacked || definition.packLimit != nil
    guard [8, 16, 32, 64].contains(width), place.bitOffset % width == 0, !isPacked || width == 8
    else { return nil }
    return width
  }

  private static func merge(
    _ own: [EightbyteClass], into classes: inout [EightbyteClass], at first: Int
  ) {
    for (index, found) in own.enumerated() where first + index < classes.count {
      classes[first + index] = classes[first + index].merged(with: found)
    }
  }

  /// The post-merger clean-up of the document.
  private func finished(_ merged: [EightbyteClass]) -> [EightbyteClass]? {
    var classes = merged
    if classes.count > 2 {
      guard classes[0] == .sse, classes[1...].allSatisfy({ $0 == .sseUp }) else { return nil }
    }
    for index in classes.indices {
      switch classes[index] {
      case .memory: return nil
      case .sseUp where index == 0 || ![.sse, .sseUp].contains(classes[index - 1]):
        classes[index] = .sse
      case .x87Up where index == 0 || classes[index - 1] != .x87: return nil
      case .none, .integer, .sse, .sseUp, .x87, .x87Up, .complexX87: break
      }
    }
    return classes
  }
}
