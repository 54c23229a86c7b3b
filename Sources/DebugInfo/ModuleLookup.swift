internal import CDwarf
internal import Glibc

/// What lies at an address of a loaded file: symbol, source line, inlined calls.
///
/// libdwfl finds the debug files (build id below `/usr/lib/debug`, `.gnu_debuglink`, and a
/// debuginfod server when `DEBUGINFOD_URLS` names one) and reads `.gnu_debugdata`.
struct ModuleLookup {
  /// Inlined calls at one address beyond which damage is assumed.
  private static let deepestInlining = 64
  /// Compilation units that are searched for an address when there is no index.
  private static let mostUnits = 100_000

  let module: OpaquePointer

  init?(_ dwfl: OpaquePointer, address: UInt64) {
    guard let module = dwfl_addrmodule(dwfl, address) else { return nil }
    self.module = module
  }

  init(_ module: OpaquePointer) { self.module = module }

  /// The file's path.
  var path: String? {
    var file: UnsafePointer<CChar>?
    let name = dwfl_module_info(module, nil, nil, nil, nil, nil, &file, nil)
    return (file ?? name).map { String(cString: $0) }
  }

  /// An address of the process as the file counts it.
  func fileAddress(_ address: UInt64) -> UInt64? {
    var bias: UInt64 = 0
    guard dwfl_module_getelf(module, &bias) != nil else { return nil }
    return address &- bias
  }

  /// The symbol that covers an address, and how far from its start that is.
  func symbol(at address: UInt64) -> (name: String, offset: UInt64)? {
    var offset: UInt64 = 0
    var symbol = GElf_Sym()
    guard
      let name = dwfl_module_addrinfo(module, address, &offset, &symbol, nil, nil, nil),
      name[0] != 0
    else { return nil }
    return (String(cString: name), offset)
  }

  /// The source line of an address.
  func source(at address: UInt64) -> SourcePlace? {
    guard let unit = unit(at: address),
      let line = dwarf_getsrc_die(unit.die, address &- unit.bias)
    else { return nil }
    return place(of: line, in: unit.die)
  }

  /// The calls that were inlined at an address, the innermost first: its name and the line that
  /// called it.
  func inlinedCalls(at address: UInt64) -> [(name: String?, caller: SourcePlace?)] {
    guard let unit = unit(at: address) else { return [] }
    var scopes: UnsafeMutablePointer<Dwarf_Die>?
    let found = dwarf_getscopes(unit.die, address &- unit.bias, &scopes)
    defer { free(scopes) }
    guard found > 0, let scopes else { return [] }
    // The outer scopes of the first are those of the definition; what called it are those of
    // the entry itself.
    var chain: UnsafeMutablePointer<Dwarf_Die>?
    let count = dwarf_getscopes_die(&scopes[0], &chain)
    defer { free(chain) }
    guard count > 0, let chain else { return [] }
    var calls: [(name: String?, caller: SourcePlace?)] = []
    for index in 0..<Int(count) where calls.count < Self.deepestInlining {
      guard dwarf_tag(&chain[index]) == DW_TAG_inlined_subroutine else { continue }
      let name = dwarf_diename(&chain[index]).map { String(cString: $0) }
      calls.append((name, callPlace(&chain[index], unit.die)))
    }
    return calls
  }

  private func callPlace(
    _ die: UnsafeMutablePointer<Dwarf_Die>, _ unit: UnsafeMutablePointer<Dwarf_Die>
  ) -> SourcePlace? {
    func number(_ name: Int) -> UInt64? {
      var attribute = Dwarf_Attribute()
      var value: UInt64 = 0
      guard dwarf_attr(die, UInt32(name), &attribute) != nil,
        dwarf_formudata(&attribute, &value) == 0
      else { return nil }
      return value
    }
    var files: OpaquePointer?
    var count = 0
    guard let file = number(DW_AT_call_file), let line = number(DW_AT_call_line),
      dwarf_getsrcfiles(unit, &files, &count) == 0, file < UInt64(count),
      let path = dwarf_filesrc(files, Int(file), nil, nil)
    else { return nil }
    return SourcePlace(
      file: absolute(path, unit), line: Int(clamping: line),
      column: number(DW_AT_call_column).map { Int(clamping: $0) })
  }

  private func place(
    of line: OpaquePointer, in unit: UnsafeMutablePointer<Dwarf_Die>
  ) -> SourcePlace? {
    var number: Int32 = 0
    var column: Int32 = 0
    guard dwarf_lineno(line, &number) == 0, number > 0,
      let path = dwarf_linesrc(line, nil, nil)
    else { return nil }
    dwarf_linecol(line, &column)
    return SourcePlace(
      file: absolute(path, unit), line: Int(number), column: column > 0 ? Int(column) : nil)
  }

  private func absolute(
    _ path: UnsafePointer<CChar>, _ unit: UnsafeMutablePointer<Dwarf_Die>
  ) -> String {
    let text = String(cString: path)
    guard !text.hasPrefix("/"), let folder = attributeText(unit, DW_AT_comp_dir) else {
      return text
    }
    return folder + "/" + text
  }

  // MARK: Units

  /// The compilation unit of an address.
  ///
  /// Not every compiler writes `.debug_aranges`, and what is
  /// there need not be complete, so units are asked themselves when it has no answer.
  private func unit(
    at address: UInt64
  ) -> (die: UnsafeMutablePointer<Dwarf_Die>, bias: UInt64)? {
    var bias: UInt64 = 0
    if let die = dwfl_module_addrdie(module, address, &bias) { return (die, bias) }
    guard dwfl_module_getdwarf(module, &bias) != nil else { return nil }
    var previous: UnsafeMutablePointer<Dwarf_Die>?
    for _ in 0..<Self.mostUnits {
      guard let die = dwfl_module_nextcu(module, previous, &bias) else { return nil }
      if dwarf_haspc(die, address &- bias) == 1 { return (die, bias) }
      previous = die
    }
    return nil
  }
}

/// A text attribute of an entry.
func attributeText(_ die: UnsafeMutablePointer<Dwarf_Die>, _ name: Int) -> String? {
  var attribute = Dwarf_Attribute()
  guard dwarf_attr_integrate(die, UInt32(name), &attribute) != nil,
    let text = dwarf_formstring(&attribute)
  else { return nil }
  return String(cString: text)
}
