import CFFI
import CProbe
import Glibc
import ProbeWire

/// One call through libffi.
enum FunctionCall {
  /// Calls, whatever comes of it; a crash ends the process in here.
  ///
  /// - Parameters:
  ///   - call: what to call, with what.
  ///   - bufferAddresses: where its buffers stand.
  /// - Returns: the result, or what was thrown.
  static func perform(_ call: ProbeCall, bufferAddresses: [UInt64]) -> ProbeReply {
    guard let function = UnsafeRawPointer(bitPattern: UInt(call.address)) else {
      return .refused("the function's address is null")
    }
    let slots = CallSlots(call, bufferAddresses: bufferAddresses)
    if RegisterCall.isNeeded(for: call) { return enterRegisters(function, call, slots) }
    var types = ForeignTypes()
    var interface = ffi_cif()
    guard prepare(&interface, call, &types) == FFI_OK else {
      return .refused("libffi cannot pass these types")
    }
    return withExtendedLifetime(types) { enter(&interface, function, call, slots) }
  }

  private static func prepare(
    _ interface: inout ffi_cif, _ call: ProbeCall, _ types: inout ForeignTypes
  ) -> ffi_status {
    let result = types.descriptor(of: call.result)
    var descriptors: [UnsafeMutablePointer<ffi_type>] = []
    for argument in call.arguments { descriptors.append(types.descriptor(of: argument.type)) }
    let list = types.list(of: descriptors)
    let count = UInt32(descriptors.count)
    guard let fixedCount = call.fixedCount else {
      return ffi_prep_cif(&interface, cffi_default_abi(), count, result, list)
    }
    return ffi_prep_cif_var(&interface, cffi_default_abi(), fixedCount, count, result, list)
  }

  private static func enterRegisters(
    _ function: UnsafeRawPointer, _ call: ProbeCall, _ slots: borrowing CallSlots
  ) -> ProbeReply {
    guard cprobe_has_register_calls() != 0 else {
      return .refused("vectors cannot be passed on this machine")
    }
    let registerCall = RegisterCall(call, slots)
    return registerCall.withRegisters { registers in
      var errand = cprobe_call()
      errand.function = unsafeBitCast(function, to: (@convention(c) () -> Void).self)
      errand.registers = registers
      let samples = run(&errand, call)
      registerCall.storeResult(of: call.result, to: slots.result)
      return reply(to: errand, result: slots.result, type: call.result, samples)
    }
  }

  private static func run(_ errand: inout cprobe_call, _ call: ProbeCall) -> Samples {
    var samples = Samples(of: call.repetitions)
    errand.repetitions = call.repetitions
    errand.group = samples.groupSize
    samples.nanoseconds.withUnsafeMutableBufferPointer { buffer in
      errand.samples = buffer.isEmpty ? nil : buffer.baseAddress
      cprobe_call(&errand)
    }
    return samples
  }

  private static func enter(
    _ interface: inout ffi_cif, _ function: UnsafeRawPointer, _ call: ProbeCall,
    _ slots: borrowing CallSlots
  ) -> ProbeReply {
    var errand = cprobe_call()
    errand.function = unsafeBitCast(function, to: (@convention(c) () -> Void).self)
    errand.result = slots.result
    errand.arguments = slots.arguments
    return withUnsafeMutablePointer(to: &interface) { interface in
      errand.cif = interface
      let samples = run(&errand, call)
      return reply(to: errand, result: slots.result, type: call.result, samples)
    }
  }

  private static func reply(
    to errand: cprobe_call, result: UnsafeMutableRawPointer, type: ABIType,
    _ samples: Samples
  ) -> ProbeReply {
    guard errand.threw == 0 else {
      return .threw(
        ExceptionReply(
          type: text(errand.exception_type),
          what: errand.has_what != 0 ? text(errand.exception_what) : nil,
          errno: errand.error_number, duration: errand.duration))
    }
    // Integers narrower than a register come back widened (ffi_arg); on a little-endian machine
    // the value's own bytes are the first ones.
    let bytes = UnsafeRawBufferPointer(start: result, count: type.size)
    var reply = CallReply(
      result: Array(bytes), errno: errand.error_number, duration: errand.duration)
    reply.repetition = samples.summary
    return .called(reply)
  }

  /// A C array of characters as text, up to its zero.
  private static func text<Characters>(_ characters: Characters) -> String {
    withUnsafeBytes(of: characters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}

/// The times of a call's repetitions.
private struct Samples {
  private static let mostSamples: UInt64 = 10_000

  private let count: UInt64
  let groupSize: UInt64
  /// One for each group; empty for a single call.
  var nanoseconds: [UInt64]

  init(of repetitions: UInt64) {
    count = repetitions
    groupSize = (max(1, repetitions) - 1) / Self.mostSamples + 1
    let groups = repetitions > 1 ? (repetitions - 1) / groupSize + 1 : 0
    nanoseconds = [UInt64](repeating: 0, count: Int(groups))
  }

  /// Nil for a single call.
  var summary: RepeatedCall? {
    guard !nanoseconds.isEmpty else { return nil }
    let lastSize = count - UInt64(nanoseconds.count - 1) * groupSize
    let times = nanoseconds.enumerated().map { index, time in
      let size = index == nanoseconds.count - 1 ? lastSize : groupSize
      return UInt64(Double(time) * 1000 / Double(size))
    }.sorted()
    return RepeatedCall(
      count: count, groupSize: UInt32(clamping: groupSize), minimum: times[0],
      median: times[times.count / 2], percentile99: times[(times.count - 1) * 99 / 100])
  }
}

/// Memory for a call's result and arguments, each at its alignment, and the list that libffi wants.
struct CallSlots: ~Copyable {
  /// libffi widens small integer results to a register.
  private static let smallestSlot = 16

  let result: UnsafeMutableRawPointer
  let arguments: UnsafeMutablePointer<UnsafeMutableRawPointer?>

  init(_ call: ProbeCall, bufferAddresses: [UInt64]) {
    let types = [call.result] + call.arguments.map(\.type)
    var offsets: [Int] = []
    var end = 0
    var strictest = Self.smallestSlot
    for type in types {
      let alignment = max(Self.smallestSlot, type.alignment)
      strictest = max(strictest, alignment)
      end = (end + alignment - 1) & -alignment
      offsets.append(end)
      end += max(Self.smallestSlot, type.size)
    }
    result = .allocate(byteCount: end, alignment: strictest)
    result.initializeMemory(as: UInt8.self, repeating: 0, count: end)
    arguments = .allocate(capacity: types.count)
    for (index, argument) in call.arguments.enumerated() {
      let slot = result + offsets[index + 1]
      (arguments + index).initialize(to: slot)
      switch argument {
      case .value(_, let bytes): slot.copyMemory(from: bytes, byteCount: bytes.count)
      case .buffer(let number):
        slot.storeBytes(of: bufferAddresses[Int(number)], as: UInt64.self)
      }
    }
  }

  deinit {
    result.deallocate()
    arguments.deallocate()
  }
}
