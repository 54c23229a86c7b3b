/// What a library says of itself: identity and symbols.
package struct ELFImage: Sendable {
  /// The file as opened.
  package var path: String
  package var header: ELFHeader
  /// `DT_SONAME`.
  package var soname: String?
  /// `DT_NEEDED`, in order.
  package var needed: [String]
  /// `NT_GNU_BUILD_ID`, lower-case hexadecimal.
  package var buildID: String?
  package var dynsym: SymbolTable
  package var symtab: SymbolTable
  /// The file that `symtab` was read from, when it is another one.
  package var symtabSource: String?
  /// What was damaged and left out, one line each; empty for a sound file.
  package var notes: [String]

  package init(
    path: String, header: ELFHeader, soname: String?, needed: [String], buildID: String?,
    dynsym: SymbolTable, symtab: SymbolTable, notes: [String]
  ) {
    self.path = path
    self.header = header
    self.soname = soname
    self.needed = needed
    self.buildID = buildID
    self.dynsym = dynsym
    self.symtab = symtab
    self.notes = notes
  }

  /// It is GNAT's run-time library or needs it: names may be those of Ada.
  package var isAda: Bool {
    ([soname].compactMap(\.self) + needed).contains {
      $0.hasPrefix("libgnat") || $0.hasPrefix("libgnarl")
    }
  }

  /// What profiles are filed under: the SONAME, else the file's own name.
  package var profileName: String {
    soname ?? path.split(separator: "/").last.map(String.init) ?? path
  }
}

/// The identification of an ELF file (`Elf64_Ehdr`).
package struct ELFHeader: Hashable, Sendable {
  /// `e_ident[EI_CLASS]`: 32 or 64.
  package var bits: Int
  /// `e_ident[EI_DATA]` is `ELFDATA2MSB`.
  package var isBigEndian: Bool
  /// `e_type`.
  package var type: UInt16
  /// `e_machine`.
  package var machine: UInt16
  /// `e_ident[EI_OSABI]`.
  package var osABI: UInt8

  package init(
    bits: Int, isBigEndian: Bool, type: UInt16, machine: UInt16, osABI: UInt8 = 0
  ) {
    self.bits = bits
    self.isBigEndian = isBigEndian
    self.type = type
    self.machine = machine
    self.osABI = osABI
  }

  /// `ET_REL`: an object file, not linked yet.
  package var isRelocatable: Bool { type == 1 }
}
