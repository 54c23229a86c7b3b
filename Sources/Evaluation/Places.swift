import CLanguage
import Marshalling

/// Reading and writing objects.
extension Compiler {
  /// How an object is read and written.
  ///
  /// - Throws: when it is no object.
  func access(_ operand: Operand) throws(CDiagnostic) -> Access {
    let type = resolved(operand.type)
    let range = operand.range
    switch operand.form {
    case .register(let index):
      return Access(
        locate: { _ in 0 }, load: { machine, _ in machine.register(index) },
        store: { machine, _, value in machine.setRegister(index, value) })
    case .errorNumber:
      return Access(
        locate: { _ in 0 },
        load: { machine, _ in .signed(Int128(machine.state.lastErrno)) },
        store: { machine, _, value in
          machine.state.lastErrno = Int32(truncatingIfNeeded: Arithmetic.bits(value))
        })
    case .memory(let locate):
      let size = try layout(of: operand.type, at: range).size
      let decode = decoder(of: type)
      let encode = try encoder(of: type, at: range)
      return Access(
        locate: locate,
        load: { machine, address throws(Stop) in
          decode(try machine.read(address, size, range))
        },
        store: { machine, address, value throws(Stop) in
          try machine.write(encode(value), address, range)
        })
    case .bitField(let locate, let field):
      let header = header
      let plain = type.type
      return Access(
        locate: locate,
        load: { machine, address throws(Stop) in
          header.bitField(
            of: plain, bitOffset: field.offset, width: field.width,
            in: try machine.read(address, field.size, range))
        },
        store: { machine, address, value throws(Stop) in
          let bytes = header.settingBitField(
            bitOffset: field.offset, width: field.width, to: Arithmetic.bits(value),
            in: try machine.read(address, field.size, range))
          try machine.write(bytes, address, range)
        })
    case .value, .function: throw CDiagnostic("this is no object that has a place", range)
    }
  }

  /// Bytes in memory to a value; the common integers without a detour.
  func decoder(of type: CQualifiedType) -> ([UInt8]) -> CValue {
    let header = header
    let plain = type.type
    switch valueClass(of: type) {
    case .integer(let kind):
      let isSigned = header.target.isSigned(kind)
      let width = header.target.width(of: kind)
      guard width <= 64, !header.target.isBigEndian else { break }
      let unused = UInt64(64 - width)
      return { bytes in
        var bits: UInt64 = 0
        for byte in bytes.reversed() { bits = bits << 8 | UInt64(byte) }
        guard isSigned else { return .unsigned(UInt128(bits)) }
        return .signed(Int128(Int64(bitPattern: bits << unused) >> Int64(unused)))
      }
    case .pointer:
      return { bytes in
        var bits: UInt64 = 0
        for byte in bytes.reversed() { bits = bits << 8 | UInt64(byte) }
        return .pointer(bits)
      }
    case .void, .bool, .floating, .complex, .aggregate: break
    }
    return { bytes in header.value(of: plain, in: bytes) }
  }

  /// A value of exactly this type to bytes in memory.
  func encoder(
    of type: CQualifiedType, at range: CSourceRange
  ) throws(CDiagnostic) -> (CValue) -> [UInt8] {
    let header = header
    let plain = type.type
    let size = try layout(of: type, at: range).size
    return { value in
      header.bytes(of: value, as: plain) ?? [UInt8](repeating: 0, count: size)
    }
  }

  // MARK: Values

  /// The operand's value: objects are read, arrays and functions become pointers (C11, section
  /// 6.3.2.1).
  func value(_ operand: Operand) throws(CDiagnostic) -> ValueOperand {
    let range = operand.range
    if case .function(let designator) = operand.form {
      return ValueOperand(
        type: CQualifiedType(.pointer(CQualifiedType(operand.type.type))), valueClass: .pointer,
        evaluate: functionAddress(designator, at: range), range: range)
    }
    let type = CQualifiedType(operand.type.type)
    if case .array(let element, _) = resolved(operand.type).type {
      let pointer = CQualifiedType(.pointer(element.adding(operand.type.qualifiers)))
      let locate = try address(ofArray: operand)
      return ValueOperand(
        type: pointer, valueClass: .pointer,
        evaluate: { machine throws(Stop) in .pointer(try locate(machine)) }, range: range)
    }
    let valueClass = valueClass(of: type)
    if case .value(let evaluate) = operand.form {
      return ValueOperand(
        type: type, valueClass: valueClass, evaluate: evaluate, range: range,
        constant: operand.constant)
    }
    if case .register(let index) = operand.form {
      return ValueOperand(
        type: type, valueClass: valueClass, evaluate: { $0.register(index) }, range: range)
    }
    guard valueClass != .void else {
      return ValueOperand(
        type: type, valueClass: .void, evaluate: { _ in .void }, range: range)
    }
    let access = try access(operand)
    let (locate, load) = (access.locate, access.load)
    return ValueOperand(
      type: type, valueClass: valueClass,
      evaluate: { machine throws(Stop) in try load(machine, try locate(machine)) }, range: range)
  }

  /// Where an array begins; one that is part of a result is put into memory first (C11, section
  /// 6.2.4, paragraph 8).
  private func address(ofArray operand: Operand) throws(CDiagnostic) -> Locate {
    switch operand.form {
    case .memory(let locate): return locate
    case .value(let evaluate):
      let offset = addMemory(try layout(of: operand.type, at: operand.range))
      let range = operand.range
      return { machine throws(Stop) in
        let address = machine.frame + UInt64(offset)
        guard case .aggregate(let bytes) = try evaluate(machine) else { return address }
        try machine.write(bytes, address, range)
        return address
      }
    case .bitField, .register, .errorNumber, .function:
      throw CDiagnostic("this array has no place", operand.range)
    }
  }

  /// A value that is true or false.
  func condition(_ expression: CExpression) throws(CDiagnostic) -> (Machine) throws(Stop) -> Bool {
    let value = try value(of: expression)
    guard value.valueClass.isScalar else {
      throw CDiagnostic(
        "a condition has to be a number or a pointer, not '\(text(of: value.type))'",
        expression.range)
    }
    let evaluate = value.evaluate
    return { machine throws(Stop) in try evaluate(machine).isTrue }
  }

  func value(of expression: CExpression) throws(CDiagnostic) -> ValueOperand {
    try value(try operand(expression))
  }
}
