import CFFI
import CProbe
import Glibc
import ProbeWire

/// A function made at run time that asks the front for its result (libffi's closures).
///
/// It is never freed: the library may keep its address for as long as the process lives.
final class Closure: @unchecked Sendable {
  private let identifier: UInt32
  private let signature: ProbeSignature
  private unowned let loop: ProbeLoop
  /// libffi reads these whenever the closure is called.
  private let types: ForeignTypes
  private let interface = UnsafeMutablePointer<ffi_cif>.allocate(capacity: 1)
  private let resultType: UnsafeMutablePointer<ffi_type>
  private let parameterTypes: UnsafeMutablePointer<UnsafeMutablePointer<ffi_type>?>

  private init(identifier: UInt32, _ signature: ProbeSignature, for loop: ProbeLoop) {
    self.identifier = identifier
    self.signature = signature
    self.loop = loop
    var types = ForeignTypes()
    resultType = types.descriptor(of: signature.result)
    var parameters: [UnsafeMutablePointer<ffi_type>] = []
    for parameter in signature.parameters { parameters.append(types.descriptor(of: parameter)) }
    parameterTypes = types.list(of: parameters)
    self.types = types
    interface.initialize(to: ffi_cif())
  }

  deinit { interface.deallocate() }

  /// Makes one.
  ///
  /// - Returns: its address, or why it cannot be made.
  static func make(
    identifier: UInt32, _ signature: ProbeSignature, for loop: ProbeLoop
  ) -> ProbeReply {
    guard !([signature.result] + signature.parameters).contains(where: \.holdsVector) else {
      return .refused("libffi cannot take a vector in a callback")
    }
    let closure = Closure(identifier: identifier, signature, for: loop)
    let count = UInt32(signature.parameters.count)
    guard
      ffi_prep_cif(
        closure.interface, cffi_default_abi(), count, closure.resultType, closure.parameterTypes)
        == FFI_OK
    else { return .refused("libffi cannot take these types") }
    var code: UnsafeMutableRawPointer?
    guard let memory = ffi_closure_alloc(MemoryLayout<ffi_closure>.size, &code), let code else {
      return .refused("libffi has no memory for a closure")
    }
    let context = Unmanaged.passRetained(closure).toOpaque()
    let status = ffi_prep_closure_loc(
      memory.assumingMemoryBound(to: ffi_closure.self), closure.interface, enterClosure, context,
      code)
    guard status == FFI_OK else { return .refused("libffi cannot make a closure of these types") }
    return .allocated(address: UInt64(UInt(bitPattern: code)))
  }

  fileprivate func run(
    _ arguments: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ result: UnsafeMutableRawPointer?
  ) {
    let bytes = signature.parameters.enumerated().map { index, type in
      Array(UnsafeRawBufferPointer(start: arguments?[index], count: type.size))
    }
    let given = loop.callBack(identifier, bytes)
    guard let result, signature.result != .void else { return }
    let widened = Self.widened(given, signature.result)
    result.copyMemory(from: widened, byteCount: widened.count)
  }

  /// libffi wants integers narrower than a register as wide as one (`ffi_arg`).
  private static func widened(_ bytes: [UInt8], _ type: ABIType) -> [UInt8] {
    let exact = Array(bytes.prefix(type.size))
    let padded = exact + [UInt8](repeating: 0, count: type.size - exact.count)
    switch type {
    case .uint8, .uint16, .uint32: return padded + [UInt8](repeating: 0, count: 8 - type.size)
    case .sint8, .sint16, .sint32:
      let isNegative = padded[type.size - 1] & 0x80 != 0
      return padded + [UInt8](repeating: isNegative ? 0xff : 0, count: 8 - type.size)
    case .void, .uint64, .sint64, .float, .double, .longDouble, .pointer, .complexLongDouble,
      .vector, .aggregate:
      return padded
    }
  }
}

/// What libffi calls; the callback must not show in the caller's `errno`.
private func enterClosure(
  _ interface: UnsafeMutablePointer<ffi_cif>?, _ result: UnsafeMutableRawPointer?,
  _ arguments: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ context: UnsafeMutableRawPointer?
) {
  let number = errno
  guard let context else { return }
  // What the probe allocates in here is its own, not the library's.
  cprobe_end_called_code()
  Unmanaged<Closure>.fromOpaque(context).takeUnretainedValue().run(arguments, result)
  cprobe_begin_called_code()
  errno = number
}
