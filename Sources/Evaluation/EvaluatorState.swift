import CLanguage
import Marshalling

/// What statements leave behind: after one that did not return, all of it is as before.
struct EvaluatorState {
  /// What is declared: for the library, and by statements.
  var header: CHeader
  var variables: [String: Variable] = [:]
  var functions: [String: ConsoleFunction] = [:]
  /// String literals that have a place, by content.
  var literals: [LiteralKey: StaticPlace] = [:]
  /// The values of earlier statements: `_1` is the first.
  var results: [Result] = []
  /// Addresses of symbols that were asked for already.
  var addresses: [String: UInt64] = [:]
  /// `errno` after the last call.
  var lastErrno: Int32 = 0
  /// Functions of the console, by the numbers that the probe knows them by.
  var callbacks: [UInt32: ConsoleFunction] = [:]
  var callbackCount: UInt32 = 0
  /// The memory of locals that have an address.
  var stackStart: UInt64?

  struct Variable {
    var type: CQualifiedType
    var place: StaticPlace
  }

  struct Result {
    var type: CType
    var value: CValue
  }

  struct LiteralKey: Hashable {
    var bytes: [UInt8]
    var alignment: Int
  }
}

/// A function written in C at the console.
final class ConsoleFunction {
  let name: String
  let type: CFunctionType
  /// Names of the types are found here.
  let header: CHeader
  /// The place of the name.
  let nameRange: CSourceRange
  /// The text that places in it count in.
  var source = ""
  /// Arrays and functions as the pointers that they are passed as.
  let parameterTypes: [CQualifiedType]
  /// The bytes of an argument to its value, for each parameter.
  var decoders: [([UInt8]) -> CValue] = []
  var layout = FrameLayout()
  /// Puts an argument where the body looks for it.
  var parameters: [(Machine, CValue) throws(Stop) -> Void] = []
  var body: Execute = { _ in .next }
  /// How the library's machine values become arguments and back.
  var plan: CallbackPlan?
  /// Where the library can call it.
  let place = StaticPlace()

  init(_ definition: CFunctionDefinition, header: CHeader) {
    name = definition.name
    type = definition.type
    nameRange = definition.nameRange
    self.header = header
    parameterTypes = definition.type.parameters.map { header.adjustedParameter($0.type) }
  }

  /// Runs the body.
  func call(
    _ machine: Machine, _ arguments: [CValue], at range: CSourceRange
  ) throws(Stop) -> CValue {
    do {
      return try run(machine, arguments, at: range)
    } catch {
      if case .failed = error, machine.failedIn == nil { machine.failedIn = self }
      throw error
    }
  }

  private func run(
    _ machine: Machine, _ arguments: [CValue], at range: CSourceRange
  ) throws(Stop) -> CValue {
    try machine.step()
    return try machine.enter(layout, at: range) { () throws(Stop) in
      for (parameter, argument) in zip(parameters, arguments) { try parameter(machine, argument) }
      machine.returnValue = .void
      _ = try body(machine)
      let result = machine.returnValue
      machine.returnValue = .void
      return result
    }
  }
}
