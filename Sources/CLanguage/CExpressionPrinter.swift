extension CPrinter {
  /// An expression as C, with the parentheses that it needs and no more.
  package func text(of expression: CExpression) -> String { text(of: expression, atLeast: .comma) }

  /// An expression that keeps its meaning wherever it is put, in parentheses unless it is one word.
  package func operand(_ expression: CExpression) -> String {
    switch expression.kind {
    case .integer, .floating, .imaginary, .character, .string, .identifier:
      text(of: expression)
    case .call, .unary, .binary, .assignment, .conditional, .cast, .compoundLiteral, .member,
      .subscript, .sizeofType, .sizeofExpression, .alignofType, .comma, .statements:
      "(" + text(of: expression) + ")"
    }
  }

  /// An initializer as it stands behind `=`.
  package func text(of initializer: CInitializer) -> String {
    switch initializer {
    case .expression(let expression): return text(of: expression, atLeast: .assignment)
    case .list(let items, _):
      return "{" + items.map { text(of: $0) }.joined(separator: ", ") + "}"
    }
  }

  private func text(of item: CInitializerItem) -> String {
    let designators = item.designators.map { designator in
      switch designator {
      case .member(let name): "." + name
      case .index(let index): "[" + text(of: index, atLeast: .conditional) + "]"
      }
    }
    let value = text(of: item.value)
    return designators.isEmpty ? value : designators.joined() + " = " + value
  }

  private func text(of expression: CExpression, atLeast minimum: Binding) -> String {
    let text = bare(expression)
    return binding(of: expression) < minimum ? "(" + text + ")" : text
  }

  private func bare(_ expression: CExpression) -> String {
    switch expression.kind {
    case .integer(let value, let kind): return String(value) + suffix(of: kind)
    case .floating(let text, let kind): return text + suffix(of: kind)
    case .imaginary(let text, let kind): return text + suffix(of: kind) + "i"
    case .character(let value, let prefix):
      return CPrinter.characterLiteral(value, prefix)
    case .string(let units, let prefix):
      return CPrinter.literal(units, prefix)
    case .identifier(let name): return name
    case .call(let callee, let arguments):
      let texts = arguments.map { text(of: $0, atLeast: .assignment) }
      return text(of: callee, atLeast: .postfix) + "(" + texts.joined(separator: ", ") + ")"
    case .unary(let operation, let operand): return unary(operation, operand)
    case .binary(let operation, let left, let right):
      let binding = Binding(operation)
      return text(of: left, atLeast: binding) + " \(operation.rawValue) "
        + text(of: right, atLeast: binding.next)
    case .assignment(let operation, let left, let right):
      return text(of: left, atLeast: .conditional) + " \(operation?.rawValue ?? "")= "
        + text(of: right, atLeast: .assignment)
    case .conditional(let condition, let then, let otherwise):
      let middle = then.map { " " + text(of: $0, atLeast: .comma) + " " } ?? ""
      return text(of: condition, atLeast: .logicalOr) + " ?" + middle + ": "
        + text(of: otherwise, atLeast: .conditional)
    case .cast(let type, let operand):
      return "(" + text(of: type) + ")" + text(of: operand, atLeast: .unary)
    case .compoundLiteral(let type, let initializer):
      return "(" + text(of: type) + ")" + text(of: initializer)
    case .member(let base, let name, let throughPointer):
      return text(of: base, atLeast: .postfix) + (throughPointer ? "->" : ".") + name
    case .subscript(let base, let index):
      return text(of: base, atLeast: .postfix) + "[" + text(of: index, atLeast: .comma) + "]"
    case .sizeofType(let type): return "sizeof(" + text(of: type) + ")"
    case .sizeofExpression(let operand): return "sizeof " + sizeofOperand(operand)
    case .alignofType(let type): return "_Alignof(" + text(of: type) + ")"
    case .comma(let left, let right):
      return text(of: left, atLeast: .comma) + ", " + text(of: right, atLeast: .assignment)
    case .statements(let block): return "(" + text(of: block) + ")"
    }
  }

  /// `sizeof (T){1}` and `sizeof (T)x` would read as the size of the type.
  private func sizeofOperand(_ operand: CExpression) -> String {
    switch operand.kind {
    case .cast, .compoundLiteral: "(" + bare(operand) + ")"
    case .integer, .floating, .imaginary, .character, .string, .identifier, .call, .unary,
      .binary, .assignment, .conditional, .member, .subscript, .sizeofType, .sizeofExpression,
      .alignofType, .comma, .statements:
      text(of: operand, atLeast: .prefix)
    }
  }

  private func unary(_ operation: CUnaryOperator, _ operand: CExpression) -> String {
    switch operation {
    case .postIncrement: return text(of: operand, atLeast: .postfix) + "++"
    case .postDecrement: return text(of: operand, atLeast: .postfix) + "--"
    case .preIncrement, .preDecrement:
      return operation.rawValue + text(of: operand, atLeast: .prefix)
    case .plus, .minus, .bitwiseNot, .logicalNot, .address, .dereference:
      let inner = text(of: operand, atLeast: .unary)
      // `- -1` and `& &x` must not run together into another operator.
      let runsTogether = inner.first == operation.rawValue.first
      return operation.rawValue + (runsTogether ? " " : "") + inner
    }
  }

  func suffix(of kind: CIntegerKind) -> String {
    switch kind {
    case .unsignedInt: "u"
    case .long: "l"
    case .unsignedLong: "ul"
    case .longLong: "ll"
    case .unsignedLongLong: "ull"
    case .char, .signedChar, .unsignedChar, .short, .unsignedShort, .int, .int128,
      .unsignedInt128:
      ""
    }
  }

  private func suffix(of kind: CFloatingKind) -> String {
    switch kind {
    case .float: "f"
    case .double: ""
    case .longDouble: "L"
    case .float16: "f16"
    case .float32: "f32"
    case .float32x: "f32x"
    case .float64: "f64"
    case .float64x: "f64x"
    case .float128: "f128"
    case .decimal32: "df"
    case .decimal64: "dd"
    case .decimal128: "dl"
    }
  }

  // MARK: Precedence

  /// How strongly an operator binds (C11, sections 6.5.1 to 6.5.17, weakest first).
  private enum Binding: Int, Comparable {
    case comma
    case assignment
    case conditional
    case logicalOr
    case logicalAnd
    case bitwiseOr
    case bitwiseXor
    case bitwiseAnd
    case equality
    case relation
    case shift
    case sum
    case product
    /// A cast; the operand of most prefix operators.
    case unary
    /// A prefix operator: what `sizeof` and `++` take.
    case prefix
    case postfix

    init(_ operation: CBinaryOperator) {
      switch operation {
      case .multiply, .divide, .remainder: self = .product
      case .add, .subtract: self = .sum
      case .shiftLeft, .shiftRight: self = .shift
      case .less, .greater, .lessOrEqual, .greaterOrEqual: self = .relation
      case .equal, .notEqual: self = .equality
      case .bitwiseAnd: self = .bitwiseAnd
      case .bitwiseXor: self = .bitwiseXor
      case .bitwiseOr: self = .bitwiseOr
      case .logicalAnd: self = .logicalAnd
      case .logicalOr: self = .logicalOr
      }
    }

    var next: Binding { Binding(rawValue: rawValue + 1) ?? .postfix }

    static func < (a: Binding, b: Binding) -> Bool { a.rawValue < b.rawValue }
  }

  private func binding(of expression: CExpression) -> Binding {
    switch expression.kind {
    case .comma: .comma
    case .assignment: .assignment
    case .conditional: .conditional
    case .binary(let operation, _, _): Binding(operation)
    case .cast: .unary
    case .unary(.postIncrement, _), .unary(.postDecrement, _): .postfix
    case .unary, .sizeofExpression: .prefix
    case .integer, .floating, .imaginary, .character, .string, .identifier, .call,
      .compoundLiteral, .member, .subscript, .sizeofType, .alignofType, .statements:
      .postfix
    }
  }
}
