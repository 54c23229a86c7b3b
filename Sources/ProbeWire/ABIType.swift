/// What a call passes: libffi's vocabulary, nothing of C's.
package enum ABIType: UInt8, Hashable, Sendable, CaseIterable {
  case void = 0
  case uint8 = 1
  case sint8 = 2
  case uint16 = 3
  case sint16 = 4
  case uint32 = 5
  case sint32 = 6
  case uint64 = 7
  case sint64 = 8
  case float = 9
  case double = 10
  case longDouble = 11
  case pointer = 12

  /// Bytes in memory (x86-64 and aarch64 psABI; `long double` is 16 on both).
  package var size: Int {
    switch self {
    case .void: 0
    case .uint8, .sint8: 1
    case .uint16, .sint16: 2
    case .uint32, .sint32, .float: 4
    case .uint64, .sint64, .double, .pointer: 8
    case .longDouble: 16
    }
  }
}
