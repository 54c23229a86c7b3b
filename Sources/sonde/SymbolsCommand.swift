internal import ArgumentParser
internal import ELFModel
internal import Glibc
internal import Workbench

/// `sonde symbols`: what a library exports, or every entry of its symbol tables.
struct SymbolsCommand: ParsableCommand {
  enum Table: String, ExpressibleByArgument, CaseIterable {
    case dynsym
    case symtab
    case all
  }

  enum Order: String, ExpressibleByArgument, CaseIterable {
    case name
    case address
    case size
  }

  static let configuration = CommandConfiguration(
    commandName: "symbols", abstract: "List the symbols that a library exports.",
    discussion: """
      Exported are the defined symbols of .dynsym that are GLOBAL, WEAK or UNIQUE. In the column \
      VERSION, @@ marks the version that a new program would link.
      """)

  @Argument(help: "A path, a library name (libz.so.1) or a short name (z, m, c).")
  var file: String

  @Flag(help: "List every entry of the table, not only what is exported.")
  var all = false

  @Option(help: "The symbol table to list.")
  var table: Table?

  @Option(
    help: ArgumentHelp(
      "List only names, mangled or demangled, that hold this text, or fit it if it has *, ? or [. "
        + "Case counts if it has an upper-case letter.", valueName: "pattern"))
  var match: String?

  @Flag(help: "Show C++, Rust and D names as their authors wrote them.")
  var demangle = false

  @Option(help: "Sort, ascending; without it symbols come in the order of their table.")
  var sort: Order?

  @Flag(help: "Print one JSON object a symbol.")
  var json = false

  func run() throws {
    do {
      var shown = tables
      var image = try LibraryFile.read(file, tables: Set(shown))
      if table == nil, image.header.isRelocatable {
        shown = [.symtab]
        image = try LibraryFile.read(file, tables: Set(shown))
      }
      try write(shown.map { $0 == .dynsym ? image.dynsym : image.symtab }, of: image)
      guard image.notes.isEmpty else {
        for note in image.notes { Self.complain("\(image.path): \(note)") }
        throw ExitCode(1)
      }
    } catch let exit as ExitCode {
      throw exit
    } catch {
      Self.complain("\(error)")
      throw ExitCode(1)
    }
  }

  private func write(_ tables: [SymbolTable], of image: ELFImage) throws {
    var output = ByteOutput()
    if json {
      listing.writeJSON(tables, header: image.header, to: &output)
    } else {
      listing.writeText(tables, header: image.header, to: &output)
    }
    try output.finish()
  }

  private var listing: SymbolListing {
    var listing = SymbolListing()
    listing.showsAll = all
    listing.pattern = match.map { NamePattern($0) }
    listing.demangles = demangle
    switch sort {
    case .name: listing.order = .name
    case .address: listing.order = .address
    case .size: listing.order = .size
    case nil: listing.order = .table
    }
    return listing
  }

  /// What `--table` says; an object file, which has no dynamic symbols, shows its others instead.
  private var tables: [SymbolTableKind] {
    switch table {
    case .dynsym, nil: [.dynsym]
    case .symtab: [.symtab]
    case .all: [.dynsym, .symtab]
    }
  }

  private static func complain(_ text: String) {
    var line = "sonde: \(text)\n"
    line.withUTF8 { bytes in _ = Glibc.write(STDERR_FILENO, bytes.baseAddress, bytes.count) }
  }
}
