/// What the C implementation leaves to the machine: widths, alignments, signedness.
package struct CTarget: Hashable, Sendable {
  /// The name that `--target` knows it by.
  package var triple: String
  package var pointerSize: Int
  package var longSize: Int
  /// Alignment of `long long` and of `double`, which some 32-bit machines put at 4 in structs.
  package var longLongAlignment: Int
  package var doubleAlignment: Int
  package var longDouble: CLongDoubleFormat
  package var longDoubleSize: Int
  package var longDoubleAlignment: Int
  /// Alignment of the types of 16 bytes: `__int128` and `_Float128`.
  package var wideAlignment = 16
  /// Plain `char` is signed.
  package var isCharSigned: Bool
  package var isBigEndian: Bool
  /// The alignment that `aligned` without a number means.
  package var largestAlignment: Int
  /// There is `__int128`.
  package var hasInt128: Bool
  /// There is `_Float128`.
  package var hasFloat128 = true
  /// There are `_Decimal32`, `_Decimal64` and `_Decimal128`.
  package var hasDecimal = false
  /// Bit-fields without a name give a record the alignment of their type, as named ones do.
  package var unnamedBitFieldsAlign = false
  /// No vector is aligned to more than this, whatever its size.
  package var vectorAlignment = CRecordLayout.largestSize
  /// What `wchar_t` is.
  package var wideCharacter = CIntegerKind.int
}

/// How the bits of a `long double` are meant.
package enum CLongDoubleFormat: Hashable, Sendable {
  /// The 80-bit format of the x87, padded.
  case x87
  /// IEEE 754 binary64, as `double`.
  case binary64
  /// IEEE 754 binary128.
  case binary128
  /// A pair of `double`s (IBM).
  case doubleDouble
}

extension CTarget {
  /// Size and alignment of an integer type.
  package func layout(of kind: CIntegerKind) -> CTypeLayout {
    switch kind {
    case .char, .signedChar, .unsignedChar: CTypeLayout(size: 1, alignment: 1)
    case .short, .unsignedShort: CTypeLayout(size: 2, alignment: 2)
    case .int, .unsignedInt: CTypeLayout(size: 4, alignment: 4)
    case .long, .unsignedLong: CTypeLayout(size: longSize, alignment: longSize)
    case .longLong, .unsignedLongLong: CTypeLayout(size: 8, alignment: longLongAlignment)
    case .int128, .unsignedInt128: CTypeLayout(size: 16, alignment: wideAlignment)
    }
  }

  /// Size and alignment of a floating type.
  package func layout(of kind: CFloatingKind) -> CTypeLayout {
    switch kind {
    case .float16: CTypeLayout(size: 2, alignment: 2)
    case .float, .float32: CTypeLayout(size: 4, alignment: 4)
    case .double, .float64, .float32x: CTypeLayout(size: 8, alignment: doubleAlignment)
    case .float64x where longDouble != .x87: layout(of: .float128)
    case .longDouble, .float64x: CTypeLayout(size: longDoubleSize, alignment: longDoubleAlignment)
    case .float128, .decimal128: CTypeLayout(size: 16, alignment: wideAlignment)
    case .decimal32: CTypeLayout(size: 4, alignment: 4)
    // Also on i386, unlike `double`.
    case .decimal64: CTypeLayout(size: 8, alignment: 8)
    }
  }

  /// Whether values of the type can be negative.
  package func isSigned(_ kind: CIntegerKind) -> Bool {
    switch kind {
    case .char: isCharSigned
    case .signedChar, .short, .int, .long, .longLong, .int128: true
    case .unsignedChar, .unsignedShort, .unsignedInt, .unsignedLong, .unsignedLongLong,
      .unsignedInt128:
      false
    }
  }

  /// Bits of the type.
  package func width(of kind: CIntegerKind) -> Int { layout(of: kind).size * 8 }

  /// Integers in structs are aligned to no more than this, whatever their size.
  var integerFieldAlignment: Int { hasInt128 ? wideAlignment : longLongAlignment }
}
