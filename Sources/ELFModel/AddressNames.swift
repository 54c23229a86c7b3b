/// Names by address: what a debugger would call a place in a library.
///
/// Of several symbols at one address the exported one counts before the local one, and a function
/// before what has no type.
package struct AddressNames: Sendable {
  /// One thing with a name that covers some addresses.
  package struct Entry: Hashable, Sendable {
    package var address: UInt64
    /// 0 when the symbol does not say.
    package var size: UInt64
    package var kind: CodePlace.Kind
    /// The lowest bit of the symbol's value is set, which on ARM says that the code is Thumb.
    package var isThumb: Bool
    fileprivate var rank: UInt8
    fileprivate var source: Source
  }

  fileprivate enum Source: Hashable, Sendable {
    case dynsym(UInt32)
    case symtab(UInt32)
    case other(UInt32)
  }

  private let dynsym: SymbolTable
  private let symtab: SymbolTable
  private let sections: [ELFSection]
  private var otherNames: [String] = []
  private var entries: [Entry] = []

  /// Collects the names of both tables.
  ///
  /// - Parameters:
  ///   - image: with the tables read.
  ///   - sections: for what no symbol names, and to know where a symbol without a size ends.
  package init(_ image: ELFImage, sections: [ELFSection]) {
    dynsym = image.dynsym
    symtab = image.symtab
    self.sections = sections
    entries.reserveCapacity(dynsym.symbols.count + symtab.symbols.count)
    let machine = CodeMachine(image.header)
    for (index, symbol) in dynsym.symbols.enumerated() {
      add(symbol, .dynsym(UInt32(truncatingIfNeeded: index)), machine)
    }
    for (index, symbol) in symtab.symbols.enumerated() {
      add(symbol, .symtab(UInt32(truncatingIfNeeded: index)), machine)
    }
    sort()
  }

  /// Adds things that no symbol names, such as the stubs of the linkage table.
  package mutating func add(
    _ others: [(address: UInt64, size: UInt64, kind: CodePlace.Kind, name: String)]
  ) {
    for other in others {
      entries.append(
        Entry(
          address: other.address, size: other.size, kind: other.kind, isThumb: false,
          rank: Self.stubRank,
          source: .other(UInt32(truncatingIfNeeded: otherNames.count))))
      otherNames.append(other.name)
    }
    sort()
  }

  private static let stubRank: UInt8 = 2

  private mutating func add(_ symbol: Symbol, _ source: Source, _ machine: CodeMachine) {
    guard symbol.isDefined, symbol.type != .section, symbol.type != .file,
      symbol.type != .threadLocal, case .index = symbol.section
    else { return }
    let table: SymbolTable
    switch source {
    case .dynsym: table = dynsym
    default: table = symtab
    }
    let name = table.nameBytes(of: symbol)
    // `$x`, `$d.12`: marks of the assembler for the kind of code that follows, and no names.
    guard let first = name.first, first != 0x24 || symbol.type != .noType else { return }
    let isCode = symbol.type.isCallable
    var rank: UInt8 = isCode || symbol.type == .object ? 0 : 4
    if symbol.binding == .local { rank += 3 } else if symbol.binding == .weak { rank += 1 }
    entries.append(
      Entry(
        address: isCode ? machine.codeAddress(symbol.value) : symbol.value, size: symbol.size,
        kind: kind(of: symbol), isThumb: isCode && machine.machine == 40 && symbol.value & 1 == 1,
        rank: rank, source: source))
  }

  /// What has no type is code when its section is.
  private func kind(of symbol: Symbol) -> CodePlace.Kind {
    if symbol.type.isCallable { return .function }
    if symbol.type == .noType, case .index(let index) = symbol.section,
      sections.indices.contains(Int(index)), sections[Int(index)].holdsCode
    {
      return .function
    }
    return .data
  }

  private mutating func sort() {
    entries.sort { ($0.address, $0.rank) < ($1.address, $1.rank) }
  }

  // MARK: Asking

  /// What lies at an address; a section when no symbol covers it; nil outside of everything.
  package func place(at address: UInt64) -> CodePlace? {
    if let entry = entry(at: address) {
      return CodePlace(
        kind: entry.kind, name: name(of: entry), offset: address - entry.address)
    }
    guard
      let section = sections.first(where: { $0.isLoaded && address &- $0.address < $0.size }),
      !section.name.isEmpty
    else { return nil }
    return CodePlace(kind: .section, name: section.name, offset: address - section.address)
  }

  /// The symbol that covers an address.
  package func entry(at address: UInt64) -> Entry? {
    // The first entry behind the address.
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].address <= address { low = middle + 1 } else { high = middle }
    }
    var best: Entry?
    // Functions may lie within each other; a handful of symbols back one has to cover the place.
    for entry in entries[..<low].suffix(Self.mostNested).reversed() {
      if let best, best.address != entry.address { break }
      guard covers(entry, address) else { continue }
      if best.map({ entry.rank < $0.rank }) ?? true { best = entry }
    }
    return best
  }

  private static let mostNested = 64

  private func covers(_ entry: Entry, _ address: UInt64) -> Bool {
    let offset = address - entry.address
    if entry.size > 0 { return offset < entry.size }
    if offset == 0 { return true }
    // Without a size it reaches to the end of its section; a nearer symbol has been asked before.
    guard
      let section = sections.first(where: { $0.isLoaded && entry.address &- $0.address < $0.size })
    else { return false }
    return address &- section.address < section.size
  }

  /// The name of an entry, escaped for a terminal.
  package func name(of entry: Entry) -> String {
    switch entry.source {
    case .dynsym(let index): dynsym.name(of: dynsym.symbols[Int(index)])
    case .symtab(let index): symtab.name(of: symtab.symbols[Int(index)])
    case .other(let index): otherNames[Int(index)]
    }
  }

  /// The functions, each address once, in order.
  package var functions: [Entry] {
    var functions: [Entry] = []
    for entry in entries where entry.kind == .function && functions.last?.address != entry.address {
      functions.append(entry)
    }
    return functions
  }

  /// Where the next symbol starts behind an address; nil when none does.
  package func nextStart(after address: UInt64) -> UInt64? {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].address <= address { low = middle + 1 } else { high = middle }
    }
    return low < entries.count ? entries[low].address : nil
  }
}

extension ELFSection {
  /// `SHF_ALLOC`: part of the loaded library.
  package var isLoaded: Bool { flags & 2 != 0 }
  /// `SHF_EXECINSTR`, and its bytes are in the file.
  package var holdsCode: Bool { flags & 4 != 0 && type != 8 }
  /// `SHF_WRITE`.
  package var isWritable: Bool { flags & 1 != 0 }
}
