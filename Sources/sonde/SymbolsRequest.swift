internal import ELFModel
internal import Glibc
internal import Workbench

/// What `sonde symbols` was asked for.
struct SymbolsRequest: Hashable {
  enum Table: String, CaseIterable {
    case dynsym
    case symtab
    case all
  }

  enum Order: String, CaseIterable {
    case name
    case address
    case size
  }

  var file: String
  var all = false
  var table: Table?
  var match: String?
  var demangle = false
  var sort: Order?
  var json = false
  /// A stripped file shows the `.symtab` of its debug file.
  var debugSymbols = false

  /// Prints the list to standard output and errors to standard error.
  ///
  /// - Returns: the exit status: 0, or 1 when the file could not be read, or only in part.
  func run() -> Int32 {
    do {
      let image: ELFImage
      do {
        image = try readAndWrite()
      } catch {
        // Asked only now: most files are no archives.
        guard let (path, archive) = try? LibraryFile.archive(file) else { throw error }
        return try write(archive, of: path)
      }
      for note in image.notes { Output.complain("\(image.path): \(note)") }
      return image.notes.isEmpty ? 0 : 1
    } catch {
      Output.complain("\(error)")
      return 1
    }
  }

  private func readAndWrite() throws -> ELFImage {
    let image = try readWhatCounts { try read($0) }
    var output = ByteOutput()
    write(image, to: &output)
    try output.finish()
    sayWhereFrom(image)
    return image
  }

  /// An object file has no dynamic symbols; what it defines is in its other table.
  func readWhatCounts(_ read: (Set<SymbolTableKind>) throws -> ELFImage) throws -> ELFImage {
    let image = try read(Set(tables))
    return table == nil && image.header.isRelocatable ? try read([.symtab]) : image
  }

  func write(_ image: ELFImage, member: String? = nil, to output: inout ByteOutput) {
    let shown = table == nil && image.header.isRelocatable ? [.symtab] : tables
    let tables = shown.map { $0 == .dynsym ? image.dynsym : image.symtab }
    var listing = listing
    listing.isAda = image.isAda
    listing.member = member
    if json {
      listing.writeJSON(tables, header: image.header, to: &output)
    } else {
      listing.writeText(tables, header: image.header, to: &output)
    }
  }

  private func read(_ tables: Set<SymbolTableKind>) throws -> ELFImage {
    try debugSymbols
      ? LibraryFile.readWithDebugSymbols(file, tables: tables)
      : LibraryFile.read(file, tables: tables)
  }

  /// A stripped file has no `.symtab` of its own; where it can be had is said, not guessed.
  private func sayWhereFrom(_ image: ELFImage) {
    if let source = image.symtabSource {
      Output.complain("\(image.path): stripped; .symtab is that of \(source)")
    } else if debugSymbols, tables.contains(.symtab), image.symtab.symbols.isEmpty {
      Output.complain("\(image.path): stripped, and no debug file of this build is installed")
    } else if table == .symtab, image.symtab.symbols.isEmpty,
      let source = LibraryFile.debugSymbolSource(of: image.path)
    {
      Output.complain(
        "\(image.path): has no .symtab; --debug-symbols shows that of \(source)")
    }
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

  private var tables: [SymbolTableKind] {
    switch table {
    case nil: debugSymbols ? [.symtab] : [.dynsym]
    case .dynsym: [.dynsym]
    case .symtab: [.symtab]
    case .all: [.dynsym, .symtab]
    }
  }
}

extension SymbolsRequest {
  /// Understands the plainest ways to ask for a list, `symbols FILE` with whole option names.
  ///
  /// ArgumentParser takes longer for a command line than reading a small library does. What is
  /// spelled in any other way, asks for help or is wrong goes through it: nil.
  init?(plain arguments: some Sequence<String>) {
    var rest = arguments.makeIterator()
    guard rest.next() == "symbols" else { return nil }
    var file: String?
    var request = SymbolsRequest(file: "")
    while let argument = rest.next() {
      switch argument {
      case "--all": request.all = true
      case "--demangle": request.demangle = true
      case "--json": request.json = true
      case "--table":
        guard request.table == nil, let table = rest.next().flatMap({ Table(rawValue: $0) })
        else { return nil }
        request.table = table
      case "--sort":
        guard request.sort == nil, let order = rest.next().flatMap({ Order(rawValue: $0) })
        else { return nil }
        request.sort = order
      case "--match":
        guard request.match == nil, let pattern = rest.next(), !pattern.hasPrefix("-")
        else { return nil }
        request.match = pattern
      default:
        guard file == nil, !argument.hasPrefix("-") else { return nil }
        file = argument
      }
    }
    guard let file else { return nil }
    request.file = file
    self = request
  }
}
