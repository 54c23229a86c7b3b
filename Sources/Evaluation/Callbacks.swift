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
    let signature: ProbeSignature
    do throws(UnpassableType) {
      var parameters: [ABIType] = []
      for parameter in function.type.parameters {
        parameters.append(
          try function.header.abiType(of: function.header.adjustedParameter(parameter.type).type))
      }
      signature = ProbeSignature(
        result: try function.header.abiType(of: function.type.result.type),
        parameters: parameters)
    } catch {
      throw .invalid(
        CDiagnostic(
          "the library could not call '\(function.name)': "
            + "'\(CPrinter(header: function.header).text(of: error.type))': \(error.reason)",
          range))
    }
    state.callbackCount += 1
    let identifier = state.callbackCount
    function.place.address = try Self.onTarget { () throws(TargetFailure) in
      try target.makeCallback(signature, identifier: identifier)
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
      let arguments = function.arguments(callback.arguments)
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
  fileprivate func arguments(_ bytes: [[UInt8]]) -> [CValue] {
    zip(decoders, bytes).map { $0($1) }
  }

  fileprivate func bytes(of value: CValue) -> [UInt8] {
    if case .void = value { return [] }
    return header.bytes(of: value, as: type.result.type) ?? []
  }
}
