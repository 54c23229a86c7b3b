/// A word that the linker or the dynamic loader fills in (`Elf64_Rela`, `Elf64_Rel`).
package struct Relocation: Hashable, Sendable {
  /// The word's address; in an object file its offset in `section`.
  package var address: UInt64
  /// What is added; for the form without one (`Elf64_Rel`), nil: it is in the word itself.
  package var addend: Int64?
  package var type: UInt32
  /// Index in the symbol table, counted with the null symbol; 0 for none.
  package var symbol: UInt32
  /// In an object file, the section whose bytes it changes; 0 else.
  package var section: UInt32

  package init(address: UInt64, addend: Int64?, type: UInt32, symbol: UInt32, section: UInt32) {
    self.address = address
    self.addend = addend
    self.type = type
    self.symbol = symbol
    self.section = section
  }
}
