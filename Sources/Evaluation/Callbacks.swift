import CLanguage
import Marshalling
import ProbeWire

/// Functions of the console, called by the library.
extension Machine {
  /// Invocations that a report lists; the rest of them is counted.
  private static let listLimit = 200_000
  /// Calls of the library inside callbacks inside calls.
  private static let nestingLimit = 64

  /// Makes a function of the console known, to the library too.
  func adopt(_ function: ConsoleFunction, at range: CSourceRange) throws(Stop) {
    let plan: CallbackPlan
    do throws(UnpassableType) {
      plan = try CallbackPlan(type: function.type, header: function.header)
    } catch {
      throw .invalid(
        CDiagnostic(
          "the library could not call '\(function.name)': "
            + "'\(CPrinter(header: function.header).text(of: error.type))': \(error.reason)",
          range))
    }
    function.plan = plan
    state.callbackCount += 1
    let identifier = state.callbackCount
    function.place.address = try Self.onTarget { () throws(TargetFailure) in
      try target.makeCallback(plan.signature, identifier: identifier)
    }
    state.functions[function.name] = function
    state.callbacks[identifier] = function
  }

  /// Runs a function that the library calls.
  ///
  /// - Returns: the bytes of its result; nil when it gave none, which ends the statement.
  func result(of callback: ProbeCallback) -> [UInt8]? {
    guard let function = state.callbacks[callback.identifier] else { return nil }
    nesting += 1
    defer { nesting -= 1 }
    do throws(Stop) {
      guard nesting <= Self.nestingLimit else {
        throw .failed(
          CDiagnostic("calls and callbacks are nested too deep", function.nameRange))
      }
      let arguments = function.arguments(callback)
      let index = try list(function, arguments)
      let value = try function.call(self, arguments, at: function.nameRange)
      if let index, function.type.result.type != .void {
        let shown = try withText(value, function.type.result.type)
        callbacks[index].result = TypedValue(type: function.type.result.type, value: shown)
      } else if let index {
        callbacks[index].result = TypedValue(type: .void, value: .void)
      }
      return function.bytes(of: value)
    } catch {
      if pendingStop == nil { pendingStop = error }
      return nil
    }
  }

  private func list(
    _ function: ConsoleFunction, _ arguments: [CValue]
  ) throws(Stop) -> Int? {
    guard callbacks.count < Self.listLimit else {
      unlistedCallbacks += 1
      return nil
    }
    var shown: [TypedValue] = []
    for (parameter, value) in zip(function.parameterTypes, arguments) {
      shown.append(TypedValue(type: parameter.type, value: try withText(value, parameter.type)))
    }
    callbacks.append(CallbackReport(name: function.name, arguments: shown, result: nil))
    return callbacks.count - 1
  }
}

extension ConsoleFunction {
  fileprivate func arguments(_ callback: ProbeCallback) -> [CValue] {
    zip(decoders, plan?.argumentBytes(of: callback) ?? callback.arguments).map { $0($1) }
  }

  fileprivate func bytes(of value: CValue) -> [UInt8] {
    if case .void = value { return [] }
    let bytes = header.bytes(of: value, as: type.result.type) ?? []
    return plan?.fitted(bytes) ?? bytes
  }
}
