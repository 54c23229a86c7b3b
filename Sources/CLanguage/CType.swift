/// A C type, as the declaration wrote it: typedef names are kept, not replaced.
package indirect enum CType: Hashable, Sendable {
  case void
  /// `_Bool`.
  case bool
  case integer(CIntegerKind)
  case floating(CFloatingKind)
  /// `float _Complex` and kin.
  case complex(CFloatingKind)
  /// `T __attribute__((vector_size(n)))`: that many integers or floating numbers (gcc manual,
  /// section 6.52).
  case vector(CType, count: Int)
  /// `_BitInt(n)`.
  case bitInt(CBitInt)
  case pointer(CQualifiedType)
  /// `T[count]`; the count is nil for `T[]`.
  case array(CQualifiedType, count: Int?)
  case function(CFunctionType)
  /// `struct tag` or `union tag`; its definition, if there is one, is in the header.
  case record(CRecordName)
  /// `enum tag`.
  case enumeration(CEnumerationName)
  case typedef(String)
}

/// `_BitInt(width)` or `unsigned _BitInt(width)` (C23, section 6.2.5).
package struct CBitInt: Hashable, Sendable {
  package var width: Int
  package var isSigned: Bool

  package init(width: Int, isSigned: Bool) {
    self.width = width
    self.isSigned = isSigned
  }
}

/// The integer types that C tells apart, whatever their width on a target.
package enum CIntegerKind: String, Hashable, Sendable, CaseIterable {
  /// Plain `char`: a type of its own, signed or not by target.
  case char = "char"
  case signedChar = "signed char"
  case unsignedChar = "unsigned char"
  case short = "short"
  case unsignedShort = "unsigned short"
  case int = "int"
  case unsignedInt = "unsigned int"
  case long = "long"
  case unsignedLong = "unsigned long"
  case longLong = "long long"
  case unsignedLongLong = "unsigned long long"
  case int128 = "__int128"
  case unsignedInt128 = "unsigned __int128"
}

/// The floating types that C tells apart.
package enum CFloatingKind: String, Hashable, Sendable, CaseIterable {
  case float = "float"
  case double = "double"
  case longDouble = "long double"
  case float16 = "_Float16"
  case float32 = "_Float32"
  case float32x = "_Float32x"
  case float64 = "_Float64"
  case float64x = "_Float64x"
  case float128 = "_Float128"
  case decimal32 = "_Decimal32"
  case decimal64 = "_Decimal64"
  case decimal128 = "_Decimal128"

  /// One that counts in tens: it is laid out and shown as bytes, never computed with.
  package var isDecimal: Bool {
    self == .decimal32 || self == .decimal64 || self == .decimal128
  }
}

/// A type with `const`, `volatile`, `restrict`, `_Atomic`.
package struct CQualifiedType: Hashable, Sendable {
  package var type: CType
  package var qualifiers: CQualifiers

  package init(_ type: CType, _ qualifiers: CQualifiers = []) {
    self.type = type
    self.qualifiers = qualifiers
  }
}

/// The type qualifiers of C11, section 6.7.3.
package struct CQualifiers: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }
  package static let const = CQualifiers(rawValue: 1)
  package static let volatile = CQualifiers(rawValue: 2)
  package static let restrict = CQualifiers(rawValue: 4)
  package static let atomic = CQualifiers(rawValue: 8)
}

/// The type of a function: `result (parameters, ...)`.
package struct CFunctionType: Hashable, Sendable {
  package var result: CQualifiedType
  package var parameters: [CParameter]
  /// Declared with `...`.
  package var isVariadic: Bool
  /// Declared with `()`: nothing is known of the parameters (C11, section 6.7.6.3, paragraph 14).
  package var hasUnknownParameters: Bool

  package init(
    result: CQualifiedType, parameters: [CParameter], isVariadic: Bool = false,
    hasUnknownParameters: Bool = false
  ) {
    self.result = result
    self.parameters = parameters
    self.isVariadic = isVariadic
    self.hasUnknownParameters = hasUnknownParameters
  }
}

/// One parameter of a function, its type as written (arrays and functions not yet adjusted to
/// pointers).
package struct CParameter: Hashable, Sendable {
  package var name: String?
  package var type: CQualifiedType
  package var attributes: [CAttribute]

  package init(name: String?, type: CQualifiedType, attributes: [CAttribute] = []) {
    self.name = name
    self.type = type
    self.attributes = attributes
  }
}

/// An attribute `[[scope::name(arguments)]]`, its arguments as written.
package struct CAttribute: Hashable, Sendable {
  package var scope: String?
  package var name: String
  package var arguments: String?
  /// Where it stands, from its scope to the closing parenthesis; nil for one that is in no text.
  package var range: CSourceRange?
  /// Where the arguments stand, without the parentheses.
  package var argumentsRange: CSourceRange?

  package init(
    scope: String?, name: String, arguments: String?, range: CSourceRange? = nil,
    argumentsRange: CSourceRange? = nil
  ) {
    self.scope = scope
    self.name = name
    self.arguments = arguments
    self.range = range
    self.argumentsRange = argumentsRange
  }

  /// Places do not count: the same attribute is the same type wherever it is written.
  package static func == (a: CAttribute, b: CAttribute) -> Bool {
    a.scope == b.scope && a.name == b.name && a.arguments == b.arguments
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(scope)
    hasher.combine(name)
    hasher.combine(arguments)
  }
}

/// `struct` or `union`.
package enum CRecordKeyword: String, Hashable, Sendable {
  case `struct`
  case union
}

/// Which struct or union: a tag, or a number for one without a tag.
package struct CRecordName: Hashable, Sendable {
  package var keyword: CRecordKeyword
  package var name: CTagName
  package init(_ keyword: CRecordKeyword, _ name: CTagName) {
    self.keyword = keyword
    self.name = name
  }
}

/// Which enumeration.
package struct CEnumerationName: Hashable, Sendable {
  package var name: CTagName
  package init(_ name: CTagName) { self.name = name }
}

/// A tag, or the number that the header gave to a type without one.
package enum CTagName: Hashable, Sendable {
  case tag(String)
  case anonymous(Int)
}
