import CLanguage

/// Members, elements and compound literals.
extension Compiler {
  func member(
    _ base: CExpression, _ name: String, throughPointer: Bool, _ range: CSourceRange
  ) throws(CDiagnostic) -> Operand {
    let record: Operand
    if throughPointer {
      let pointer = try value(of: base)
      guard let pointee = pointee(pointer.type) else {
        throw CDiagnostic(
          "'->' wants a pointer, not '\(text(of: pointer.type))'"
            + (valueClass(of: pointer.type) == .aggregate ? "; write '.'" : ""), base.range)
      }
      record = object(pointee, at: pointer.evaluate, base.range)
    } else {
      record = try operand(base)
    }
    guard let place = header.member(name, of: record.type.type) else {
      throw noSuchMember(name, of: record, range)
    }
    let type = place.type.adding(resolved(record.type).qualifiers)
    let bytes = UInt64(place.bitOffset / 8)
    let field = place.bitWidth.map { Operand.BitField(offset: place.bitOffset % 8, width: $0) }
    switch record.form {
    case .memory(let locate):
      let inner: Locate = { machine throws(Stop) in try locate(machine) &+ bytes }
      if let field { return Operand(type, .bitField(inner, field), range) }
      return Operand(type, .memory(inner), range)
    case .value(let evaluate):
      return Operand(
        CQualifiedType(place.type.type),
        .value(part(of: evaluate, place, at: Int(bytes), field)), range)
    case .bitField, .register, .errorNumber, .function:
      throw CDiagnostic("this is no struct", base.range)
    }
  }

  private func noSuchMember(
    _ name: String, of record: Operand, _ range: CSourceRange
  ) -> CDiagnostic {
    let found = resolved(record.type)
    if case .pointer(let pointee) = found.type, header.member(name, of: pointee.type) != nil {
      return CDiagnostic("this is a pointer to a struct; write '->\(name)'", range)
    }
    guard case .record(let name) = found.type else {
      return CDiagnostic("'\(text(of: record.type))' is no struct or union", range)
    }
    guard let definition = header.definition(of: name) else {
      return CDiagnostic(
        "'\(text(of: record.type))' is declared, but its members are not known", range)
    }
    let names = definition.members.compactMap(\.name).prefix(12).joined(separator: ", ")
    return CDiagnostic(
      "'\(text(of: record.type))' has no such member; it has \(names)", range)
  }

  /// A member of a struct that is a value without a place.
  private func part(
    of evaluate: @escaping Evaluate, _ place: CMemberPlace, at offset: Int,
    _ field: Operand.BitField?
  ) -> Evaluate {
    let header = header
    let type = resolved(place.type).type
    return { machine throws(Stop) in
      guard case .aggregate(let bytes) = try evaluate(machine) else { return .void }
      let own = bytes.dropFirst(offset)
      guard let field else { return header.value(of: type, in: own) }
      return header.bitField(of: type, bitOffset: field.offset, width: field.width, in: own)
    }
  }

  /// `a[i]`, which is `*(a + i)`.
  func element(
    _ base: CExpression, _ index: CExpression, _ range: CSourceRange
  ) throws(CDiagnostic) -> Operand {
    var pointer = try value(of: base)
    var position = try value(of: index)
    if position.valueClass == .pointer { swap(&pointer, &position) }
    guard let pointee = pointee(pointer.type) else {
      throw CDiagnostic(
        "'[]' wants an array or a pointer, not '\(text(of: pointer.type))'", base.range)
    }
    guard position.valueClass.isInteger else {
      throw CDiagnostic(
        "an index has to be an integer, not '\(text(of: position.type))'", index.range)
    }
    let move = try movement(of: pointer.type, .add, position.valueClass, range)
    let (first, second) = (pointer.evaluate, position.evaluate)
    return object(
      pointee,
      at: { machine throws(Stop) in
        let address = try first(machine)
        return move(address, try second(machine))
      }, range)
  }

  /// `(type){ … }`: outside of functions it lives as long as the session, in a function as long
  /// as its call.
  func compoundLiteral(
    _ type: CQualifiedType, _ initializer: CInitializer, _ range: CSourceRange
  ) throws(CDiagnostic) -> Operand {
    let layout = try layout(of: type, at: range)
    guard !isUnevaluated else { return Operand(type, .memory { _ in 0 }, range) }
    let locate: Locate
    if resultType == nil {
      let place = addPlace(layout, named: "(\(text(of: type))){…}")
      locate = { _ in place.address }
    } else {
      let offset = addMemory(layout)
      locate = { $0.frame + UInt64(offset) }
    }
    let fill = try initialization(of: type, initializer, range)
    return Operand(
      type,
      .memory { machine throws(Stop) in
        let address = try locate(machine)
        try fill(machine, address)
        return address
      }, range)
  }

  // MARK: Initializers

  /// Writes an object's first value (C11, section 6.7.9).
  func initialization(
    of type: CQualifiedType, _ initializer: CInitializer, _ range: CSourceRange
  ) throws(CDiagnostic) -> (Machine, UInt64) throws(Stop) -> Void {
    let size = try layout(of: type, at: range).size
    let plan = try CInitializerPlan(type, initializer, in: header, at: range)
    var steps: [(Machine, inout [UInt8]) throws(Stop) -> Void] = []
    for item in plan.items { steps.append(try step(item)) }
    return { machine, address throws(Stop) in
      var bytes = [UInt8](repeating: 0, count: size)
      for step in steps { try step(machine, &bytes) }
      try machine.write(bytes, address, range)
    }
  }

  private func step(
    _ item: CInitializerPlan.Item
  ) throws(CDiagnostic) -> (Machine, inout [UInt8]) throws(Stop) -> Void {
    let offset = item.offset
    switch item.content {
    case .zero:
      let size = try layout(of: item.type, at: item.range).size
      return { _, bytes in
        for index in offset..<min(offset + size, bytes.count) { bytes[index] = 0 }
      }
    case .text(let units, let prefix):
      let size = try layout(of: item.type, at: item.range).size
      let text = Self.bytes(of: units, prefix).prefix(size)
      return { _, bytes in
        for (index, byte) in text.enumerated() where offset + index < bytes.count {
          bytes[offset + index] = byte
        }
      }
    case .value(let expression):
      let value = try value(of: expression)
      let plain = CQualifiedType(item.type.type)
      let convert = try assigned(value, to: plain, "this", item.bits?.width)
      if let bits = item.bits {
        let header = header
        return { machine, bytes throws(Stop) in
          let number = Arithmetic.bits(try convert(machine))
          bytes = header.settingBitField(
            bitOffset: offset * 8 + bits.offset, width: bits.width, to: number, in: bytes)
        }
      }
      let encode = try encoder(of: resolved(plain), at: item.range)
      return { machine, bytes throws(Stop) in
        for (index, byte) in encode(try convert(machine)).enumerated()
        where offset + index < bytes.count {
          bytes[offset + index] = byte
        }
      }
    }
  }
}
