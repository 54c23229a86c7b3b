import ELFModel

/// Every symbol that the explorer lists: those of `.dynsym`, and what only `.symtab` has.
struct SymbolCatalog: Sendable {
  /// Both tables as one.
  private(set) var table: SymbolTable
  /// What each is.
  private(set) var kinds: [SymbolKinds]
  /// How many there are of each kind.
  private(set) var counts: SymbolCounts
  /// How many names look mangled.
  private(set) var mangledCount = 0

  init(_ image: ELFImage) {
    table = image.dynsym
    table.symbols.removeAll { !Self.isShown($0, in: image.dynsym) }
    kinds = []
    counts = SymbolCounts()
    takeIn(from: 0)
    if !image.symtab.symbols.isEmpty { add(image.symtab) }
  }

  /// Adds what the full table has besides.
  ///
  /// In a linked file that is what is local, or hidden and so made local by the linker. Names of
  /// sections and source files are no symbols to look at.
  mutating func add(_ symtab: SymbolTable) {
    let isLinked = !table.symbols.isEmpty
    let count = table.symbols.count
    let shift = UInt32(truncatingIfNeeded: table.names.count)
    guard table.names.count + symtab.names.count < Int(UInt32.max) else { return }
    if table.versions.isEmpty { table.versions = [[]] }
    table.names += symtab.names
    for symbol in symtab.symbols {
      guard Self.isShown(symbol, in: symtab), !isLinked || !symbol.isExported && symbol.isDefined
      else { continue }
      var copy = symbol
      copy.nameOffset = symbol.nameOffset &+ shift
      copy.versionIndex = 0
      table.symbols.append(copy)
    }
    takeIn(from: count)
  }

  /// Says what the symbols from one on are.
  private mutating func takeIn(from first: Int) {
    let table = self.table
    kinds += table.symbols[first...].map(Self.kinds)
    counts = SymbolCounts(kinds)
    mangledCount += table.symbols[first...].count { Self.looksMangled($0, in: table) }
  }

  /// The symbols of a kind, in table order.
  func rows(of kind: SymbolKind) -> [UInt32] {
    let bit = SymbolKinds(kind)
    var rows: [UInt32] = []
    rows.reserveCapacity(counts[kind])
    for (index, kinds) in kinds.enumerated() where kinds.contains(bit) {
      rows.append(UInt32(truncatingIfNeeded: index))
    }
    return rows
  }

  /// The kind that is shown first: what a library offers, if it offers anything.
  var firstKind: SymbolKind { counts[.exports] > 0 || counts[.all] == 0 ? .exports : .all }

  /// A function's prototype is known now, or not.
  mutating func setTyped(_ isTyped: Bool, _ index: UInt32) {
    let kinds = kinds[Int(index)]
    guard kinds.contains(.functions), kinds.contains(.untyped) == isTyped else { return }
    counts.remove(kinds)
    self.kinds[Int(index)].formSymmetricDifference(.untyped)
    counts.add(self.kinds[Int(index)])
  }

  private static func kinds(of symbol: Symbol) -> SymbolKinds {
    guard symbol.isDefined else { return [.imports, .all] }
    guard symbol.isExported else { return [.local, .all] }
    if symbol.type.isCallable { return [.exports, .functions, .untyped, .all] }
    switch symbol.type {
    case .object where symbol.section != .absolute, .common: return [.exports, .data, .all]
    case .threadLocal: return [.exports, .threadLocal, .all]
    default: return [.exports, .all]
    }
  }

  /// Starts with `_Z`, `_R`, `_D`, `_T0`, `$s` or `_$s`.
  private static func looksMangled(_ symbol: Symbol, in table: SymbolTable) -> Bool {
    let start = Int(symbol.nameOffset)
    guard start + 1 < table.names.count else { return false }
    if table.names[start] == 0x24 { return true }
    return table.names[start] == 0x5f
      && [0x5a, 0x52, 0x44, 0x54, 0x24].contains(table.names[start + 1])
  }

  private static func isShown(_ symbol: Symbol, in table: SymbolTable) -> Bool {
    let start = Int(symbol.nameOffset)
    guard symbol.type != .section, symbol.type != .file, start < table.names.count else {
      return false
    }
    return table.names[start] != 0
  }
}

/// How many symbols there are of each kind.
struct SymbolCounts: Hashable, Sendable {
  private var counts = [Int](repeating: 0, count: SymbolKind.allCases.count)

  init() {}

  init(_ kinds: [SymbolKinds]) {
    // By the whole set first: there are few different ones.
    var bySet = [Int](repeating: 0, count: 256)
    for kinds in kinds { bySet[Int(kinds.rawValue)] &+= 1 }
    for (set, count) in bySet.enumerated() where count > 0 {
      add(SymbolKinds(rawValue: UInt8(set)), count)
    }
  }

  /// Of those at some positions.
  init(_ kinds: [SymbolKinds], at rows: [UInt32]) {
    var bySet = [Int](repeating: 0, count: 256)
    for row in rows { bySet[Int(kinds[Int(row)].rawValue)] &+= 1 }
    for (set, count) in bySet.enumerated() where count > 0 {
      add(SymbolKinds(rawValue: UInt8(set)), count)
    }
  }

  subscript(_ kind: SymbolKind) -> Int { counts[kind.rawValue] }

  mutating func add(_ kinds: SymbolKinds, _ count: Int = 1) {
    for kind in SymbolKind.allCases where kinds.contains(SymbolKinds(kind)) {
      counts[kind.rawValue] += count
    }
  }

  mutating func remove(_ kinds: SymbolKinds) { add(kinds, -1) }
}
