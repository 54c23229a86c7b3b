internal import CDwarf
internal import CLanguage

/// A `DW_TAG_base_type`: what its encoding, size and name make of it in C.
///
/// DWARF 5, section 5.1. The name decides between C's types of equal size (`long` and `long long`);
/// size and encoding have to agree with it.
struct BaseType {
  private let name: String
  private let size: Int
  private let encoding: Int

  init(_ entry: DwarfEntry) throws(Untranslatable) {
    name = entry.name ?? ""
    guard let size = entry.count(DW_AT_byte_size) ?? entry.count(DW_AT_bit_size).map({ $0 / 8 }),
      let encoding = entry.count(DW_AT_encoding)
    else { throw Untranslatable(reason: "has a number type without size or encoding") }
    self.size = size
    self.encoding = encoding
    let order = entry.count(DW_AT_endianity)
    guard order == nil || order == DW_END_default || order == DW_END_little else {
      throw Untranslatable(reason: "has a number in another byte order")
    }
  }

  func type(in header: CHeader) throws(Untranslatable) -> CType {
    let target = header.target
    if let named = standardTypedef, header.typedef(named: named) != nil,
      let layout = try? header.layout(of: .typedef(named)), layout.size == size
    {
      return .typedef(named)
    }
    switch encoding {
    case DW_ATE_boolean: return size == 1 ? .bool : try integer(isSigned: false, target)
    case DW_ATE_signed_char, DW_ATE_unsigned_char, DW_ATE_signed, DW_ATE_unsigned, DW_ATE_UTF,
      DW_ATE_ASCII, DW_ATE_UCS:
      if size == 0 { return .void }
      let isSigned = encoding == DW_ATE_signed_char || encoding == DW_ATE_signed
      return try integer(isSigned: isSigned, target)
    case DW_ATE_address: return .pointer(CQualifiedType(.void))
    case DW_ATE_float:
      return .floating(try floating(size: size, target))
    case DW_ATE_complex_float: return .complex(try floating(size: size / 2, target))
    case DW_ATE_decimal_float:
      throw Untranslatable(reason: "has a decimal floating type, '\(name)'")
    case DW_ATE_imaginary_float:
      throw Untranslatable(reason: "has an imaginary type, '\(name)'")
    default:
      throw Untranslatable(reason: "has a number type that C has not, '\(name)'")
    }
  }

  /// Types of C++ that are typedefs in C.
  private var standardTypedef: String? {
    ["wchar_t", "char16_t", "char32_t", "char8_t"].contains(name) ? name : nil
  }

  private func integer(isSigned: Bool, _ target: CTarget) throws(Untranslatable) -> CType {
    let words = name.split(separator: " ")
    let fits = CIntegerKind.allCases.filter {
      target.layout(of: $0).size == size && target.isSigned($0) == isSigned
    }
    let wanted = kind(words)
    if let wanted, fits.contains(wanted) { return .integer(wanted) }
    // Other languages name their integers otherwise.
    guard let first = fits.first(where: { $0 != .char }) else {
      throw Untranslatable(reason: "has an integer of \(size) bytes, '\(name)'")
    }
    return .integer(first)
  }

  private func kind(_ words: [Substring]) -> CIntegerKind? {
    let isUnsigned = words.contains("unsigned")
    if words.contains("__int128") { return isUnsigned ? .unsignedInt128 : .int128 }
    if words.contains("char") {
      return isUnsigned ? .unsignedChar : words.contains("signed") ? .signedChar : .char
    }
    if words.contains("short") { return isUnsigned ? .unsignedShort : .short }
    switch words.count(where: { $0 == "long" }) {
    case 0: return words.contains("int") || isUnsigned ? (isUnsigned ? .unsignedInt : .int) : nil
    case 1: return isUnsigned ? .unsignedLong : .long
    default: return isUnsigned ? .unsignedLongLong : .longLong
    }
  }

  private func floating(size: Int, _ target: CTarget) throws(Untranslatable) -> CFloatingKind {
    let wanted = CFloatingKind.allCases.first { kind in
      name.split(separator: " ").contains(Substring(kind.rawValue)) && kind != .double
    }
    if name.contains("long double"), target.layout(of: .longDouble).size == size {
      return .longDouble
    }
    if name.contains("128"), size == 16 { return .float128 }
    if name == "__bf16" || name.contains("bfloat") {
      throw Untranslatable(reason: "has the type '\(name)', which C has not")
    }
    if let wanted, target.layout(of: wanted).size == size { return wanted }
    switch size {
    case 2: return .float16
    case 4: return .float
    case 8: return .double
    // Without a known name 16 bytes could be either of two formats.
    case target.longDoubleSize where name.contains("real(kind=10)"): return .longDouble
    case 16 where name.contains("real(kind=16)") || name.contains("complex(kind=16)"):
      return .float128
    default: throw Untranslatable(reason: "has a floating type of \(size) bytes, '\(name)'")
    }
  }
}
