package import ELFModel
internal import ELFReader

/// Who refers to whom within one library.
extension LibraryCode {
  /// What a function calls, jumps to, and takes the address of, outside of itself.
  ///
  /// - Parameter name: as for ``listing(of:)``.
  /// - Returns: one entry an instruction, in their order.
  /// - Throws: ``CodeError``.
  package func references(from name: String) throws(CodeError) -> [CrossReference] {
    let function = try find(name)
    let listing = try listing(of: function)
    return listing.lines.compactMap { line in
      guard let place = line.place, place.name != function.name else { return nil }
      let kind: CrossReference.Kind
      switch line.instruction.flow {
      case .call: kind = .call
      case .jump, .conditionalJump: kind = .jump
      case .next:
        // An imported variable cannot be told from an imported function; data of its own can.
        guard place.kind == .function || place.kind == .imported else { return nil }
        kind = .address
      case .return, .stop: return nil
      }
      return CrossReference(kind: kind, address: line.instruction.address, place: place)
    }
  }

  /// Who calls a function, jumps to it, takes its address or keeps it in data.
  ///
  /// It looks through all code of the library: tens of milliseconds for most, a second or two for
  /// the largest.
  /// - Parameters:
  ///   - name: as for ``listing(of:)``.
  ///   - isCancelled: asked now and then; true ends the search.
  /// - Returns: one entry a reference, in the order of addresses.
  /// - Throws: ``CodeError``.
  package func references(
    to name: String, isCancelled: () -> Bool = { false }
  ) throws(CodeError) -> [CrossReference] {
    let function = try find(name)
    if contents.header.isRelocatable { return try referencesInObject(to: function) }
    let scan = CodeScan(self, function)
    var found = try scan.references(isCancelled: isCancelled)
    for slot in scan.slots where !isOffsetTable(slot) {
      guard let place = names.place(at: slot) else { continue }
      found.append(CrossReference(kind: .pointer, address: slot, place: place))
    }
    return found.sorted { ($0.address, $0.kind.rawValue) < ($1.address, $1.kind.rawValue) }
  }

  /// In an object file, the relocations tell.
  private func referencesInObject(to function: FoundFunction) throws(CodeError) -> [CrossReference]
  {
    var found: [CrossReference] = []
    for symbol in image.symtab.symbols where symbol.type.isCallable && symbol.isDefined {
      let name = image.symtab.name(of: symbol)
      guard name != function.name, case .index(let section) = symbol.section else { continue }
      let other = FoundFunction(
        name: name, address: contents.machine.codeAddress(symbol.value), size: symbol.size,
        section: section, isThumb: symbol.value & 1 == 1 && contents.header.machine == 40,
        isResolver: false)
      for line in try listing(of: other).lines where line.place?.name == function.name {
        let isCall = line.instruction.flow == .call
        let kind: CrossReference.Kind =
          isCall ? .call : line.instruction.flow == .jump ? .jump : .address
        found.append(
          CrossReference(
            kind: kind, address: line.instruction.address,
            place: CodePlace(
              kind: .function, name: name, offset: line.instruction.address - other.address)))
      }
    }
    return found
  }
}
