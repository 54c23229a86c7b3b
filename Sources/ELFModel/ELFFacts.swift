/// Everything `sonde info` tells about a file besides the symbols themselves.
package struct ELFFacts: Sendable {
  package var path: String
  package var header: ELFHeader
  package var details: ELFHeaderDetails
  /// `DT_SONAME`.
  package var soname: String?
  /// `DT_NEEDED`, in order.
  package var needed: [String]
  /// `DT_RPATH`, split at its colons; nil when there is none.
  package var rpath: [String]?
  /// `DT_RUNPATH`, split at its colons; nil when there is none.
  package var runpath: [String]?
  /// `PT_INTERP`: the program that loads this one.
  package var interpreter: String?
  /// Marked as a program (`DF_1_PIE`), or asks for a loader and has no SONAME: libraries that can be
  /// run, such as libc, ask for one too.
  package var isProgram = false
  /// `NT_GNU_BUILD_ID`, lower-case hexadecimal.
  package var buildID: String?
  package var dynsymCounts: SymbolCounts?
  package var symtabCounts: SymbolCounts?
  package var sections: [ELFSection]
  package var segments: [ELFSegment]
  package var notes: [ELFNote]
  package var hardening: Hardening
  /// What compilers and linkers left in `.comment`, each once.
  package var toolchain: [String]
  /// Code that runs when the library is loaded, in the order in which it runs.
  package var constructors: [StartupFunction]
  /// Code that runs when it is unloaded, in the order in which it runs.
  package var destructors: [StartupFunction]
  package var imports: [ImportGroup]
  package var relocations: [RelocationCount]
  package var debugInformation: DebugInformation
  /// What was damaged and left out, one line each; empty for a sound file.
  package var damage: [String]

  package init(path: String, header: ELFHeader, details: ELFHeaderDetails) {
    self.path = path
    self.header = header
    self.details = details
    needed = []
    sections = []
    segments = []
    notes = []
    hardening = Hardening()
    toolchain = []
    constructors = []
    destructors = []
    imports = []
    relocations = []
    debugInformation = DebugInformation()
    damage = []
  }
}

extension ELFFacts {
  /// What the file is, in words.
  package var kind: String { header.kind(isProgram: isProgram) }
}

/// The fields of `Elf64_Ehdr` that only `sonde info` shows.
package struct ELFHeaderDetails: Hashable, Sendable {
  /// `e_ident[EI_ABIVERSION]`.
  package var abiVersion: UInt8
  /// `e_flags`.
  package var flags: UInt32
  /// `e_entry`.
  package var entry: UInt64

  package init(abiVersion: UInt8, flags: UInt32, entry: UInt64) {
    self.abiVersion = abiVersion
    self.flags = flags
    self.entry = entry
  }
}

/// How many symbols of which kind a table has, the null symbol left out.
package struct SymbolCounts: Hashable, Sendable {
  package var entries = 0
  package var exported = 0
  /// Undefined: to be found in other libraries.
  package var imported = 0
  package var exportedFunctions = 0
  package var exportedObjects = 0
  package var exportedThreadLocals = 0

  package init() {}

  package init(_ table: SymbolTable) {
    entries = table.symbols.count
    for symbol in table.symbols {
      if !symbol.isDefined { imported += 1 }
      guard symbol.isExported else { continue }
      exported += 1
      if symbol.type.isCallable { exportedFunctions += 1 }
      if symbol.type == .object || symbol.type == .common { exportedObjects += 1 }
      if symbol.type == .threadLocal { exportedThreadLocals += 1 }
    }
  }
}

/// A constructor or destructor.
package struct StartupFunction: Hashable, Sendable {
  /// Where it is called from.
  package enum Origin: String, Sendable {
    case preinitArray = "preinit_array"
    case initFunction = "init"
    case initArray = "init_array"
    case finiArray = "fini_array"
    case finiFunction = "fini"
  }

  package var origin: Origin
  package var address: UInt64
  /// The symbol at that address; nil when the table that named it has been stripped.
  package var name: String?

  package init(origin: Origin, address: UInt64, name: String?) {
    self.origin = origin
    self.address = address
    self.name = name
  }
}

/// The imported symbols that are bound to one version of one library.
package struct ImportGroup: Hashable, Sendable {
  /// The library that the version belongs to; nil when symbols have no version, since then any
  /// loaded library may define them.
  package var library: String?
  package var version: String?
  package var names: [String]

  package init(library: String?, version: String?, names: [String]) {
    self.library = library
    self.version = version
    self.names = names
  }
}

/// How many relocations of one type a file has.
package struct RelocationCount: Hashable, Sendable {
  package var name: String
  package var count: Int

  package init(name: String, count: Int) {
    self.name = name
    self.count = count
  }
}

/// What a debugger would find.
package struct DebugInformation: Hashable, Sendable {
  /// The file itself holds DWARF (`.debug_info`).
  package var hasDWARF = false
  /// The `.debug_` sections, by name.
  package var sections: [String] = []
  /// `.gnu_debugdata`: a compressed symbol table.
  package var hasMiniDebugInformation = false
  /// `.gnu_debuglink`: the name of the separate debug file.
  package var linkName: String?
  /// A separate debug file that is installed, found by build id or link.
  package var separateFile: String?
  /// The debug file that is installed belongs to another build.
  package var separateFileIsForeign = false

  package init() {}
}
