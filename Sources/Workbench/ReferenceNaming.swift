internal import Disassembly
internal import ELFModel
internal import ELFReader

/// Says by name what the instructions of one function refer to.
struct ReferenceNaming {
  private let code: LibraryCode
  private let function: FoundFunction
  /// In an object file, what the linker will fill in, by the offset of the bytes it fills.
  private var relocations: [UInt64: Relocation] = [:]

  init(_ code: LibraryCode, _ function: FoundFunction) {
    self.code = code
    self.function = function
    guard code.contents.header.isRelocatable else { return }
    var found: [UInt64: Relocation] = [:]
    code.contents.visitRelocations { relocation in
      guard relocation.section == function.section, found.count < Self.mostRelocations else {
        return
      }
      found[relocation.address] = relocation
    }
    relocations = found
  }

  private static let mostRelocations = 1 << 20

  func line(_ instruction: Instruction) -> CodeListing.Line {
    var line = CodeListing.Line(instruction: instruction)
    if code.contents.header.isRelocatable {
      line.place = linked(instruction) ?? instruction.target.flatMap { own($0) }
      return line
    }
    if let target = instruction.target {
      line.place = place(ofTarget: target)
    } else if let reference = instruction.reference {
      line.place = place(of: reference, instruction)
      line.text = text(at: reference, instruction)
    }
    return line
  }

  /// A branch within the function by its distance from the start; into others by their names.
  private func place(ofTarget target: UInt64) -> CodePlace? {
    let address = code.contents.machine.codeAddress(target)
    return own(address) ?? code.place(ofCode: address)
  }

  /// A place in the function itself, under the name that was asked for.
  private func own(_ address: UInt64) -> CodePlace? {
    guard address >= function.address, address - function.address < max(function.size, 1)
    else { return nil }
    return CodePlace(kind: .function, name: function.name, offset: address - function.address)
  }

  private func place(
    of reference: Instruction.Reference, _ instruction: Instruction
  ) -> CodePlace? {
    if reference.isAccess,
      let place = code.slots.place(ofSlot: reference.address, code.names)
    {
      // A jump through a word goes where the word points; else only the words of the global
      // offset table stand for what they point to.
      switch instruction.flow {
      case .call, .jump, .conditionalJump: return place
      case .next, .return, .stop:
        if code.isOffsetTable(reference.address) { return place }
      }
    }
    return own(reference.address) ?? code.names.place(at: reference.address)
  }

  /// The characters at an address that is taken, where they are constant.
  private func text(
    at reference: Instruction.Reference, _ instruction: Instruction
  ) -> String? {
    guard !reference.isAccess, instruction.flow == .next else { return nil }
    return code.text(at: reference.address)
  }

  /// The symbol of the relocation within the instruction's bytes.
  private func linked(_ instruction: Instruction) -> CodePlace? {
    let table = code.image.symtab
    for offset in 0..<UInt64(instruction.bytes.count) {
      guard let relocation = relocations[instruction.address &+ offset] else { continue }
      guard relocation.symbol > 0, Int(relocation.symbol) <= table.symbols.count else { return nil }
      let symbol = table.symbols[Int(relocation.symbol) - 1]
      let kind: CodePlace.Kind =
        !symbol.isDefined ? .imported : symbol.type.isCallable ? .function : .data
      if symbol.type == .section {
        // What is added counts from the end of the four bytes on x86.
        let bias = Int64(
          code.contents.header.machine == 62 ? instruction.bytes.count - Int(offset) : 0)
        let distance = (relocation.addend ?? 0) &+ bias
        return CodePlace(
          kind: .section, name: table.name(of: symbol), offset: UInt64(clamping: distance))
      }
      return CodePlace(kind: kind, name: table.name(of: symbol))
    }
    return nil
  }
}

extension LibraryCode {
  /// The function or stub at an address, by name.
  func place(ofCode address: UInt64) -> CodePlace? {
    guard var place = names.place(at: address) else { return nil }
    if place.kind == .section || place.offset > 0, let stub = stub(at: address) { return stub }
    // A function of the 64-bit ELF V2 ABI of PowerPC has a second entry behind the first two
    // instructions, for callers within the library.
    if contents.header.machine == 21, place.kind == .function, place.offset == 8 {
      place.offset = 0
    }
    return place
  }

  /// Where a stub leads that lies among the code, as linkers for PowerPC64 place them.
  private func stub(at address: UInt64) -> CodePlace? {
    guard contents.header.machine == 21, let disassembler = try? Disassembler(contents.machine)
    else { return nil }
    var context = context
    context.isLinkageTable = true
    let bytes = contents.bytes(at: address, count: 32)
    for instruction in disassembler.function(bytes, at: address, context) {
      guard instruction.isDecoded else { return nil }
      switch instruction.flow {
      case .next: continue
      case .jump:
        return instruction.reference.flatMap { slots.place(ofSlot: $0.address, names) }
      case .call, .conditionalJump, .return, .stop: return nil
      }
    }
    return nil
  }

  /// The word belongs to the global offset table.
  func isOffsetTable(_ address: UInt64) -> Bool {
    contents.sections.contains {
      address &- $0.address < $0.size && ($0.name == ".got" || $0.name == ".got.plt")
    }
  }

  /// Constant text at an address, quoted as in C; nil when there is none.
  ///
  /// It has to end with a zero and to be printable throughout; shorter texts than four characters
  /// count only in sections of texts.
  func text(at address: UInt64) -> String? {
    guard
      let section = contents.sections.first(where: {
        $0.isLoaded && address &- $0.address < $0.size
      }),
      !section.isWritable, section.type == 1, !section.holdsCode
    else { return nil }
    let bytes = contents.bytes(at: address, count: Self.longestText + 1)
    guard let end = bytes.firstIndex(of: 0) ?? (bytes.count > Self.longestText ? bytes.count : nil)
    else { return nil }
    let isTextSection = section.flags & 0x20 != 0
    guard end >= (isTextSection ? 1 : 4) else { return nil }
    return QuotedText.quoted(bytes[..<end], isCutOff: end > Self.longestText)
  }

  private static let longestText = 120
}

/// Bytes as a C string literal.
enum QuotedText {
  /// Nil when they are not text.
  static func quoted(_ bytes: ArraySlice<UInt8>, isCutOff: Bool) -> String? {
    var text = bytes
    // Cutting off may have split a character.
    if isCutOff {
      while let last = text.last, last >= 0x80, String(validating: text, as: UTF8.self) == nil {
        text = text.dropLast()
      }
    }
    guard let decoded = String(validating: text, as: UTF8.self) else { return nil }
    var quoted = "\""
    for scalar in decoded.unicodeScalars {
      switch scalar {
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\u{1b}": quoted += "\\033"
      default:
        guard scalar.properties.generalCategory != .control,
          scalar.properties.generalCategory != .format,
          scalar.properties.generalCategory != .unassigned
        else { return nil }
        quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\"" + (isCutOff ? "…" : "")
  }
}
