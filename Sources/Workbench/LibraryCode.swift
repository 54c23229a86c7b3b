internal import Disassembly
package import ELFModel
internal import ELFReader

/// The code of one library, with the names of what it refers to.
///
/// It reads the file as data; nothing of it runs.
package struct LibraryCode: Sendable {
  package let image: ELFImage
  let contents: ELFContents
  let names: AddressNames
  let slots: LinkageSlots

  /// Opens a library for looking at its code.
  ///
  /// - Parameter argument: a path, a library name or a short name.
  /// - Throws: an error described by one line that names the file.
  package init(_ argument: String) throws {
    try self.init(path: LibraryLocator.locate(argument))
  }

  private init(path: String) throws {
    contents = try ELFContents(path: path)
    image = try LibraryFile.readWithDebugSymbols(path)
    var names = AddressNames(image, sections: contents.sections)
    slots = LinkageSlots(contents, image)
    if !contents.header.isRelocatable {
      names.add(LinkageTables(contents, slots, names).stubs)
      names.add(Self.unnamedFunctions(contents, names))
    }
    self.names = names
  }

  /// Functions that only the unwinding tables tell of, as `sub_ADDRESS`.
  private static func unnamedFunctions(
    _ contents: ELFContents, _ names: AddressNames
  ) -> [LinkageTables.Stub] {
    let starts = contents.functionStarts()
    return starts.indices.compactMap { index in
      let start = starts[index]
      guard names.entry(at: start) == nil, let end = contents.endOfCode(at: start) else {
        return nil
      }
      let next = min(
        end, index + 1 < starts.count ? starts[index + 1] : end,
        names.nextStart(after: start) ?? end)
      guard next > start else { return nil }
      return (start, next - start, .function, "sub_\(String(start, radix: 16))")
    }
  }

  /// The code of a function.
  ///
  /// - Parameter name: a symbol's name, with `@VERSION` if need be, its demangled form with or
  ///   without parameters, or an address in the function (`0x12340`).
  /// - Returns: its instructions, with what they refer to.
  /// - Throws: ``CodeError``.
  package func listing(of name: String) throws(CodeError) -> CodeListing {
    try listing(of: find(name))
  }

  func find(_ name: String) throws(CodeError) -> FoundFunction {
    let search = FunctionSearch(image: image, sections: contents.sections)
    if name.hasPrefix("0x"), let address = UInt64(name.dropFirst(2), radix: 16) {
      return try search.find(at: address, names)
    }
    if name.hasPrefix("sub_"), let address = UInt64(name.dropFirst(4), radix: 16),
      let entry = names.entry(at: address), names.name(of: entry) == name
    {
      return try search.find(at: address, names)
    }
    return try search.find(name)
  }

  func listing(of function: FoundFunction) throws(CodeError) -> CodeListing {
    var notes: [String] = []
    if function.isResolver {
      notes.append(
        "\(function.name) is an indirect function: this code is run once and chooses the one that "
          + "is called")
    }
    let size = size(of: function, &notes)
    let bytes = contents.bytes(
      at: function.address, count: Int(size), section: function.section)
    guard !bytes.isEmpty else { throw .noBytes(name: function.name) }
    if bytes.count < size {
      notes.append(
        "\(function.name) should have \(size) bytes; the file holds \(bytes.count) of them")
    }
    let naming = ReferenceNaming(self, function)
    let instructions = try instructions(bytes, of: function)
    if let note = noteOfUnknown(instructions, in: function, size: UInt64(bytes.count)) {
      notes.append(note)
    }
    return CodeListing(
      name: function.name, address: function.address, size: UInt64(bytes.count),
      lines: instructions.map { naming.line($0) }, notes: notes)
  }

  /// Says that instructions are shown as bytes, unless all of them are marked as data.
  private func noteOfUnknown(
    _ instructions: [Instruction], in function: FoundFunction, size: UInt64
  ) -> String? {
    let unknown = instructions.filter { !$0.isDecoded }
    guard !unknown.isEmpty else { return nil }
    let data = data(in: function, size: size)
    let count = unknown.count { line in !data.contains { $0.contains(line.address) } }
    guard count > 0 else { return nil }
    return "\(count) of \(instructions.count) lines of \(function.name) are data, or instructions "
      + "that capstone \(Disassembler.capstoneVersion) does not know; their bytes are shown"
  }

  private func data(in function: FoundFunction, size: UInt64) -> [Range<UInt64>] {
    MappingSymbols.data(
      in: function.address..<(function.address &+ size), section: function.section, of: image)
  }

  /// Decodes the bytes of a function.
  func instructions(
    _ bytes: [UInt8], of function: FoundFunction
  ) throws(CodeError) -> [Instruction] {
    var machine = contents.machine
    machine.isThumb = function.isThumb
    do throws(DisassemblyError) {
      let disassembler = try Disassembler(machine)
      var context = context
      context.data = data(in: function, size: UInt64(bytes.count))
      return disassembler.function(bytes, at: function.address, context)
    } catch {
      throw .disassembly(error)
    }
  }

  /// What decoding a function has to know of the file.
  var context: FunctionContext {
    FunctionContext(
      globalPointer: globalPointer, hasFixedAddresses: contents.header.type == 2,
      word: { [contents] in contents.word(at: $0) })
  }

  private var globalPointer: UInt64? { LinkageTables.globalPointer(of: contents) }

  /// A function longer than this is shown in part.
  static let mostCode: UInt64 = 1 << 22

  /// What the symbol says, else up to the next symbol.
  private func size(of function: FoundFunction, _ notes: inout [String]) -> UInt64 {
    var size = function.size
    if size == 0 {
      let end =
        contents.end(ofBytesAt: function.address, section: function.section) ?? function.address
      let next =
        contents.header.isRelocatable
        ? nextStart(in: function.section, after: function.address)
        : names.nextStart(after: function.address)
      size = min(end, next ?? end, sectionEnd(function) ?? end) &- function.address
      notes.append(
        "the symbol of \(function.name) has no size; shown up to what comes next")
    }
    if size > Self.mostCode {
      notes.append("\(function.name) has \(size) bytes; the first \(Self.mostCode) are shown")
      size = Self.mostCode
    }
    return size
  }

  private func sectionEnd(_ function: FoundFunction) -> UInt64? {
    guard Int(function.section) < contents.sections.count, function.section > 0 else { return nil }
    let section = contents.sections[Int(function.section)]
    let start = contents.header.isRelocatable ? 0 : section.address
    let end = start &+ section.size
    return end > function.address ? end : nil
  }

  private func nextStart(in section: UInt32, after address: UInt64) -> UInt64? {
    image.symtab.symbols.lazy
      .filter { $0.section == .index(section) && $0.type.isCallable && $0.value > address }
      .map(\.value).min()
  }
}
