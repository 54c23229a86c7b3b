import CFFI
import CProbe
import Glibc
import ProbeWire

/// One call through libffi.
enum FunctionCall {
  /// Room for a result or an argument: the widest type is 16 bytes, and libffi widens small
  /// integer results to a register.
  private static let slotSize = 16

  /// Calls, whatever comes of it; a crash ends the process in here.
  static func perform(_ call: ProbeCall, scratch: inout ScratchMemory) -> ProbeReply {
    guard let function = UnsafeRawPointer(bitPattern: UInt(call.address)) else {
      return .refused("the function's address is null")
    }
    var addresses: [UInt64] = []
    for buffer in call.buffers {
      guard let place = scratch.place(buffer) else {
        return .refused("no memory for a buffer of \(buffer.count) bytes")
      }
      addresses.append(UInt64(UInt(bitPattern: place)))
    }
    var interface = ffi_cif()
    var types = call.arguments.map { Optional($0.type.descriptor) }
    return types.withUnsafeMutableBufferPointer { types in
      guard prepare(&interface, call, types.baseAddress) == FFI_OK else {
        return .refused("libffi cannot pass these types")
      }
      return enter(&interface, function, call, bufferAddresses: addresses)
    }
  }

  private static func prepare(
    _ interface: inout ffi_cif, _ call: ProbeCall,
    _ types: UnsafeMutablePointer<UnsafeMutablePointer<ffi_type>?>?
  ) -> ffi_status {
    let count = UInt32(call.arguments.count)
    guard let fixedCount = call.fixedCount else {
      return ffi_prep_cif(&interface, cffi_default_abi(), count, call.result.descriptor, types)
    }
    return ffi_prep_cif_var(
      &interface, cffi_default_abi(), fixedCount, count, call.result.descriptor, types)
  }

  private static func enter(
    _ interface: inout ffi_cif, _ function: UnsafeRawPointer, _ call: ProbeCall,
    bufferAddresses: [UInt64]
  ) -> ProbeReply {
    let count = call.arguments.count
    let slots = UnsafeMutableRawPointer.allocate(
      byteCount: slotSize * (count + 1), alignment: slotSize)
    let pointers = UnsafeMutablePointer<UnsafeMutableRawPointer?>.allocate(capacity: count + 1)
    defer {
      slots.deallocate()
      pointers.deallocate()
    }
    slots.initializeMemory(as: UInt8.self, repeating: 0, count: slotSize * (count + 1))
    for (index, argument) in call.arguments.enumerated() {
      let slot = slots + slotSize * (index + 1)
      pointers[index] = slot
      switch argument {
      case .value(_, let bytes): slot.copyMemory(from: bytes, byteCount: bytes.count)
      case .buffer(let number):
        slot.storeBytes(of: bufferAddresses[Int(number)], as: UInt64.self)
      }
    }
    var errand = cprobe_call()
    errand.function = unsafeBitCast(function, to: (@convention(c) () -> Void).self)
    errand.result = slots
    errand.arguments = pointers
    return withUnsafeMutablePointer(to: &interface) { interface in
      errand.cif = interface
      cprobe_call(&errand)
      return reply(to: errand, result: slots, type: call.result)
    }
  }

  private static func reply(
    to errand: cprobe_call, result: UnsafeMutableRawPointer, type: ABIType
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
    return .called(
      CallReply(
        result: Array(bytes), errno: errand.error_number, duration: errand.duration))
  }

  /// A C array of characters as text, up to its zero.
  private static func text<Characters>(_ characters: Characters) -> String {
    withUnsafeBytes(of: characters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}

extension ABIType {
  /// libffi's descriptor of this type.
  fileprivate var descriptor: UnsafeMutablePointer<ffi_type> {
    switch self {
    case .void: cffi_type_void()
    case .uint8: cffi_type_uint8()
    case .sint8: cffi_type_sint8()
    case .uint16: cffi_type_uint16()
    case .sint16: cffi_type_sint16()
    case .uint32: cffi_type_uint32()
    case .sint32: cffi_type_sint32()
    case .uint64: cffi_type_uint64()
    case .sint64: cffi_type_sint64()
    case .float: cffi_type_float()
    case .double: cffi_type_double()
    case .longDouble: cffi_type_longdouble()
    case .pointer: cffi_type_pointer()
    }
  }
}
