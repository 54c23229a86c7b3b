package import CLanguage
package import ProbeWire

/// An argument as evaluated, not yet turned into what the parameter takes.
package enum ArgumentValue: Hashable, Sendable {
  /// A number or a pointer, with its C type.
  case number(CType, CValue)
  /// A string literal: its code units without terminator.
  case text([UInt32], CStringPrefix)
}

/// An argument and its place in the statement, for the caret.
package struct PlacedArgument: Hashable, Sendable {
  package var value: ArgumentValue
  package var range: CSourceRange

  package init(_ value: ArgumentValue, _ range: CSourceRange) {
    self.value = value
    self.range = range
  }
}

/// A call that can be made: every argument checked and in the parameter's own bytes.
package struct CallPlan: Hashable, Sendable {
  /// Complete but for the function's address.
  package var call: ProbeCall
  package var result: CType

  /// Checks the arguments against the function's type and lays them out.
  ///
  /// - Parameters:
  ///   - name: the function as the user calls it, for messages.
  ///   - type: of the function.
  ///   - arguments: in order, each with its place.
  ///   - range: the place of the whole call, blamed when arguments are missing.
  ///   - header: where the types' names are declared.
  /// - Throws: what is wrong, at the argument that is wrong.
  package init(
    name: String, type: CFunctionType, arguments: [PlacedArgument], range: CSourceRange,
    header: CHeader
  ) throws(CDiagnostic) {
    try Self.checkCount(name: name, type: type, arguments: arguments, range: range)
    var prepared: [ProbeArgument] = []
    var buffers: [[UInt8]] = []
    for (index, argument) in arguments.enumerated() {
      let conversion = ArgumentConversion(header: header, function: name, number: index + 1)
      let passed =
        if index < type.parameters.count {
          try conversion.convert(argument, to: type.parameters[index])
        } else {
          try conversion.promote(argument)
        }
      switch passed {
      case .value(let abiType, let value): prepared.append(.value(abiType, abiType.encode(value)))
      case .buffer(let bytes):
        prepared.append(.buffer(UInt32(buffers.count)))
        buffers.append(bytes)
      }
    }
    result = type.result.type
    call = ProbeCall(
      address: 0, result: try Self.resultType(of: type, name: name, range: range, header: header),
      arguments: prepared, fixedCount: type.isVariadic ? UInt32(type.parameters.count) : nil,
      buffers: buffers)
  }

  /// The value that a call's result bytes stand for.
  package func value(of bytes: [UInt8], header: CHeader) -> CValue {
    call.result.decode(bytes, isBool: header.resolved(result) == .bool)
  }

  private static func resultType(
    of type: CFunctionType, name: String, range: CSourceRange, header: CHeader
  ) throws(CDiagnostic) -> ABIType {
    do {
      return try header.abiType(of: type.result.type)
    } catch {
      throw CDiagnostic(
        "cannot take the result of '\(name)', which is '\(CPrinter().text(of: error.type))': "
          + error.reason, range)
    }
  }

  private static func checkCount(
    name: String, type: CFunctionType, arguments: [PlacedArgument], range: CSourceRange
  ) throws(CDiagnostic) {
    let expected = type.parameters.count
    if type.hasUnknownParameters {
      throw CDiagnostic(
        "'\(name)' is declared with (): nothing is known of its parameters; declare them, or "
          + "(void) if it has none", arguments.first?.range ?? range)
    }
    if arguments.count < expected {
      let missing = CPrinter().text(of: type.parameters[arguments.count])
      throw CDiagnostic(
        "'\(name)' takes \(counted(expected, type.isVariadic)), \(arguments.count) given; "
          + "the next is '\(missing)'", range)
    }
    if arguments.count > expected && !type.isVariadic {
      throw CDiagnostic(
        "'\(name)' takes \(counted(expected, false)), \(arguments.count) given",
        arguments[expected].range)
    }
  }

  private static func counted(_ count: Int, _ isVariadic: Bool) -> String {
    let number = count == 0 ? "no arguments" : count == 1 ? "1 argument" : "\(count) arguments"
    return isVariadic ? "at least \(number)" : number
  }
}
