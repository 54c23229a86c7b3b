internal import ELFModel
internal import Glibc
internal import Workbench

/// Writes symbols in columns.
///
/// Nothing is allocated for a symbol whose name is plain ASCII.
struct SymbolTextWriter: ~Copyable {
  private let selection: SymbolSelection
  private let showsAll: Bool
  private let demangles: Bool
  private let addressDigits: Int
  private let columns: SymbolColumns
  private var demangler: SymbolDemangler

  init(_ selection: SymbolSelection, header: ELFHeader, showsAll: Bool, demangles: Bool) {
    self.selection = selection
    demangler = SymbolDemangler(isAda: selection.isAda)
    self.showsAll = showsAll
    self.demangles = demangles
    addressDigits = header.bits / 4
    columns = SymbolColumns(selection, header: header)
  }

  mutating func write(to output: inout ByteOutput) {
    writeHeader(to: &output)
    let versionCell = columns.versionWidth + (columns.versionWidth > 0 ? 1 : 0)
    let most = 160 + columns.sizeWidth + versionCell
    selection.visit { table, symbol in
      output.appendDirectly(upTo: most) { start in
        var cursor = TextCursor(start)
        cursor.hexadecimal(symbol.value, digits: addressDigits)
        cursor.decimal(symbol.size, width: columns.sizeWidth)
        cursor.word(columns.types[Int(symbol.type.rawValue & 15)], width: 8)
        cursor.word(columns.bindings[Int(symbol.binding.rawValue & 15)], width: 7)
        if showsAll { writeMore(of: symbol, at: &cursor) }
        if versionCell > 0 {
          let cell = Int(symbol.versionIndex) * 2 + (symbol.isDefaultVersion ? 1 : 0)
          cursor.bytes(
            columns.versionCells, from: columns.firstCells[table] + cell * versionCell,
            count: versionCell)
        }
        return cursor.position
      }
      writeName(of: symbol, in: selection.views[table], to: &output)
      return !output.isClosed
    }
  }

  private func writeHeader(to output: inout ByteOutput) {
    output.append("ADDRESS", width: addressDigits)
    output.pad(columns.sizeWidth - 4)
    output.append("SIZE ")
    output.append("TYPE", width: 7)
    output.append("BIND", width: 6)
    if showsAll {
      output.append("VIS", width: 9)
      output.append("SECTION", width: 7)
    }
    if columns.versionWidth > 0 { output.append("VERSION", width: columns.versionWidth) }
    output.append("NAME\n")
  }

  private func writeMore(of symbol: Symbol, at cursor: inout TextCursor) {
    cursor.text(symbol.visibility.name, width: 9)
    switch symbol.section {
    case .undefined: cursor.text("UND", width: 7)
    case .absolute: cursor.text("ABS", width: 7)
    case .common: cursor.text("COM", width: 7)
    case .index(let index): cursor.decimal(UInt64(index), width: 7)
    }
  }

  @inline(__always)
  private mutating func writeName(
    of symbol: Symbol, in view: SymbolTableView, to output: inout ByteOutput
  ) {
    if demangles {
      let name = view.name(of: symbol)
      if demangler.withDemangled(name, { output.append(escaping: $0) }) == nil {
        output.append(escaping: name)
      }
    } else if let (name, limit) = view.nameMemory(of: symbol) {
      let plain = output.appendPlain(name, limit: limit)
      if plain < limit, name[plain] != 0 {
        // From the first byte on that is neither printable nor the end.
        let length = strnlen(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self), limit)
        output.append(escaping: UnsafeBufferPointer(start: name + plain, count: length - plain))
      }
    }
    output.append(0x0a)
  }
}

/// What the columns hold, made ready once: widths, and the cells that many rows share.
struct SymbolColumns {
  let sizeWidth: Int
  /// 0 when no symbol has a version.
  let versionWidth: Int
  /// By `st_info` type and binding: eight bytes in memory order, padded with spaces.
  let types: [UInt64]
  let bindings: [UInt64]
  /// For each version index of each table a cell for `@VERSION` and one for `@@VERSION`, padded to
  /// the column's width and a space.
  let versionCells: [UInt8]
  /// By table: where its cells start.
  let firstCells: [Int]

