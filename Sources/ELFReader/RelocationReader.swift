internal import CElf
internal import ELFModel

/// Counts the relocations of a file and remembers those that set the words of its start-up arrays.
struct RelocationReader {
  /// What a relocation puts into a word of an array.
  struct Target {
    /// The address before the file is loaded, or what is added to the symbol.
    let addend: UInt64
    /// Index in the dynamic symbol table; 0 for none.
    let symbol: UInt32
  }

  /// The tables overlap; not all of them have been counted.
  private(set) var isCutOff = false
  private(set) var counts: [RelocationCount] = []
  /// By address, for the words that lie in the arrays.
  private(set) var targets: [UInt64: Target] = [:]

  /// More are damage: no machine defines as many.
  private static let mostTypes = 256

  private let arrays: [Range<UInt64>]
  private let addressMask: UInt64
  private var countByType: [UInt32: Int] = [:]
  private var packedCount = 0

  init(_ file: ELFFile, _ dynamic: DynamicSection?) {
    arrays = dynamic.map { StartupReader.arrays(of: $0).map(\.addresses) } ?? []
    addressMask = CodeMachine(file.header).addressMask
    // Tables that lie apart fit into the file together; those that overlap are damage.
    var left = file.input.size
    for table in RelocationTable.all(of: file, dynamic) {
      left -= table.range.count
      guard left >= 0 else {
        isCutOff = true
        break
      }
      switch table.form {
      case .rel, .rela: table.visitEntries(of: file) { count($0) }
      case .relr: table.visitPacked(of: file) { _ in packedCount += 1 }
      }
    }
    let machine = file.header.machine
    counts = countByType.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(Self.mostTypes)
      .map {
        RelocationCount(name: RelocationName.name(machine: machine, type: $0.key), count: $0.value)
      }
    if packedCount > 0 {
      counts.append(RelocationCount(name: "RELATIVE, packed (RELR)", count: packedCount))
    }
  }

  private mutating func count(_ relocation: Relocation) {
    countByType[relocation.type, default: 0] += 1
    guard let addend = relocation.addend else { return }
    if arrays.contains(where: { $0.contains(relocation.address) }) {
      targets[relocation.address] = Target(
        addend: UInt64(bitPattern: addend) & addressMask, symbol: relocation.symbol)
    }
  }
}
