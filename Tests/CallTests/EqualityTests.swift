import CLanguage
import Foundation
import Marshalling
import ProbeHost
import ProbeWire
import TestSupport
import Testing

/// Calls of functions with random signatures: what gcc's callee sees is what was given.
///
/// `SONDE_SIGNATURES` says how many are called (300 otherwise), those that are refused come on top;
/// `SONDE_SEED` says with which numbers.
@Suite struct EqualityTests {
  @Test func `random signatures agree with the compiler to the bit`() throws {
    let environment = ProcessInfo.processInfo.environment
    let count = environment["SONDE_SIGNATURES"].flatMap { Int($0) } ?? 300
    var random = RandomNumbers(seed: environment["SONDE_SEED"].flatMap { UInt64($0) } ?? 1)
    let compiler = environment["SONDE_CC"] ?? "/usr/bin/cc"
    var refusals: [String: Int] = [:]
    var called = 0
    var made = 0
    while called < count, made < 2 * count {
      let batch = made..<made + min(100, count - called)
      made = batch.upperBound
      let signatures = batch.map {
        RandomSignature(number: $0, from: &random)
      }
      let folder = try ScratchFolder()
      let level = random.pick(["-O0", "-O1", "-O2"])
      let library = try folder.compile(
        Self.prelude + signatures.map(\.source).joined(), as: "random.so",
        ["-shared", "-fPIC", "-w", level], compiler: compiler)
      var probe = try ForeignLibrary(library)
      for signature in signatures {
        var check = SignatureCheck(signature: signature, probe: probe)
        do {
          try check.run(&random)
          called += 1
        } catch let refusal as SignatureCheck.Refused {
          refusals[refusal.reason, default: 0] += 1
        } catch {
          Issue.record("\(error)\n\(signature.types)\(signature.declarator)")
          probe = try ForeignLibrary(library)
        }
        for difference in check.differences {
          Issue.record("\(difference)\n\(signature.types)\(signature.declarator)")
        }
      }
    }
    print("\(called) of \(made) signatures called, refused: \(refusals)")
    #expect(made < count * 10 / 9)
  }

  static let prelude = """
    #include <stdarg.h>
    #include <string.h>
    \(common)

    """

  /// What both the compiler and the profile are told.
  static let common = """
    enum e { e_zero, e_seven = 7 };
    typedef float float4 __attribute__((vector_size(16)));
    typedef double double2 __attribute__((vector_size(16)));
    typedef int int4 __attribute__((vector_size(16)));
    typedef float float2 __attribute__((vector_size(8)));

    """
}

/// One signature, called once.
struct SignatureCheck {
  let signature: RandomSignature
  let probe: ForeignLibrary
  private(set) var differences: [String] = []

  /// Sonde said that it cannot.
  struct Refused: Error {
    var reason: String
  }

  init(signature: RandomSignature, probe: ForeignLibrary) {
    self.signature = signature
    self.probe = probe
  }

  mutating func run(_ random: inout RandomNumbers) throws {
    var header = CHeader()
    let text = "\(EqualityTests.common)\(signature.types)\(signature.declarator);"
    let problems = header.declare(text)
    guard problems.isEmpty, case .function(let type)? = header.function(named: signature.name)?.kind
    else {
      differences.append("cannot read the declarations: \(problems)")
      return
    }
    let types = try signature.arguments.map { try Self.type($0, in: header) }
    try compareSizes(types, header)
    // gcc 12 reads what its own callers pass there with instructions that want it aligned to 16.
    for type in types.dropFirst(signature.parameters.count) {
      if case .record = type, let layout = try? header.layout(of: type), layout.alignment > 8,
        layout.size <= 16
      {
        throw Refused(reason: "va_arg of gcc dies of it")
      }
    }
    var values = types.map { header.randomBytes(of: $0, &random) }
    let result = header.randomBytes(of: type.result.type, &random)
    try probe.write(result, to: "result_\(signature.number)")
    let callback = try prepareCallback(header, &random)
    if let callback, let index = signature.callback?.index {
      values[index] = [callback.address].bytes
    }
    let plan = try plan(type, types, values, header)
    let bytes = try probe.call(signature.name, plan)
    if let callback, let index = signature.callback?.index {
      try compare(callback, header)
      values[index] = []
    }
    let got = try probe.read(
      "got_\(signature.number)", count: max(1, values.count) * RandomSignature.slot)
    for (index, value) in values.enumerated() where index != signature.callback?.index {
      let seen = Array(
        got[index * RandomSignature.slot..<index * RandomSignature.slot + value.count])
      note(
        "argument \(index + 1), \(signature.arguments[index])", value, seen,
        header.significantBits(of: types[index]))
    }
    guard type.result.type != .void else { return }
    let returned = header.bytes(of: plan.value(of: bytes, header: header), as: type.result.type)
    note("result", result, returned ?? [], header.significantBits(of: type.result.type))
  }

