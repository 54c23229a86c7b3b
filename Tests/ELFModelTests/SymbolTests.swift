import ELFModel
import Testing

@Suite struct SymbolTests {
  private let table = SymbolTable(
    kind: .dynsym, names: Array("\0one\0two\u{1b}[0m\0caf\u{e9}\0".utf8) + [0xff, 0x41, 0],
    versions: [[], Array("V1".utf8)])

  private func symbol(name: UInt32, version: UInt16 = 0) -> Symbol {
    Symbol(
      nameOffset: name, value: 0, size: 0, type: .function, binding: .global, visibility: .default,
      section: .index(1), versionIndex: version, isDefaultVersion: false)
  }

  @Test(
    arguments: [
      (0, ""), (1, "one"), (5, "two\\x1b[0m"), (13, "caf\u{e9}"), (19, "\\xffA"), (4000, ""),
    ] as [(UInt32, String)])
  func `a name from its offset`(offset: UInt32, name: String) {
    #expect(table.name(of: symbol(name: offset)) == name)
  }

  @Test func `a version from its index`() {
    #expect(table.version(of: symbol(name: 1, version: 1)) == "V1")
    #expect(table.version(of: symbol(name: 1, version: 0)) == nil)
    #expect(table.version(of: symbol(name: 1, version: 9)) == nil)
  }

  @Test func `exported is what is defined and visible to others`() {
    var symbol = symbol(name: 1)
    #expect(symbol.isExported)
    symbol.section = .undefined
    #expect(!symbol.isExported)
    symbol.section = .absolute
    #expect(symbol.isExported)
    symbol.binding = .local
    #expect(!symbol.isExported)
    symbol.binding = .unique
    #expect(symbol.isExported)
  }

  @Test func `a symbol takes 32 bytes`() {
    #expect(MemoryLayout<Symbol>.stride == 32)
  }
}
