package import CLanguage

/// The changes of an object whose type is known: the members and elements that changed, each with
/// its value before and after.
///
/// Padding is not told: no C expression sees it.
package struct TypedChanges {
  private let header: CHeader
  private var found: [MemoryChange] = []

  /// Elements of one array that are told one by one; more are one change.
  private static let elementLimit = 8
  /// An array as long as that is told with its values, a longer one only by its place.
  private static let arrayLimit = 256

  private init(header: CHeader) { self.header = header }

  /// What changed in an object.
  ///
  /// - Parameters:
  ///   - name: of the object, a C expression that a `.` or `[` can follow.
  ///   - type: of the object.
  ///   - address: of its first byte.
  ///   - before: all of its bytes, before.
  ///   - after: all of its bytes, after.
  ///   - header: where the type's names are declared.
  /// - Returns: the changes, in order of their addresses.
  package static func of(
    _ name: String, _ type: CType, at address: UInt64, before: [UInt8], after: [UInt8],
    header: CHeader
  ) -> [MemoryChange] {
    guard before.count == after.count else { return [] }
    var changes = TypedChanges(header: header)
    changes.walk(name, type, address, before[...], after[...])
    return changes.found
  }

  private mutating func walk(
    _ name: String, _ type: CType, _ address: UInt64, _ before: ArraySlice<UInt8>,
    _ after: ArraySlice<UInt8>
  ) {
    if before == after { return }
    switch header.resolved(type) {
    case .record(let record):
      guard record.keyword != .union, let definition = header.definition(of: record) else {
        add(name, address, before, after, .aggregate(type))
        return
      }
      walk(name, definition, address, before, after)
    case .array(let element, _): walk(name, elements: element.type, address, before, after)
    case .void, .function, .typedef: add(name, address, before, after, .bytes)
    case .bool, .integer, .floating, .complex, .vector, .bitInt, .pointer, .enumeration:
      add(name, address, before, after, .scalar(type))
    }
  }

  private mutating func walk(
    _ name: String, _ definition: CRecordDefinition, _ address: UInt64,
    _ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>
  ) {
    for (member, place) in zip(definition.members, definition.layout.members) {
      let path = member.name.map { "\(name).\($0)" } ?? name
      if let width = member.bitWidth {
        guard member.name != nil else { continue }
        let values = [before, after].map {
          header.bitField(
            of: member.type.type, bitOffset: place.bitOffset, width: width, in: Array($0))
        }
        guard values[0] != values[1] else { continue }
        found.append(
          MemoryChange(
            name: path, address: address &+ UInt64(place.offset), length: UInt64(place.size),
            before: .value(member.type.type, values[0]),
            after: .value(member.type.type, values[1])))
        continue
      }
      walk(
        path, member.type.type, address &+ UInt64(place.offset),
        before.dropFirst(place.offset).prefix(place.size),
        after.dropFirst(place.offset).prefix(place.size))
    }
  }

  private mutating func walk(
    _ name: String, elements type: CType, _ address: UInt64, _ before: ArraySlice<UInt8>,
    _ after: ArraySlice<UInt8>
  ) {
    let size = (try? header.layout(of: type))?.size ?? 0
    guard size > 0 else { return add(name, address, before, after, .bytes) }
    let (old, new) = (Array(before), Array(after))
    let changed = (0..<old.count / size).filter { index in
      old[index * size..<(index + 1) * size] != new[index * size..<(index + 1) * size]
    }
    guard let first = changed.first, let last = changed.last else { return }
    let isText = isCharacter(type)
    if !isText, changed.count <= Self.elementLimit {
      for index in changed {
        walk(
          "\(name)[\(index)]", type, address &+ UInt64(index * size),
          old[index * size..<(index + 1) * size], new[index * size..<(index + 1) * size])
      }
      return
    }
    let range = first * size..<(last + 1) * size
    let place = first == 0 ? name : "\(name)[\(first)]"
    let start = address &+ UInt64(range.lowerBound)
    if isText, let oldText = Self.text(old[range.lowerBound...]),
      let newText = Self.text(new[range.lowerBound...])
    {
      found.append(
        MemoryChange(
          name: place, address: start, length: UInt64(range.count), before: .text(oldText),
          after: .text(newText)))
    } else if isText {
      add(place, start, old[range], new[range], .bytes)
    } else {
      let slice = CType.array(CQualifiedType(type), count: last - first + 1)
      add(
        place, start, old[range], new[range],
        range.count <= Self.arrayLimit ? .aggregate(slice) : .bytes)
    }
  }

  private func isCharacter(_ type: CType) -> Bool {
    switch header.resolved(type) {
    case .integer(.char), .integer(.signedChar), .integer(.unsignedChar): true
    case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .pointer, .array, .function,
      .record, .enumeration, .typedef:
      false
    }
  }

  /// Characters up to a zero; nil when they are none that a person reads.
  private static func text(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    let text = Array(bytes.prefix { $0 != 0 }.prefix(arrayLimit))
    let isReadable = text.allSatisfy { $0 >= 0x20 && $0 != 0x7f || (9...13).contains($0) }
    return isReadable && String(validating: text, as: UTF8.self) != nil ? text : nil
  }

  private enum Form {
    case scalar(CType)
    case aggregate(CType)
    case bytes
  }

  private mutating func add(
    _ name: String, _ address: UInt64, _ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>,
    _ form: Form
  ) {
    let sides = [before, after].map { bytes -> ChangedValue in
      switch form {
      case .scalar(let type): .value(type, header.value(of: type, in: bytes))
      case .aggregate(let type): .value(type, .aggregate(Array(bytes)))
      case .bytes: .bytes(Array(bytes.prefix(Self.arrayLimit)))
      }
    }
    found.append(
      MemoryChange(
        name: name, address: address, length: UInt64(before.count), before: sides[0],
        after: sides[1]))
  }
}
