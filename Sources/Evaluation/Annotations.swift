import CLanguage
import Marshalling

/// What the annotations of a function make of a call: buffers that need not be given, what is
/// shown of those that are, and how the outcome is to be taken.
struct CallAnnotations {
  /// A parameter through which bytes come back.
  struct Output {
    var index: Int
    var name: String
    /// Of what it points to.
    var element: CQualifiedType
    var elementSize: Int
    /// Bytes that are there, before the call and after it.
    var size: Evaluate?
    /// It is shown as characters up to a zero.
    var isString: Bool
    /// It was not given: it is allocated, and comes into being with the call.
    var isOmitted: Bool
  }

  var outputs: [Output] = []
  /// Where the expressions look for each parameter, and for the result.
  var registers: [Int] = []
  var resultRegister: Int?
  var success: Evaluate?
  var error: (type: CType, evaluate: Evaluate)?
  /// The result is text, whatever its bytes are called.
  var isTextResult = false
  var release: String?

  var isEmpty: Bool {
    outputs.isEmpty && success == nil && error == nil && !isTextResult && release == nil
  }
}

extension Compiler {
  /// The annotations of a declared function, ready for a call with so many arguments.
  ///
  /// - Returns: nil when there are none.
  func callAnnotations(
    of name: String, _ type: CFunctionType, given: Int
  ) throws(CDiagnostic) -> CallAnnotations? {
    guard let declaration = header.function(named: name) else { return nil }
    let said = header.annotations(of: declaration).annotations
    var result = CallAnnotations()
    let outputs = said.parameters.indices.filter { said.parameters[$0].direction == .output }
    let missing = type.parameters.count - given
    let isOmitting = missing > 0 && missing == outputs.count && !type.isVariadic
    scopes.append([:])
    defer { scopes.removeLast() }
    for parameter in type.parameters {
      let local = annotated(header.adjustedParameter(parameter.type), named: parameter.name)
      result.registers.append(local)
    }
    for (index, parameter) in type.parameters.enumerated() {
      let annotation = said.parameters[index]
      guard annotation.direction == .output || annotation.direction == .both,
        let element = pointee(header.adjustedParameter(parameter.type))
      else { continue }
      let isOmitted = isOmitting && annotation.direction == .output
      let unit = (try? header.layout(of: element.type).size) ?? (isOmitted ? 1 : 0)
      guard unit > 0 else { continue }
      result.outputs.append(
        CallAnnotations.Output(
          index: index, name: parameter.name ?? "argument \(index + 1)", element: element,
          elementSize: unit,
          size: try size(annotation, unit: unit) ?? declaredSize(of: parameter, unit: unit),
          isString: annotation.isString, isOmitted: isOmitted))
    }
    try takeResult(said, type, into: &result)
    return result.isEmpty ? nil : result
  }

  private func takeResult(
    _ said: FunctionAnnotations, _ type: CFunctionType, into result: inout CallAnnotations
  ) throws(CDiagnostic) {
    result.isTextResult = said.result.isString
    result.release = said.result.release
    guard said.success != nil || said.error != nil else { return }
    if valueClass(of: type.result) != .void, valueClass(of: type.result).isScalar {
      result.resultRegister = annotated(CQualifiedType(type.result.type), named: "result")
    }
    if let success = said.success { result.success = try value(of: success).evaluate }
    if let error = said.error {
      let message = try value(of: error)
      result.error = (message.type.type, message.evaluate)
    }
  }

  /// A register that an annotation's expression can name.
  private func annotated(_ type: CQualifiedType, named name: String?) -> Int {
    let register = addRegister(type)
    if let name {
      scopes[scopes.count - 1][name] = Local(
        type: type, place: .register(register), declaration: -1000 - register)
    }
    return register
  }

  /// Bytes of an array whose length the declaration tells: `int fds[2]`.
  private func declaredSize(of parameter: CParameter, unit: Int) -> Evaluate? {
    guard case .array(_, let count?) = resolved(parameter.type).type, count > 1 else { return nil }
    let bytes = Int128(count) * Int128(unit)
    return { _ in .signed(bytes) }
  }

