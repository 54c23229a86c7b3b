import CLanguage

extension CHeader {
  /// Which bits of a type's bytes hold its value; the others are padding that nobody has to keep.
  func significantBits(of type: CType) -> [UInt8] {
    let size = (try? layout(of: type))?.size ?? 0
    var mask = [UInt8](repeating: 0, count: size)
    switch resolved(type) {
    case .floating(.longDouble): for index in 0..<10 { mask[index] = 0xff }
    case .complex(.longDouble):
      for index in 0..<10 { (mask[index], mask[16 + index]) = (0xff, 0xff) }
    case .array(let element, let count):
      mask = (0..<(count ?? 0)).flatMap { _ in significantBits(of: element.type) }
    case .record(let name):
      guard let definition = definition(of: name) else { break }
      for (member, place) in zip(definition.members, definition.layout.members) {
        if let width = member.bitWidth {
          guard member.name != nil else { continue }
          mask = settingBitField(bitOffset: place.bitOffset, width: width, to: -1, in: mask)
          continue
        }
        for (index, bits) in significantBits(of: member.type.type).enumerated() {
          mask[place.offset + index] |= bits
        }
      }
    default: mask = [UInt8](repeating: 0xff, count: size)
    }
    return mask
  }

  /// Random bytes that are a value of the type: no NaN, no `_Bool` but 0 and 1.
  func randomBytes(of type: CType, _ random: inout RandomNumbers) -> [UInt8] {
    switch resolved(type) {
    case .bool: return [UInt8(random.below(2))]
    case .floating, .complex:
      let number = Double(Int64(truncatingIfNeeded: random.next()) >> 20) / 1024
      let other = Double(Int64(truncatingIfNeeded: random.next()) >> 20) / 1024
      if case .complex(let kind) = resolved(type) {
        return bytes(
          of: .complex(rounded(number, kind), rounded(other, kind)), as: type) ?? []
      }
      return bytes(of: .floating(number), as: type) ?? []
    case .array(let element, let count):
      return (0..<(count ?? 0)).flatMap { _ in randomBytes(of: element.type, &random) }
    case .vector(let element, let count):
      return (0..<count).flatMap { _ in randomBytes(of: element, &random) }
    case .record(let name):
      guard let definition = definition(of: name) else { return [] }
      var bytes = [UInt8](repeating: 0, count: definition.layout.size)
      for (member, place) in zip(definition.members, definition.layout.members) {
        if let width = member.bitWidth {
          guard member.name != nil else { continue }
          let number = Int128(truncatingIfNeeded: random.next())
          bytes = settingBitField(bitOffset: place.bitOffset, width: width, to: number, in: bytes)
        } else {
          for (index, byte) in randomBytes(of: member.type.type, &random).enumerated() {
            bytes[place.offset + index] = byte
          }
        }
      }
      return bytes
    case .enumeration: return [7, 0, 0, 0]
    default: return random.bytes((try? layout(of: type))?.size ?? 0)
    }
  }

  private func rounded(_ number: Double, _ kind: CFloatingKind) -> CLongDouble {
    kind == .float ? CLongDouble(Float(number)) : CLongDouble(number)
  }
}

/// Equal in the bits that count.
func areEqual(_ a: [UInt8], _ b: [UInt8], under mask: [UInt8]) -> Bool {
  mask.indices.allSatisfy { index in
    a[index] & mask[index] == b[index] & mask[index]
  }
}
