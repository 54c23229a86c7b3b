/// A statement as written, with its place in the text (C11, section 6.8).
package struct CStatement: Hashable, Sendable {
  package indirect enum Kind: Hashable, Sendable {
    case empty
    case expression(CExpression)
    /// Types, prototypes, variables; each with its initializer if it has one.
    case declaration([CDeclaration])
    case function(CFunctionDefinition)
    case block(CBlock)
    case conditional(CExpression, then: CStatement, otherwise: CStatement?)
    case whileLoop(CExpression, body: CStatement)
    case doLoop(body: CStatement, CExpression)
    case forLoop(CForLoop)
    case choice(CExpression, body: CStatement)
    /// `case low:`, or `case low ... high:` as GNU C has it, and what it labels.
    case caseLabel(low: Int128, high: Int128, CStatement)
    case defaultLabel(CStatement)
    case breakJump
    case continueJump
    case returnJump(CExpression?)
  }

  package var kind: Kind
  package var range: CSourceRange

  package init(_ kind: Kind, _ range: CSourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// Statements between braces.
package struct CBlock: Hashable, Sendable {
  package var statements: [CStatement]
  /// What the block declares, over what can be seen from it.
  package var scope: CScope
}

/// `for (initial; condition; step) body`.
package struct CForLoop: Hashable, Sendable {
  package var initial: CStatement?
  package var condition: CExpression?
  package var step: CExpression?
  package var body: CStatement
  /// What `initial` declares.
  package var scope: CScope
}

/// A function with its body.
package struct CFunctionDefinition: Hashable, Sendable {
  package var name: String
  package var type: CFunctionType
  package var body: CBlock
  /// The place of the name.
  package var nameRange: CSourceRange
}

/// The names that can be seen at the end of a block; each scope is itself and no other.
package final class CScope: Sendable, Hashable {
  package let header: CHeader

  init(_ header: CHeader) { self.header = header }

  package static func == (a: CScope, b: CScope) -> Bool { a === b }

  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// A statement and what is known once it has been read.
package struct CParsedStatement: Sendable {
  package var statement: CStatement
  /// The header that was given, with what the statement declares.
  package var header: CHeader
}