  static func type(_ text: String, in header: CHeader) throws -> CType {
    try CParser.parseTypeName(text, in: header).type
  }

  private func plan(
    _ type: CFunctionType, _ types: [CType], _ values: [[UInt8]], _ header: CHeader
  ) throws -> CallPlan {
    let range = try CParser.parseExpression("0", in: header).range
    let arguments = zip(types, values).map { type, bytes in
      PlacedArgument(.number(type, header.value(of: type, in: bytes)), range)
    }
    do {
      return try CallPlan(
        name: signature.name, type: type, arguments: arguments, range: range, header: header)
    } catch {
      throw Refused(reason: error.message.split(separator: ": ").last.map(String.init) ?? "")
    }
  }

  private mutating func compareSizes(_ types: [CType], _ header: CHeader) throws {
    let sizes = try probe.read("sizes_\(signature.number)", count: types.count * 16)
    for (index, type) in types.enumerated() {
      let size = Array(sizes[index * 16..<index * 16 + 8]).uint64
      if let own = (try? header.layout(of: type))?.size, own != Int(size) {
        differences.append("size of \(signature.arguments[index]): \(own), gcc has \(size)")
      }
    }
  }

  private mutating func note(
    _ what: String, _ expected: [UInt8], _ seen: [UInt8], _ mask: [UInt8]
  ) {
    if seen.count >= mask.count, areEqual(expected, seen, under: mask) { return }
    differences.append("\(what): given \(expected), seen \(seen)")
  }
}

// MARK: - Callbacks

extension SignatureCheck {
  struct Prepared {
    var address: UInt64
    var types: [CType]
    var sent: [[UInt8]]
    var resultType: CType
    var result: [UInt8]
    var plan: CallbackPlan
  }

  private func prepareCallback(
    _ header: CHeader, _ random: inout RandomNumbers
  ) throws -> Prepared? {
    guard let callback = signature.callback else { return nil }
    guard
      case .pointer(let pointee) = header.resolved(.typedef("callback_\(signature.number)")),
      case .function(let type) = header.resolved(pointee.type)
    else { return nil }
    let types = try callback.parameters.map { try Self.type($0, in: header) }
    let plan: CallbackPlan
    do { plan = try CallbackPlan(type: type, header: header) } catch {
      throw Refused(reason: "callback: \(error.reason)")
    }
    var sent: [[UInt8]] = []
    for (index, type) in types.enumerated() {
      sent.append(header.randomBytes(of: type, &random))
      try probe.write(
        sent[index], to: "sent_\(signature.number)", offset: index * RandomSignature.slot)
    }
    let result = header.randomBytes(of: type.result.type, &random)
    let value = header.value(of: type.result.type, in: result)
    let address = try probe.makeCallback(
      plan, result: plan.bytes(ofResult: value, header: header) ?? [])
    return Prepared(
      address: address, types: types, sent: sent, resultType: type.result.type, result: result,
      plan: plan)
  }

  private mutating func compare(_ callback: Prepared, _ header: CHeader) throws {
    guard let invocation = probe.lastInvocation else {
      differences.append("the callback was not called")
      return
    }
    let values = callback.plan.arguments(of: invocation, header: header)
    for (index, type) in callback.types.enumerated() {
      let seen = header.bytes(of: values[index], as: type) ?? []
      note(
        "callback's argument \(index + 1)", callback.sent[index], seen,
        header.significantBits(of: type))
    }
    let given = try probe.read("given_\(signature.number)", count: RandomSignature.slot)
    note(
      "callback's result", callback.result, given, header.significantBits(of: callback.resultType))
  }
}
