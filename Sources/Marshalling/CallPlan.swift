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
  /// Where each argument travels, and the result.
  package var layout: CallLayout
  /// The types of the arguments as they are passed, those behind `...` promoted.
  package var argumentTypes: [CType]

  /// Checks the arguments against the function's type and lays them out.
  ///
  /// - Parameters:
  ///   - name: the function as the user calls it, for messages.
  ///   - type: of the function.
  ///   - arguments: in order, each with its place.
  ///   - range: the place of the whole call, blamed when arguments are missing.
  ///   - header: where the types' names are declared.
  ///   - hidden: how many arguments at the front the call does not spell out; messages do not count
  ///     them.
  /// - Throws: what is wrong, at the argument that is wrong.
  package init(
    name: String, type: CFunctionType, arguments: [PlacedArgument], range: CSourceRange,
    header: CHeader, hidden: Int = 0
  ) throws(CDiagnostic) {
    try Self.checkCount(name: name, type: type, arguments: arguments, range: range)
    var passed: [PassedArgument] = []
    var values: [MachineValue] = []
    for (index, argument) in arguments.enumerated() {
      let conversion = ArgumentConversion(
        header: header, function: name, number: index + 1 - hidden)
      if index < type.parameters.count {
        passed.append(try conversion.convert(argument, to: type.parameters[index]))
      } else {
        passed.append(try conversion.promote(argument))
      }
      values.append(try conversion.machineValue(of: passed[index].type, argument.range))
    }
    result = type.result.type
    argumentTypes = passed.map(\.type)
    layout = CallLayout(
      result: try Self.machineResult(of: type, name: name, range: range, header: header),
      arguments: values)
    call = ProbeCall(
      address: 0, result: layout.result.pieces.first ?? .void, arguments: [], fixedCount: nil,
      buffers: [])
    for (index, argument) in passed.enumerated() {
      switch argument.value {
      case .bytes(let bytes):
        let placed = layout.arguments[index]
        call.arguments += zip(placed.pieces, placed.cut(bytes)).map { .value($0, $1) }
      case .buffer(let bytes):
        call.arguments.append(.buffer(UInt32(call.buffers.count)))
        call.buffers.append(bytes)
      }
    }
    if type.isVariadic {
      let fixed = layout.arguments.prefix(type.parameters.count)
      call.fixedCount = UInt32(fixed.reduce(0) { $0 + $1.pieces.count })
    }
  }

  /// The value that a call's result bytes stand for.
  package func value(of bytes: [UInt8], header: CHeader) -> CValue {
    header.value(of: result, in: bytes)
  }

  private static func machineResult(
    of type: CFunctionType, name: String, range: CSourceRange, header: CHeader
  ) throws(CDiagnostic) -> MachineValue {
    do {
      return try header.machineValue(of: type.result.type)
    } catch {
      throw CDiagnostic(
        "cannot take the result of '\(name)', which is '\(CPrinter.brief.text(of: error.type))': "
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
      let missing = CPrinter.brief.text(of: type.parameters[arguments.count])
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

extension ABIType {
  /// Bytes of a value made as many as this type has: an integer is extended, padding is cut.
  func fitted(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.count >= size { return Array(bytes.prefix(size)) }
    let isNegative = self == .sint64 && (bytes.last ?? 0) & 0x80 != 0
    return bytes + [UInt8](repeating: isNegative ? 0xff : 0, count: size - bytes.count)
  }
}
