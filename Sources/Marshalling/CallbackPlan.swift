package import CLanguage
package import ProbeWire

/// A function that code of the library can call: its machine types, and how its arguments and
/// result become C values.
package struct CallbackPlan: Hashable, Sendable {
  /// What the probe is told.
  package let signature: ProbeSignature
  private let parameters: [CType]
  private let result: CType
  private let layout: CallLayout

  /// Lays out the arguments as a caller would.
  ///
  /// - Parameters:
  ///   - type: of the function.
  ///   - header: where the types' names are declared.
  /// - Throws: the type that cannot be taken, and why.
  package init(type: CFunctionType, header: CHeader) throws(UnpassableType) {
    guard !type.isVariadic else {
      throw UnpassableType(.function(type), "a callback cannot take '...'")
    }
    parameters = type.parameters.map { header.decayed($0.type.type) }
    result = type.result.type
    var values: [MachineValue] = []
    for parameter in parameters { values.append(try header.machineValue(of: parameter)) }
    layout = CallLayout(result: try header.machineValue(of: result), arguments: values)
    signature = ProbeSignature(
      result: layout.result.pieces.first ?? .void, parameters: layout.arguments.flatMap(\.pieces))
  }

  /// The arguments of one invocation, one for each parameter.
  package func arguments(of callback: ProbeCallback, header: CHeader) -> [CValue] {
    var rest = callback.arguments[...]
    return zip(parameters, layout.arguments).map { type, placed in
      let bytes = rest.prefix(placed.pieces.count).flatMap { $0 }
      rest = rest.dropFirst(placed.pieces.count)
      return header.value(of: type, in: bytes)
    }
  }

  /// The bytes of a result, which has to be of the function's type already; nil when it is not.
  package func bytes(ofResult value: CValue, header: CHeader) -> [UInt8]? {
    guard let type = layout.result.pieces.first else { return [] }
    return header.bytes(of: value, as: result).map { type.fitted($0) }
  }
}
