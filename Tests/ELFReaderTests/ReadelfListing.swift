import ELFModel
import Foundation

/// One symbol with its names looked up, comparable whichever program told it.
struct ListedSymbol: Hashable {
  var table: String
  var value: UInt64
  var size: UInt64
  var type: String
  var binding: String
  var visibility: String
  var section: String
  /// With `@VERSION` or `@@VERSION`.
  var name: String
}

extension ListedSymbol {
  init(_ symbol: Symbol, of table: SymbolTable, osABI: UInt8) {
    self.table = table.kind.rawValue
    value = symbol.value
    size = symbol.size
    type = symbol.type.name(osABI: osABI)?.description ?? "\(symbol.type.rawValue)"
    binding = symbol.binding.name(osABI: osABI)?.description ?? "\(symbol.binding.rawValue)"
    visibility = symbol.visibility.name.description
    section =
      switch symbol.section {
      case .undefined: "UND"
      case .absolute: "ABS"
      case .common: "COM"
      case .index(let index): "\(index)"
      }
    name = table.name(of: symbol)
    if let version = table.version(of: symbol) {
      name += (symbol.isDefaultVersion ? "@@" : "@") + version
    }
  }

  static func all(of image: ELFImage) -> [ListedSymbol] {
    [image.dynsym, image.symtab].flatMap { table in
      table.symbols.map { ListedSymbol($0, of: table, osABI: image.header.osABI) }
    }
  }
}

/// What GNU `readelf -W` says of a file: the truth the reader is held to.
enum ReadelfListing {
  static func symbols(of path: String) throws -> [ListedSymbol] {
    var symbols: [ListedSymbol] = []
    var table = ""
    for line in try output(["-W", "--dyn-syms", "--syms", path]).split(separator: 0x0a) {
      let line = String(decoding: line, as: UTF8.self)
      if line.hasPrefix("Symbol table '") {
        table = line.contains("'.dynsym'") ? "dynsym" : "symtab"
      } else if let symbol = symbol(line, table: table) {
        symbols.append(symbol)
      }
    }
    return symbols.filter { $0.table == "dynsym" } + symbols.filter { $0.table == "symtab" }
  }

  /// `Num: Value Size Type Bind Vis Ndx Name`; nil for other lines and for the null symbol.
  private static func symbol(_ line: String, table: String) -> ListedSymbol? {
    var rest = Substring(line)
    guard let number = word(&rest), number.hasSuffix(":"), let index = Int(number.dropLast()),
      index > 0, let value = word(&rest), let size = word(&rest), let type = word(&rest),
      let binding = word(&rest), let visibility = word(&rest), var section = word(&rest)
    else { return nil }
    // `[<other>: 88]` or `[VARIANT_PCS]` may follow the visibility.
    while section.hasPrefix("[") || section.hasSuffix("]") {
      guard let next = word(&rest) else { return nil }
      section = next
    }
    var name = rest.drop { $0 == " " }
    // `name@VERSION (2)`: the version's own number.
    if table == "dynsym", name.hasSuffix(")"), let end = name.range(of: " (", options: .backwards) {
      name = name[..<end.lowerBound]
    }
    return ListedSymbol(
      table: table, value: UInt64(value, radix: 16) ?? 0,
      size: size.hasPrefix("0x") ? UInt64(size.dropFirst(2), radix: 16) ?? 0 : UInt64(size) ?? 0,
      // SPARC's own name for the number: a processor's types have none here.
      type: type == "REGISTER" ? "13" : type, binding: binding, visibility: visibility,
      section: section, name: String(name))
  }

  /// The next word; `<OS specific>: 10` counts as `10`.
  private static func word(_ rest: inout Substring) -> String? {
    rest = rest.drop { $0 == " " }
    if rest.hasPrefix("<"), let end = rest.range(of: ">: ") { rest = rest[end.upperBound...] }
    let word = rest.prefix { $0 != " " }
    rest = rest[word.endIndex...]
    return word.isEmpty ? nil : String(word)
  }

  private static func output(_ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/readelf")
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return data
  }
}