  private func size(
    _ annotation: ValueAnnotations, unit: Int
  ) throws(CDiagnostic) -> Evaluate? {
    if let bytes = annotation.bytes { return try value(of: bytes).evaluate }
    guard let count = annotation.count else { return nil }
    let evaluate = try value(of: count).evaluate
    return { machine throws(Stop) in
      .signed(Arithmetic.bits(try evaluate(machine)) &* Int128(unit))
    }
  }
}

extension Machine {
  /// Bytes of one buffer that is allocated for a call.
  private static let bufferLimit = 64 << 20
  /// Buffers that one report shows.
  private static let outputLimit = 64
  /// Bytes of one buffer that are shown.
  private static let shownLimit = 1 << 16

  /// Gives the expressions their parameters, and the call the buffers that were left out.
  func fill(
    _ values: inout [CValue], for annotations: CallAnnotations, at range: CSourceRange
  ) throws(Stop) {
    for (register, value) in zip(annotations.registers, values) { setRegister(register, value) }
    for output in annotations.outputs where output.isOmitted {
      let size = try output.size.map { (size) throws(Stop) in
        Arithmetic.bits(try size(self))
      }
      let wanted = size ?? Int128(output.elementSize)
      guard wanted >= 0, wanted <= Int128(Self.bufferLimit) else {
        throw .failed(
          CDiagnostic("'\(output.name)' would need a buffer of \(wanted) bytes", range))
      }
      let address = try Self.onTarget { () throws(TargetFailure) in
        try target.allocate(size: Int(wanted), alignment: 16, name: output.name)
      }
      values[output.index] = .pointer(address)
      setRegister(annotations.registers[output.index], .pointer(address))
      bufferSizes[address] = Int(wanted)
    }
  }

  /// What the buffers hold after the call, and whether it succeeded.
  func take(
    _ annotations: CallAnnotations, _ values: [CValue], _ result: CValue
  ) throws(Stop) {
    guard nesting == 0 else { return }
    for output in annotations.outputs where outputs.count < Self.outputLimit {
      let found = try told { () throws(Stop) in try shown(output, values[output.index]) }
      if case .some(.some(let shown)) = found {
        outputs.append(NamedValue(name: output.name, type: shown.type, value: shown.value))
      }
    }
    if let register = annotations.resultRegister { setRegister(register, result) }
    release = annotations.release
    guard let success = annotations.success else { return }
    guard let isFine = try told({ () throws(Stop) in try success(self).isTrue }) else { return }
    verdict = CallVerdict(isSuccess: isFine, message: nil)
    if !isFine, let error = annotations.error {
      let errno = state.lastErrno
      let text = try told { () throws(Stop) in try withText(error.evaluate(self), error.type) }
      if case .string(_, .units(let units, _))? = text {
        verdict?.message = String(
          decoding: units.map { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self)
      }
      state.lastErrno = errno
    }
  }

  /// What an annotation tells once the call was made; nil when it cannot be found out, as where it
  /// reads through an argument that was null: the call is what it is.
  private func told<Value>(_ tell: () throws(Stop) -> Value) throws(Stop) -> Value? {
    do throws(Stop) { return try tell() } catch {
      guard case .failed = error else { throw error }
      return nil
    }
  }

  private func shown(
    _ output: CallAnnotations.Output, _ pointer: CValue
  ) throws(Stop) -> TypedValue? {
    let address = UInt64(truncatingIfNeeded: Arithmetic.bits(pointer))
    guard address != 0 else { return nil }
    if output.isString {
      let type = CType.pointer(CQualifiedType(.integer(.char)))
      return TypedValue(
        type: type,
        value: .string(
          address,
          try Self.onTarget { () throws(TargetFailure) in
            try target.text(at: address, unitSize: 1)
          }))
    }
    var size = output.elementSize
    if let evaluate = output.size {
      size = Int(clamping: max(0, Arithmetic.bits(try evaluate(self))))
    }
    if let allocated = bufferSizes[address] { size = min(size, allocated) }
    size = min(size, Self.shownLimit)
    let count = size / output.elementSize
    guard let bytes = try? target.read(at: address, count: count * output.elementSize) else {
      return nil
    }
    let element =
      state.header.resolved(output.element.type) == .void
      ? CQualifiedType(.integer(.unsignedChar)) : CQualifiedType(output.element.type)
    guard output.size != nil else {
      return TypedValue(type: element.type, value: state.header.value(of: element.type, in: bytes))
    }
    return TypedValue(type: .array(element, count: count), value: .aggregate(bytes))
  }
}
