internal import Foundation

/// One symbol with its names looked up, comparable whichever program told it.
package struct ListedSymbol: Hashable, Sendable {
  package var table: String
  package var value: UInt64
  package var size: UInt64
  package var type: String
  package var binding: String
  package var visibility: String
  package var section: String
  /// With `@VERSION` or `@@VERSION`.
  package var name: String

  package init(
    table: String, value: UInt64, size: UInt64, type: String, binding: String, visibility: String,
    section: String, name: String
  ) {
    self.table = table
    self.value = value
    self.size = size
    self.type = type
    self.binding = binding
    self.visibility = visibility
    self.section = section
    self.name = name
  }
}

/// What GNU `readelf -W` says of a file: the truth the reader is held to.
package enum ReadelfListing {
  /// The symbols of a file, `.dynsym` before `.symtab`.
  ///
  /// - Parameter path: the file.
  /// - Returns: all entries but the null ones.
  /// - Throws: what Foundation throws when `readelf` cannot be run.
  package static func symbols(of path: String) throws -> [ListedSymbol] {
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
