extension CParser {
  /// What stands behind `=`: an expression or a braced list (C11, section 6.7.9).
  mutating func initializer() throws(CDiagnostic) -> CInitializer {
    let outerCount = operatorCount
    defer { operatorCount = outerCount }
    operatorCount = 0
    guard kind == .leftBrace else { return .expression(try assignmentExpression()) }
    try enter()
    let start = advance()
    var items: [CInitializerItem] = []
    while kind != .rightBrace {
      items.append(try initializerItem())
      if kind != .rightBrace { try expect(.comma, "',' or '}' after a value") }
    }
    advance()
    leave()
    return .list(items, range(from: start))
  }

  private mutating func initializerItem() throws(CDiagnostic) -> CInitializerItem {
    var designators: [CInitializerItem.Designator] = []
    while true {
      if take(.period) {
        guard kind == .identifier else { throw unexpected("the name of a member") }
        designators.append(.member(text(of: advance())))
      } else if take(.leftBracket) {
        designators.append(.index(try conditionalExpression()))
        if kind == .ellipsis {
          throw failure("a range of elements is not supported", at: current)
        }
        try expect(.rightBracket, "']'")
      } else {
        break
      }
    }
    if !designators.isEmpty { try expect(.equal, "'=' after the designators") }
    return CInitializerItem(designators: designators, value: try initializer())
  }

  /// The type with the bound that its initializer gives to `T[]` (C11, 6.7.9, paragraph 22).
  func completed(_ type: CQualifiedType, by initializer: CInitializer) -> CQualifiedType {
    let found = header.resolved(type)
    guard case .array(let element, nil) = found.type,
      let plan = try? CInitializerPlan(
        type, initializer, in: header, at: initializer.range ?? rest())
    else { return type }
    return CQualifiedType(.array(element, count: plan.count), found.qualifiers)
  }
}
