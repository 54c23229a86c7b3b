/// Something that C text declares, with the text's place.
package struct CDeclaration: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case function(CFunctionType)
    /// A variable or an `extern` object.
    case object(CQualifiedType, initializer: CInitializer?)
    case typedef(CQualifiedType)
    /// `struct s;` or `struct s { … };` (the members are in the header, by name).
    case record(CRecordName)
    case enumeration(CEnumerationName)
    /// A constant: an enumerator, or a macro that is one.
    case constant(Int128, CType)
    /// A macro that stands for any other expression, and the type of that: `M_PI`.
    ///
    /// The places in the expression are those of its own text, not of any that is at hand.
    indirect case macro(CExpression, CQualifiedType)
  }

  /// The identifier declared; empty for an anonymous struct, union or enum.
  package var name: String
  package var kind: Kind
  package var attributes: [CAttribute]
  /// `extern`, `static` and kin, as written; nil for none and for typedefs.
  package var storage: CStorageClass?
  /// `inline`, `_Noreturn`, `_Thread_local`.
  package var specifiers: CSpecifiers
  /// Set by `_Alignas` or `aligned`, in bytes.
  package var alignment: Int?
  /// What the linker calls it, when `__asm__("…")` says so.
  package var assemblerName: String?
  /// A struct, union or enumeration with its braces, rather than only named.
  package var isDefinition = false
  /// Where it stands; the range covers the whole declaration up to and with its semicolon.
  package var range: CSourceRange
  /// The place of the identifier itself.
  package var nameRange: CSourceRange
  /// The file or other text that it stands in, as given to the header or as a line marker says;
  /// nil for C's own names.
  package var file: String?
  /// The line of that file that its name stands in.
  package var line: Int

  package init(
    name: String, kind: Kind, attributes: [CAttribute] = [], storage: CStorageClass? = nil,
    specifiers: CSpecifiers = [], alignment: Int? = nil, assemblerName: String? = nil,
    range: CSourceRange, nameRange: CSourceRange, file: String?, line: Int? = nil
  ) {
    self.name = name
    self.kind = kind
    self.attributes = attributes
    self.storage = storage
    self.specifiers = specifiers
    self.alignment = alignment
    self.assemblerName = assemblerName
    self.range = range
    self.nameRange = nameRange
    self.file = file
    self.line = line ?? nameRange.start.line
  }
}

/// Where an object lives and who sees it (C11, section 6.7.1).
package enum CStorageClass: String, Hashable, Sendable {
  case extern
  case `static`
  case register
  case auto
}

/// What a declaration says beside type and storage (C11, sections 6.7.1 and 6.7.4; C23, 6.7.2).
package struct CSpecifiers: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }
  package static let inline = CSpecifiers(rawValue: 1)
  package static let noreturn = CSpecifiers(rawValue: 2)
  package static let threadLocal = CSpecifiers(rawValue: 4)
  /// An object whose initializer is a constant expression, which its name then is too.
  package static let constexpr = CSpecifiers(rawValue: 8)
}

extension CDeclaration {
  /// Without the attributes that are sonde's own.
  package var withoutAnnotations: CDeclaration {
    var plain = self
    plain.attributes.removeAll { $0.scope == "sonde" }
    guard case .function(var type) = kind else { return plain }
    for index in type.parameters.indices {
      type.parameters[index].attributes.removeAll { $0.scope == "sonde" }
    }
    plain.kind = .function(type)
    return plain
  }
}
