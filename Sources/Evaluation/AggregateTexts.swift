import CLanguage
import Marshalling

/// What the pointers to characters inside a struct or array point to, for those who show it.
extension Machine {
  /// Pointers that are followed in one value.
  private static let pointerLimit = 64

  func texts(in value: CValue, _ type: CType) throws(Stop) -> [UInt64: CValue.CText] {
    guard case .aggregate(let bytes) = value else { return [:] }
    var found: [(address: UInt64, unitSize: Int)] = []
    collect(bytes[...], type, 0, into: &found)
    var texts: [UInt64: CValue.CText] = [:]
    for (address, unitSize) in found where texts[address] == nil {
      texts[address] =
        address == 0
        ? CValue.CText.null
        : try Self.onTarget { () throws(TargetFailure) in
          try target.text(at: address, unitSize: unitSize)
        }
    }
    return texts
  }

  private func collect(
    _ bytes: ArraySlice<UInt8>, _ type: CType, _ depth: Int,
    into found: inout [(address: UInt64, unitSize: Int)]
  ) {
    let header = state.header
    guard depth < 16, found.count < Self.pointerLimit else { return }
    switch header.resolved(type) {
    case .pointer:
      guard let unitSize = header.textUnitSize(ofPointer: type),
        case .pointer(let address) = header.value(of: type, in: bytes)
      else { return }
      found.append((address, unitSize))
    case .array(let element, let count?):
      let size = (try? header.layout(of: element.type))?.size ?? 0
      guard size > 0, mayHoldText(element.type, depth) else { return }
      for index in 0..<count where found.count < Self.pointerLimit {
        let own = bytes.dropFirst(index * size).prefix(size)
        collect(own, element.type, depth + 1, into: &found)
      }
    case .record(let name):
      guard let definition = header.definition(of: name) else { return }
      for (member, place) in zip(definition.members, definition.layout.members)
      where member.bitWidth == nil {
        let own = bytes.dropFirst(place.offset).prefix(place.size)
        collect(own, member.type.type, depth + 1, into: &found)
      }
    case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .array, .function,
      .enumeration,
      .typedef:
      return
    }
  }

  /// An array of numbers has nothing to follow, however long it is.
  private func mayHoldText(_ type: CType, _ depth: Int) -> Bool {
    switch state.header.resolved(type) {
    case .pointer, .array, .record: true
    case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .function, .enumeration,
      .typedef:
      false
    }
  }
}
