/// What trees of statements and expressions name: identifiers and types.
extension CStatement {
  /// Variables and functions that it declares.
  package var declaredNames: [String] {
    switch kind {
    case .declaration(let declarations): declarations.map(\.name)
    case .function(let definition): [definition.name]
    case .empty, .expression, .block, .conditional, .whileLoop, .doLoop, .forLoop, .choice,
      .caseLabel, .defaultLabel, .breakJump, .continueJump, .returnJump:
      []
    }
  }

  /// The identifiers in it.
  package var names: [String] {
    switch kind {
    case .empty, .breakJump, .continueJump: []
    case .expression(let expression): expression.names.map(\.name)
    case .declaration(let declarations): declarations.flatMap { $0.initializerNames }
    case .function(let definition): definition.body.statements.flatMap(\.names)
    case .block(let block): block.statements.flatMap(\.names)
    case .conditional(let condition, let then, let otherwise):
      condition.names.map(\.name) + then.names + (otherwise?.names ?? [])
    case .whileLoop(let condition, let body), .choice(let condition, let body),
      .doLoop(let body, let condition):
      condition.names.map(\.name) + body.names
    case .forLoop(let loop):
      (loop.initial?.names ?? []) + (loop.condition?.names.map(\.name) ?? [])
        + (loop.step?.names.map(\.name) ?? []) + loop.body.names
    case .caseLabel(_, _, let inner), .defaultLabel(let inner): inner.names
    case .returnJump(let value): value?.names.map(\.name) ?? []
    }
  }

  /// The types that its casts and declarations spell.
  package var types: [CType] {
    switch kind {
    case .empty, .breakJump, .continueJump: []
    case .expression(let expression): expression.types
    case .declaration(let declarations):
      declarations.flatMap { declaration -> [CType] in
        guard case .object(let type, let initializer) = declaration.kind else { return [] }
        return [type.type] + (initializer?.types ?? [])
      }
    case .function(let definition):
      [.function(definition.type)] + definition.body.statements.flatMap(\.types)
    case .block(let block): block.statements.flatMap(\.types)
    case .conditional(let condition, let then, let otherwise):
      condition.types + then.types + (otherwise?.types ?? [])
    case .whileLoop(let condition, let body), .choice(let condition, let body),
      .doLoop(let body, let condition):
      condition.types + body.types
    case .forLoop(let loop):
      (loop.initial?.types ?? []) + (loop.condition?.types ?? []) + (loop.step?.types ?? [])
        + loop.body.types
    case .caseLabel(_, _, let inner), .defaultLabel(let inner): inner.types
    case .returnJump(let value): value?.types ?? []
    }
  }
}

extension CDeclaration {
  fileprivate var initializerNames: [String] {
    guard case .object(_, let initializer?) = kind else { return [] }
    return initializer.expressions.flatMap { $0.names.map(\.name) }
  }
}

extension CInitializer {
  fileprivate var names: [(name: String, range: CSourceRange)] {
    switch self {
    case .expression(let expression): expression.names
    case .list(let items, _): items.flatMap(\.value.names)
    }
  }

  fileprivate var expressions: [CExpression] {
    switch self {
    case .expression(let expression): [expression]
    case .list(let items, _): items.flatMap(\.value.expressions)
    }
  }

  fileprivate var types: [CType] { expressions.flatMap(\.types) }
}

extension CExpression {
  /// The identifiers in it, with their places, from left to right.
  package var names: [(name: String, range: CSourceRange)] {
    switch kind {
    case .identifier(let name): return [(name, range)]
    case .integer, .floating, .imaginary, .character, .string, .sizeofType, .alignofType,
      .statements:
      return []
    case .call(let callee, let arguments): return callee.names + arguments.flatMap(\.names)
    case .unary(_, let operand), .cast(_, let operand), .sizeofExpression(let operand),
      .member(let operand, _, _):
      return operand.names
    case .binary(_, let left, let right), .assignment(_, let left, let right),
      .subscript(let left, let right), .comma(let left, let right):
      return left.names + right.names
    case .conditional(let condition, let then, let otherwise):
      return condition.names + (then?.names ?? []) + otherwise.names
    case .compoundLiteral(_, let initializer): return initializer.names
    }
  }

  /// The types that it spells.
  package var types: [CType] {
    switch kind {
    case .integer, .floating, .imaginary, .character, .string, .identifier: []
    case .call(let callee, let arguments): callee.types + arguments.flatMap(\.types)
    case .unary(_, let operand), .sizeofExpression(let operand), .member(let operand, _, _):
      operand.types
    case .binary(_, let left, let right), .assignment(_, let left, let right),
      .subscript(let left, let right), .comma(let left, let right):
      left.types + right.types
    case .conditional(let condition, let then, let otherwise):
      condition.types + (then?.types ?? []) + otherwise.types
    case .cast(let type, let operand): [type.type] + operand.types
    case .compoundLiteral(let type, let initializer): [type.type] + initializer.types
    case .sizeofType(let type), .alignofType(let type): [type.type]
    case .statements(let block): block.statements.flatMap(\.types)
    }
  }
}
