internal import ELFModel
internal import Workbench

/// Writes symbols as JSON Lines, one object each.
struct SymbolJSONWriter: ~Copyable {
  private let selection: SymbolSelection
  private let header: ELFHeader
  private let member: String?
  private var demangler: SymbolDemangler
  private var json = JSONText()

  init(_ selection: SymbolSelection, header: ELFHeader, member: String?) {
    self.selection = selection
    self.member = member
    demangler = SymbolDemangler(isAda: selection.isAda)
    self.header = header
  }

  mutating func write(to output: inout ByteOutput) {
    selection.visit { table, symbol in
      json.removeAll()
      write(symbol, of: selection.views[table], versions: selection.versions[table])
      json.bytes.withUnsafeBufferPointer { output.append($0) }
      return !output.isClosed
    }
  }

  private mutating func write(_ symbol: Symbol, of view: SymbolTableView, versions: [[UInt8]]) {
    let name = view.name(of: symbol)
    json.beginObject()
    json.key("name")
    if !json.string(name) {
      json.key("name_hex")
      json.hexadecimal(name)
    }
    json.key("version")
    let version = Int(symbol.versionIndex)
    if version < versions.count, !versions[version].isEmpty {
      versions[version].withUnsafeBufferPointer { _ = json.string($0) }
    } else {
      json.null()
    }
    json.key("default")
    json.bool(symbol.isDefaultVersion)
    json.key("value")
    json.integer(symbol.value)
    json.key("size")
    json.integer(symbol.size)
    json.key("type")
    write(symbol.type.name(osABI: header.osABI), number: symbol.type.rawValue)
    json.key("bind")
    write(symbol.binding.name(osABI: header.osABI), number: symbol.binding.rawValue)
    json.key("visibility")
    json.constant(symbol.visibility.name)
    json.key("section")
    write(symbol.section)
    json.key("table")
    switch view.kind {
    case .dynsym: json.constant("dynsym")
    case .symtab: json.constant("symtab")
    }
    json.key("demangled")
    if demangler.withDemangled(name, { _ = json.string($0) }) == nil { json.null() }
    if let member {
      json.key("member")
      json.string(member)
    }
    json.endObject()
    json.endLine()
  }

  private mutating func write(_ name: StaticString?, number: UInt8) {
    if let name { json.constant(name) } else { json.string(String(number)) }
  }

  private mutating func write(_ section: SymbolSection) {
    switch section {
    case .undefined: json.constant("UND")
    case .absolute: json.constant("ABS")
    case .common: json.constant("COM")
    case .index(let index): json.integer(index)
    }
  }
}
