extension CTarget {
  /// Size and alignment of `_BitInt(n)` (System V psABI for x86-64, section 3.1.2, and for i386,
  /// section 2.1.1; AAPCS64, section 5.1): those of the
  /// smallest integer that holds it, beyond the widest one as many of that as are needed.
  ///
  /// Where the ABI document says nothing it is what clang does.
  func layout(of type: CBitInt) -> CTypeLayout {
    let widest = bitIntAlignment
    let bytes = max(1, (type.width + 7) / 8)
    var alignment = 1
    while alignment < bytes && alignment < widest { alignment *= 2 }
    return CTypeLayout(
      size: (bytes + alignment - 1) / alignment * alignment, alignment: alignment)
  }

  private var bitIntAlignment: Int {
    switch self {
    case .i386Linux: 4
    case .arm64Linux: 16
    default: 8
    }
  }

  /// Bits of the largest: gcc's limit for x86; elsewhere no compiler here goes beyond 128.
  var largestBitInt: Int {
    [.amd64Linux, .i386Linux].contains(self) ? 65535 : 128
  }
}

extension CBitInt {
  /// The number that bytes in memory stand for, least significant first, in decimal.
  ///
  /// The bits beyond the width are padding and say nothing.
  package func text(_ bytes: [UInt8]) -> String {
    var own = Array(bytes.prefix((width + 7) / 8))
    guard !own.isEmpty else { return "0" }
    let used = width % 8 == 0 ? 8 : width % 8
    let last = own.count - 1
    let isNegative = isSigned && own[last] >> UInt8(used - 1) & 1 != 0
    let mask = UInt8(truncatingIfNeeded: (1 << used) - 1)
    own[last] = isNegative ? own[last] | ~mask : own[last] & mask
    if isNegative { Self.negate(&own) }
    return (isNegative ? "-" : "") + Self.decimal(own)
  }

  private static func negate(_ bytes: inout [UInt8]) {
    var carry = true
    for index in bytes.indices {
      bytes[index] = ~bytes[index]
      if carry { (bytes[index], carry) = bytes[index].addingReportingOverflow(1) }
    }
  }

  /// Nine digits at a time.
  private static func decimal(_ bytes: [UInt8]) -> String {
    var rest = bytes
    var groups: [UInt64] = []
    while let top = rest.lastIndex(where: { $0 != 0 }) {
      rest.removeSubrange((top + 1)...)
      var remainder: UInt64 = 0
      for index in rest.indices.reversed() {
        let part = remainder << 8 | UInt64(rest[index])
        rest[index] = UInt8(truncatingIfNeeded: part / 1_000_000_000)
        remainder = part % 1_000_000_000
      }
      groups.append(remainder)
    }
    guard let first = groups.last else { return "0" }
    return groups.dropLast().reversed().reduce(String(first)) { text, group in
      let digits = String(group)
      return text + String(repeating: "0", count: 9 - digits.count) + digits
    }
  }
}
