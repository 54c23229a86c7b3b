/// An expression as written, with its place in the text.
package struct CExpression: Hashable, Sendable {
  package indirect enum Kind: Hashable, Sendable {
    /// An integer constant: its value and the type that C gives it (C11, section 6.4.4.1).
    case integer(UInt128, CIntegerKind)
    /// `0.5`, `0.5f`, `0x1p3L`: the text without suffix, so that no precision is lost.
    case floating(String, CFloatingKind)
    /// `2.0i`: the text without suffixes, times the imaginary unit (a GNU extension).
    case imaginary(String, CFloatingKind)
    /// `'a'`, an `int`; with a prefix the type of that prefix.
    case character(Int64, CStringPrefix)
    /// Adjacent literals joined, escapes replaced, no terminator. One element a code unit.
    case string([UInt32], CStringPrefix)
    case identifier(String)
    case call(CExpression, [CExpression])
    case unary(CUnaryOperator, CExpression)
    case binary(CBinaryOperator, CExpression, CExpression)
    /// `a = b` or `a += b`.
    case assignment(CBinaryOperator?, CExpression, CExpression)
    /// Without a middle operand, as GNU C has it, the condition is the value too.
    case conditional(CExpression, CExpression?, CExpression)
    case cast(CQualifiedType, CExpression)
    case compoundLiteral(CQualifiedType, CInitializer)
    case member(CExpression, String, throughPointer: Bool)
    case `subscript`(CExpression, CExpression)
    case sizeofType(CQualifiedType)
    case sizeofExpression(CExpression)
    case alignofType(CQualifiedType)
    case comma(CExpression, CExpression)
    /// `({ … })`, a GNU extension: the value of its last expression.
    case statements(CBlock)
  }

  package var kind: Kind
  package var range: CSourceRange

  package init(_ kind: Kind, _ range: CSourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// The encoding prefix of a character or string literal.
package enum CStringPrefix: String, Hashable, Sendable {
  case none = ""
  case utf8 = "u8"
  case utf16 = "u"
  case utf32 = "U"
  case wide = "L"
}

/// Operators of one operand.
package enum CUnaryOperator: String, Hashable, Sendable {
  case plus = "+"
  case minus = "-"
  case bitwiseNot = "~"
  case logicalNot = "!"
  case address = "&"
  case dereference = "*"
  case preIncrement = "++"
  case preDecrement = "--"
  case postIncrement = "p++"
  case postDecrement = "p--"
}

/// Operators of two operands.
package enum CBinaryOperator: String, Hashable, Sendable {
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
  case add = "+"
  case subtract = "-"
  case shiftLeft = "<<"
  case shiftRight = ">>"
  case less = "<"
  case greater = ">"
  case lessOrEqual = "<="
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="
  case bitwiseAnd = "&"
  case bitwiseXor = "^"
  case bitwiseOr = "|"
  case logicalAnd = "&&"
  case logicalOr = "||"
}

/// `expression` or `{ … }` behind `=`.
package indirect enum CInitializer: Hashable, Sendable {
  case expression(CExpression)
  case list([CInitializerItem], CSourceRange)
}

/// One item of a braced initializer.
package struct CInitializerItem: Hashable, Sendable {
  package enum Designator: Hashable, Sendable {
    case member(String)
    case index(CExpression)
  }
  package var designators: [Designator]
  package var value: CInitializer

  package init(designators: [Designator], value: CInitializer) {
    self.designators = designators
    self.value = value
  }
}
