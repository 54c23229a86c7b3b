package import ELFModel
internal import ELFReader

/// Looking at a library: what both faces, command line and explorer, read of a file.
package enum LibraryFile {
  /// Finds the file that a FILE argument means and reads it as data.
  ///
  /// - Parameters:
  ///   - argument: a path, a library name or a short name.
  ///   - tables: the symbol tables to read; the others stay empty.
  /// - Returns: the image, with the path that was found.
  /// - Throws: `LibraryNotFound` or `ELFReadError`, each described by one line that names the
  ///   file and what was expected.
  package static func read(
    _ argument: String, tables: Set<SymbolTableKind> = [.dynsym, .symtab]
  ) throws -> ELFImage {
    try ELFReader.read(path: LibraryLocator.locate(argument), tables: tables)
  }

  /// The same with the symbols of a stripped file from where its debug information is installed.
  ///
  /// - Parameters:
  ///   - argument: a path, a library name or a short name.
  ///   - tables: the symbol tables to read.
  /// - Returns: the image; its `symtabSource` says when `symtab` is not the file's own.
  /// - Throws: as `read` does.
  package static func readWithDebugSymbols(
    _ argument: String, tables: Set<SymbolTableKind> = [.dynsym, .symtab]
  ) throws -> ELFImage {
    var image = try read(argument, tables: tables)
    guard tables.contains(.symtab), image.symtab.symbols.isEmpty,
      let debug = try ELFReader.debugSymbols(path: image.path)
    else { return image }
    image.symtab = debug.table
    image.symtabSource = debug.source
    image.notes += debug.notes.map { "\(debug.source): \($0)" }
    return image
  }

  /// Where the symbol table of a stripped file can be had; nil when it is nowhere.
  package static func debugSymbolSource(of path: String) -> String? {
    (try? ELFReader.debugSymbolSource(path: path)) ?? nil
  }
}

extension LibraryFile {
  /// Finds the file that a FILE argument means and reads what `sonde info` tells of it.
  ///
  /// - Parameter argument: a path, a library name or a short name.
  /// - Returns: the facts, with the path that was found.
  /// - Throws: `LibraryNotFound` or `ELFReadError`, as `read` does.
  package static func facts(_ argument: String) throws -> ELFFacts {
    try ELFReader.facts(path: LibraryLocator.locate(argument))
  }

  /// The members of a static archive, in order.
  ///
  /// - Parameter argument: a path, a library name or a short name.
  /// - Returns: its path and members; nil when the file is no static archive.
  /// - Throws: as `read` does.
  package static func archive(
    _ argument: String
  ) throws -> (path: String, listing: ArchiveListing)? {
    let path = try LibraryLocator.locate(argument)
    return try ELFReader.archive(path: path).map { (path, $0) }
  }

  /// Reads a member of a static archive.
  ///
  /// - Parameters:
  ///   - member: one of those that `archive` tells.
  ///   - path: the archive's.
  ///   - tables: the symbol tables to read.
  /// - Returns: the image, named `archive.a(member.o)`.
  /// - Throws: `ELFReadError` when it is no ELF file.
  package static func read(
    _ member: ArchiveMember, of path: String, tables: Set<SymbolTableKind>
  ) throws -> ELFImage {
    try ELFReader.read(member, of: path, tables: tables)
  }
}

/// Demangles C++, Rust, D, Swift and Ada names; holds the memory that doing so takes.
package struct SymbolDemangler: ~Copyable {
  private var demangler: NameDemangler

  /// - Parameter isAda: the library is written in Ada, whose names look like C's.
  package init(isAda: Bool = false) { demangler = NameDemangler(isAda: isAda) }

  /// Calls `body` with the demangled form of a name; nil, without calling it, when there is none.
  package mutating func withDemangled<R>(
    _ name: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> R
  ) -> R? {
    demangler.withDemangled(name, body)
  }

  /// The demangled form of one name; nil when there is none.
  package mutating func demangle(_ name: String) -> String? { demangler.demangle(name) }
}
