internal import ELFModel
internal import Workbench

extension SymbolType {
  /// The name `readelf` prints; nil for a type that has none.
  var listedName: StaticString? {
    switch rawValue {
    case 0: "NOTYPE"
    case 1: "OBJECT"
    case 2: "FUNC"
    case 3: "SECTION"
    case 4: "FILE"
    case 5: "COMMON"
    case 6: "TLS"
    case 10: "IFUNC"
    default: nil
    }
  }
}

extension SymbolBinding {
  /// The name `readelf` prints; nil for a binding that has none.
  var listedName: StaticString? {
    switch rawValue {
    case 0: "LOCAL"
    case 1: "GLOBAL"
    case 2: "WEAK"
    case 10: "UNIQUE"
    default: nil
    }
  }
}

extension SymbolVisibility {
  var listedName: StaticString {
    switch self {
    case .default: "DEFAULT"
    case .internal: "INTERNAL"
    case .hidden: "HIDDEN"
    case .protected: "PROTECTED"
    }
  }
}

/// Writes symbols in columns. Nothing is allocated for a symbol whose name is plain ASCII.
struct SymbolTextWriter: ~Copyable {
  private let selection: SymbolSelection
  private let showsAll: Bool
  private let demangles: Bool
  private let addressDigits: Int
  private let sizeWidth: Int
  private let versionWidth: Int
  private var demangler = SymbolDemangler()
  /// Versions ready to print, by table and version index: `@@VERSION` for the default one.
  private let versions: [[[UInt8]]]

  init(_ selection: SymbolSelection, bits: Int, showsAll: Bool, demangles: Bool) {
    self.selection = selection
    self.showsAll = showsAll
    self.demangles = demangles
    addressDigits = bits / 4
    versions = selection.views.map { view in
      view.versions.map { $0.isEmpty ? [] : Array(String(escaping: $0[...]).utf8) }
    }
    var largest: UInt64 = 0
    var longest = 0
    for row in selection.rows {
      let symbol = selection.symbol(row)
      largest = max(largest, symbol.size)
      let names = versions[Int(row.table)]
      let index = Int(symbol.versionIndex)
      if index > 0, index < names.count { longest = max(longest, names[index].count + 2) }
    }
    sizeWidth = max(4, String(largest).utf8.count)
    versionWidth = longest == 0 ? 0 : max(7, longest)
  }

  mutating func write(to output: inout ByteOutput) {
    writeHeader(to: &output)
    for row in selection.rows {
      if output.isClosed { return }
      write(row, to: &output)
    }
  }

  private func writeHeader(to output: inout ByteOutput) {
    output.append("ADDRESS", width: addressDigits)
    output.pad(sizeWidth - 4)
    output.append("SIZE ")
    output.append("TYPE", width: 7)
    output.append("BIND", width: 6)
    if showsAll {
      output.append("VIS", width: 9)
      output.append("SECTION", width: 7)
    }
    if versionWidth > 0 { output.append("VERSION", width: versionWidth) }
    output.append("NAME\n")
  }

  private mutating func write(_ row: SymbolSelection.Row, to output: inout ByteOutput) {
    let view = selection.views[Int(row.table)]
    let symbol = view.symbols[Int(row.index)]
    output.append(hexadecimal: symbol.value, digits: addressDigits)
    output.append(0x20)
    output.append(decimal: symbol.size, width: sizeWidth)
    output.append(0x20)
    write(symbol.type.listedName, number: symbol.type.rawValue, width: 7, to: &output)
    write(symbol.binding.listedName, number: symbol.binding.rawValue, width: 6, to: &output)
    if showsAll {
      output.append(symbol.visibility.listedName, width: 9)
      write(symbol.section, to: &output)
    }
    if versionWidth > 0 { writeVersion(of: symbol, table: Int(row.table), to: &output) }
    let name = view.name(of: symbol)
    if !demangles || demangler.withDemangled(name, { output.append(escaping: $0) }) == nil {
      output.append(escaping: name)
    }
    output.append(0x0a)
  }

  private func write(
    _ name: StaticString?, number: UInt8, width: Int, to output: inout ByteOutput
  ) {
    if let name {
      output.append(name, width: width)
    } else {
      output.append(decimal: UInt64(number))
      output.pad(width - (number < 10 ? 1 : 2) + 1)
    }
  }

  private func write(_ section: SymbolSection, to output: inout ByteOutput) {
    switch section {
    case .undefined: output.append("UND", width: 7)
    case .absolute: output.append("ABS", width: 7)
    case .common: output.append("COM", width: 7)
    case .index(let index):
      output.append(decimal: UInt64(index), width: 7)
      output.append(0x20)
    }
  }

  private func writeVersion(of symbol: Symbol, table: Int, to output: inout ByteOutput) {
    let index = Int(symbol.versionIndex)
    guard index > 0, index < versions[table].count, !versions[table][index].isEmpty else {
      output.pad(versionWidth + 1)
      return
    }
    output.append(symbol.isDefaultVersion ? "@@" : "@")
    output.append(versions[table][index])
    output.pad(
      versionWidth - versions[table][index].count - (symbol.isDefaultVersion ? 2 : 1) + 1)
  }
}

extension ByteOutput {
  /// Text from a file: what is not UTF-8, and what would drive the terminal, as `\xNN`.
  mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
    if Self.isPlain(text) {
      append(text)
    } else {
      append(String(escaping: Array(text)[...]))
    }
  }

  /// Printable ASCII only; looks at sixteen bytes at a time.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let bytes = UnsafeRawBufferPointer(text)
    var offset = 0
    while offset + 16 <= bytes.count {
      let lanes = bytes.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
      if any((lanes &- 0x20) .> 0x5e) { return false }
      offset += 16
    }
    while offset < bytes.count {
      if bytes[offset] &- 0x20 > 0x5e { return false }
      offset += 1
    }
    return true
  }
}