  init(_ selection: borrowing SymbolSelection, header: ELFHeader) {
    types = (0..<16).map { number in
      Self.cell(SymbolType(rawValue: number).name(osABI: header.osABI), number)
    }
    bindings = (0..<16).map { number in
      Self.cell(SymbolBinding(rawValue: number).name(osABI: header.osABI), number)
    }
    let versions = selection.versions.map { names in
      names.map { $0.isEmpty ? [] : Array(String(escaping: $0[...]).utf8) }
    }
    var largest: UInt64 = 0
    var used = versions.map { [Bool](repeating: false, count: $0.count) }
    selection.visit { table, symbol in
      largest = max(largest, symbol.size)
      let version = Int(symbol.versionIndex)
      if version < used[table].count { used[table][version] = true }
      return true
    }
    var longest = 0
    for table in versions.indices {
      for version in versions[table].indices where used[table][version] {
        longest = max(longest, versions[table][version].count)
      }
    }
    let width = longest == 0 ? 0 : max(7, longest + 2)
    versionWidth = width
    var cells: [UInt8] = []
    firstCells = versions.map { names in
      let first = cells.count
      guard width > 0 else { return first }
      for name in names {
        for mark in ["@", "@@"] {
          let text = name.isEmpty ? [] : Array(mark.utf8) + name
          // A version that no row shows may be longer than the column.
          cells += text.prefix(width + 1)
          cells += Array(repeating: 0x20, count: max(0, width + 1 - text.count))
        }
      }
      return first
    }
    versionCells = cells
    sizeWidth = max(4, largest.description.utf8.count)
  }

  private static func cell(_ name: StaticString?, _ number: UInt8) -> UInt64 {
    // `description`, since interpolation would look up how to print a `StaticString`.
    let text = name.map(\.description) ?? number.description
    var cell: UInt64 = 0x2020_2020_2020_2020
    withUnsafeMutableBytes(of: &cell) { $0.copyBytes(from: text.utf8.prefix(8)) }
    return cell
  }
}

/// Writes cells into memory that is large enough for the row.
struct TextCursor {
  private(set) var position: UnsafeMutablePointer<UInt8>

  init(_ start: UnsafeMutablePointer<UInt8>) { position = start }

  /// Eight bytes in memory order, of which the first `width` count.
  @inline(__always)
  mutating func word(_ cell: UInt64, width: Int) {
    UnsafeMutableRawPointer(position).storeBytes(of: cell, as: UInt64.self)
    position += width
  }

  /// 8 or 16 hexadecimal digits and a space.
  @inline(__always)
  mutating func hexadecimal(_ value: UInt64, digits: Int) {
    if digits > 8 { word(Self.digits(UInt32(truncatingIfNeeded: value >> 32)), width: 8) }
    word(Self.digits(UInt32(truncatingIfNeeded: value)), width: 8)
    space()
  }

  /// A number in a column that it fills from the right, and a space.
  @inline(__always)
  mutating func decimal(_ value: UInt64, width: Int) {
    var rest = value
    var index = width
    repeat {
      index &-= 1
      position[index] = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0 && index > 0
    while index > 0 {
      index &-= 1
      position[index] = 0x20
    }
    position += width
    space()
  }

  mutating func text(_ text: StaticString, width: Int) {
    text.withUTF8Buffer { bytes in
      for index in 0..<width { position[index] = index < bytes.count ? bytes[index] : 0x20 }
    }
    position += width
    space()
  }

  /// A stretch of bytes; spaces when it lies outside.
  @inline(__always)
  mutating func bytes(_ bytes: [UInt8], from start: Int, count: Int) {
    if start >= 0, start &+ count <= bytes.count {
      bytes.withUnsafeBufferPointer { source in
        if let base = source.baseAddress { position.update(from: base + start, count: count) }
      }
    } else {
      position.update(repeating: 0x20, count: count)
    }
    position += count
  }

  @inline(__always)
  private mutating func space() {
    position.pointee = 0x20
    position += 1
  }

  /// The eight hexadecimal digits of a number, as a word in memory order: its nibbles are spread
  /// to one a byte, and each gets the distance to `0`, or to `a` from ten on.
  @inline(__always)
  private static func digits(_ value: UInt32) -> UInt64 {
    var spread = UInt64(value)
    spread = (spread | spread << 16) & 0x0000_ffff_0000_ffff
    spread = (spread | spread << 8) & 0x00ff_00ff_00ff_00ff
    spread = (spread | spread << 4) & 0x0f0f_0f0f_0f0f_0f0f
    let isLetter = ((spread &+ 0x0606_0606_0606_0606) >> 4) & 0x0101_0101_0101_0101
    return (spread &+ 0x3030_3030_3030_3030 &+ isLetter &* 0x27).bigEndian
  }
}

extension ByteOutput {
  /// Text from a file: what is not UTF-8, and what would drive the terminal, as `\xNN`.
  mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
    guard let start = text.baseAddress else { return }
    let plain = appendPlain(start, limit: text.count)
    if plain < text.count { append(String(escaping: Array(text[plain...])[...])) }
  }
}
