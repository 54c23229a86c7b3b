internal import ArgumentParser

/// `sonde symbols`: what a library exports, or every entry of its symbol tables.
struct SymbolsCommand: ParsableCommand {
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
  var table: SymbolsRequest.Table?

  @Option(
    help: ArgumentHelp(
      "List only names, mangled or demangled, that hold this text, or fit it if it has *, ? or [. "
        + "Case counts if it has an upper-case letter.", valueName: "pattern"))
  var match: String?

  @Flag(help: "Show C++, Rust and D names as their authors wrote them.")
  var demangle = false

  @Option(help: "Sort, ascending; without it symbols come in the order of their table.")
  var sort: SymbolsRequest.Order?

  @Flag(
    help: """
      For a stripped file, list the .symtab of its debug file, or of .gnu_debugdata. The file's \
      own .symtab wins.
      """)
  var debugSymbols = false

  @Flag(help: "Print one JSON object a symbol.")
  var json = false

  var request: SymbolsRequest {
    SymbolsRequest(
      file: file, all: all, table: table, match: match, demangle: demangle, sort: sort, json: json,
      debugSymbols: debugSymbols)
  }

  func run() throws {
    let status = request.run()
    if status != 0 { throw ExitCode(status) }
  }
}

extension SymbolsRequest.Table: ExpressibleByArgument {}
extension SymbolsRequest.Order: ExpressibleByArgument {}
