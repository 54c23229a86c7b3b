/// What stands between the braces of a struct or union, laid out for the header's target.
package struct CRecordDefinition: Hashable, Sendable {
  package var name: CRecordName
  package var members: [CMember]
  package var attributes: [CAttribute]
  /// `__attribute__((packed))` on the whole record.
  package var isPacked: Bool
  /// Asked for by `aligned(n)` on the record, in bytes.
  package var alignment: Int?
  /// The limit of `#pragma pack`, in bytes.
  package var packLimit: Int?
  /// `__attribute__((transparent_union))`: passed as its first member is.
  package var isTransparent: Bool
  /// Size, alignment and where each member stands.
  package var layout: CRecordLayout
  /// The typedef that names a record without a tag.
  package var typedefName: String?
  /// From the keyword to the closing brace.
  package var range: CSourceRange
  /// The layout is the one that debug information gives, and C would place the members elsewhere:
  /// as text, the record reads back as another one.
  package var isLayoutForeign = false
}

/// One member of a struct or union.
package struct CMember: Hashable, Sendable {
  /// Nil for an anonymous struct or union, and for a bit-field that only fills.
  package var name: String?
  package var type: CQualifiedType
  /// The width of a bit-field in bits.
  package var bitWidth: Int?
  /// Asked for by `_Alignas` or `aligned`, in bytes.
  package var alignment: Int?
  /// `__attribute__((packed))` on this member.
  package var isPacked: Bool
  package var attributes: [CAttribute]
  package var range: CSourceRange

  package init(
    name: String?, type: CQualifiedType, bitWidth: Int? = nil, alignment: Int? = nil,
    isPacked: Bool = false, attributes: [CAttribute] = [], range: CSourceRange
  ) {
    self.name = name
    self.type = type
    self.bitWidth = bitWidth
    self.alignment = alignment
    self.isPacked = isPacked
    self.attributes = attributes
    self.range = range
  }
}

/// What stands between the braces of an enumeration.
package struct CEnumerationDefinition: Hashable, Sendable {
  package var name: CEnumerationName
  package var enumerators: [CEnumerator]
  /// The integer type that its values are kept in: as written, else as gcc chooses it.
  package var underlying: CIntegerKind
  /// `enum e : unsigned char` (C23, section 6.7.3.3).
  package var isFixed: Bool
  package var isPacked: Bool
  package var attributes: [CAttribute]
  /// The typedef that names an enumeration without a tag.
  package var typedefName: String?
  /// From the keyword to the closing brace.
  package var range: CSourceRange
}

/// One name of an enumeration.
package struct CEnumerator: Hashable, Sendable {
  package var name: String
  package var value: Int128
  package var attributes: [CAttribute]
  package var range: CSourceRange
}
