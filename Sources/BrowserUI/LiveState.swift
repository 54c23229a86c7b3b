/// What is seen of the live library: variables and watched expressions.
extension Workspace {
  /// The variables, then what is watched.
  var variableRows: [VariableRow] {
    variables
      + watched.map { expression in
        values[expression]
          ?? VariableRow(name: expression, type: "", value: "…", address: nil, isWrong: false)
      }
  }

  /// What to look at after a statement.
  var looksAfterStatement: [BrowserEffect] {
    [.look(.variables)] + (watched.isEmpty ? [] : [.look(.values(watched))])
  }

  /// Watches an expression from now on.
  mutating func watch(_ expression: String) {
    guard !watched.contains(expression) else { return }
    watched.append(expression)
  }

  mutating func unwatch(_ expression: String) {
    watched.removeAll { $0 == expression }
  }

  /// Takes in the variables after a statement.
  mutating func take(variables fresh: [VariableRow]) {
    let old = Dictionary(variables.map { ($0.name, $0.value) }) { first, _ in first }
    changedValues = Set(
      fresh.filter { row in old[row.name].map { $0 != row.value } ?? true }.map(\.name))
    variables = fresh
  }

  /// Takes in values of expressions.
  mutating func take(values fresh: [VariableRow]) {
    for row in fresh {
      if let old = values[row.name], old.value != row.value { changedValues.insert(row.name) }
      values[row.name] = row
    }
  }
}
