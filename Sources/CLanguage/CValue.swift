/// The widest floating type of the machine that sonde runs on.
#if arch(x86_64) || arch(i386)
package typealias CLongDouble = Float80
#else
package typealias CLongDouble = Double
#endif

/// A value of a C type; the type is beside it, not in it.
package enum CValue: Hashable, Sendable {
  case void
  case bool(Bool)
  /// Any signed integer, enumerations too.
  case signed(Int128)
  /// Any unsigned integer.
  case unsigned(UInt128)
  /// `float` and `double`; every float is exactly a double.
  case floating(Double)
  case longDouble(CLongDouble)
  /// Any complex number: real and imaginary part.
  case complex(CLongDouble, CLongDouble)
  /// A struct, union, array or vector: its bytes as they stand in memory.
  case aggregate([UInt8])
  case pointer(UInt64)
  /// A pointer to characters, with what was found there.
  case string(UInt64, CText)

  /// What a character pointer points to.
  package enum CText: Hashable, Sendable {
    /// The pointer is null.
    case null
    /// Nothing can be read there.
    case unreadable
    /// Code units before the terminator; not terminated when the limit was reached first.
    case units([UInt32], isTerminated: Bool)
  }
}
