/// A section of a file (`Elf64_Shdr`).
package struct ELFSection: Hashable, Sendable {
  package var name: String
  /// `sh_type`.
  package var type: UInt32
  /// `sh_flags`.
  package var flags: UInt64
  package var address: UInt64
  package var offset: UInt64
  package var size: UInt64
  package var link: UInt32
  package var info: UInt32
  package var alignment: UInt64
  package var entrySize: UInt64

  package init(
    name: String, type: UInt32, flags: UInt64, address: UInt64, offset: UInt64, size: UInt64,
    link: UInt32, info: UInt32, alignment: UInt64, entrySize: UInt64
  ) {
    self.name = name
    self.type = type
    self.flags = flags
    self.address = address
    self.offset = offset
    self.size = size
    self.link = link
    self.info = info
    self.alignment = alignment
    self.entrySize = entrySize
  }

  /// The flags as the letters that `readelf` prints, in its order.
  package var flagLetters: String {
    let letters: [(UInt64, Character)] = [
      (1, "W"), (2, "A"), (4, "X"), (0x10, "M"), (0x20, "S"), (0x40, "I"), (0x80, "L"),
      (0x100, "O"), (0x200, "G"), (0x400, "T"), (0x800, "C"), (0x20_0000, "R"),
      (0x8000_0000, "E"),
    ]
    return String(letters.filter { flags & $0.0 != 0 }.map(\.1))
  }
}

/// A segment of a file (`Elf64_Phdr`).
package struct ELFSegment: Hashable, Sendable {
  /// `p_type`.
  package var type: UInt32
  /// `p_flags`.
  package var flags: UInt32
  package var offset: UInt64
  package var address: UInt64
  package var fileSize: UInt64
  package var memorySize: UInt64
  package var alignment: UInt64

  package init(
    type: UInt32, flags: UInt32, offset: UInt64, address: UInt64, fileSize: UInt64,
    memorySize: UInt64, alignment: UInt64
  ) {
    self.type = type
    self.flags = flags
    self.offset = offset
    self.address = address
    self.fileSize = fileSize
    self.memorySize = memorySize
    self.alignment = alignment
  }

  package var isReadable: Bool { flags & 4 != 0 }
  package var isWritable: Bool { flags & 2 != 0 }
  package var isExecutable: Bool { flags & 1 != 0 }

  /// `R`, `W` and `E`, as `readelf` prints them, without its spaces.
  package var flagLetters: String {
    (isReadable ? "R" : "") + (isWritable ? "W" : "") + (isExecutable ? "E" : "")
  }
}

/// A note of a file (`Elf64_Nhdr`).
package struct ELFNote: Hashable, Sendable {
  package var owner: String
  package var type: UInt32
  package var contents: [UInt8]
  /// What the contents say, for the notes that are understood.
  package var text: String?

  package init(owner: String, type: UInt32, contents: [UInt8], text: String?) {
    self.owner = owner
    self.type = type
    self.contents = contents
    self.text = text
  }

  /// The name that `elf.h` gives the type; nil for owners that are not known.
  package var typeName: String? {
    switch (owner, type) {
    case ("GNU", 1): "NT_GNU_ABI_TAG"
    case ("GNU", 2): "NT_GNU_HWCAP"
    case ("GNU", 3): "NT_GNU_BUILD_ID"
    case ("GNU", 4): "NT_GNU_GOLD_VERSION"
    case ("GNU", 5): "NT_GNU_PROPERTY_TYPE_0"
    case ("stapsdt", 3): "NT_STAPSDT"
    case ("FDO", 0xcafe_1a7e): "NT_FDO_PACKAGING_METADATA"
    case ("FDO", 0x407c_0c0a): "NT_FDO_DLOPEN_METADATA"
    case ("Go", 4): "NT_GO_BUILD_ID"
    case ("Android", 1): "NT_ANDROID_TYPE_IDENT"
    case ("FreeBSD", 1), ("NetBSD", 1), ("OpenBSD", 1): "NT_ABI_TAG"
    case ("CORE", 1): "NT_PRSTATUS"
    case ("CORE", 2): "NT_FPREGSET"
    case ("CORE", 3): "NT_PRPSINFO"
    case ("CORE", 6): "NT_AUXV"
    case ("CORE", 0x4649_4c45): "NT_FILE"
    case ("CORE", 0x5349_4749): "NT_SIGINFO"
    case ("LINUX", 0x202): "NT_X86_XSTATE"
    default: nil
    }
  }
}
