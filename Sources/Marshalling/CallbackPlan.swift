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
  /// Bytes of each parameter's type.
  private let sizes: [Int]

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
    for parameter in type.parameters.map(\.type.type) + [type.result.type] {
      guard !header.holdsVector(parameter) else {
        throw UnpassableType(parameter, "a callback cannot take or give a vector")
      }
    }
    parameters = type.parameters.map { header.decayed($0.type.type) }
    result = type.result.type
    var values: [MachineValue] = []
    for parameter in parameters { values.append(try header.machineValue(of: parameter)) }
    sizes = values.map(\.size)
    layout = CallLayout(result: try header.machineValue(of: result), arguments: values)
    signature = ProbeSignature(
      result: layout.result.pieces.first ?? .void, parameters: layout.arguments.flatMap(\.pieces))
  }

  /// The bytes of one invocation's arguments, one for each parameter, as many as its type has.
  package func argumentBytes(of callback: ProbeCallback) -> [[UInt8]] {
    var rest = callback.arguments[...]
    return zip(sizes, layout.arguments).map { size, placed in
      let pieces = rest.prefix(placed.pieces.count)
      rest = rest.dropFirst(placed.pieces.count)
      if pieces.count == 1, let bytes = pieces.first, bytes.count == size { return bytes }
      let bytes = pieces.flatMap { $0 }.prefix(size)
      return bytes + [UInt8](repeating: 0, count: size - bytes.count)
    }
  }

  /// The arguments of one invocation, one for each parameter.
  package func arguments(of callback: ProbeCallback, header: CHeader) -> [CValue] {
    zip(parameters, argumentBytes(of: callback)).map { header.value(of: $0, in: $1) }
  }

  /// The bytes of a result, which has to be of the function's type already; nil when it is not.
  package func bytes(ofResult value: CValue, header: CHeader) -> [UInt8]? {
    if layout.result.pieces.isEmpty { return [] }
    return header.bytes(of: value, as: result).map { fitted($0) }
  }

  /// The bytes of a result as the probe wants them.
  package func fitted(_ result: [UInt8]) -> [UInt8] {
    layout.result.pieces.first.map { $0.fitted(result) } ?? []
  }
}

extension CHeader {
  /// It is a vector, or has one in it.
  fileprivate func holdsVector(_ type: CType) -> Bool {
    switch resolved(type) {
    case .vector: true
    case .array(let element, _): holdsVector(element.type)
    case .record(let name):
      definition(of: name)?.members.contains { holdsVector($0.type.type) } ?? false
    case .void, .bool, .integer, .floating, .complex, .bitInt, .pointer, .function, .enumeration,
      .typedef:
      false
    }
  }
}
