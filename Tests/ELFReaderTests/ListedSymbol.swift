import ELFModel
import TestSupport

extension ListedSymbol {
  init(_ symbol: Symbol, of table: SymbolTable, osABI: UInt8) {
    let section =
      switch symbol.section {
      case .undefined: "UND"
      case .absolute: "ABS"
      case .common: "COM"
      case .index(let index): "\(index)"
      }
    var name = table.name(of: symbol)
    if let version = table.version(of: symbol) {
      name += (symbol.isDefaultVersion ? "@@" : "@") + version
    }
    self.init(
      table: table.kind.rawValue, value: symbol.value, size: symbol.size,
      type: symbol.type.name(osABI: osABI)?.description ?? "\(symbol.type.rawValue)",
      binding: symbol.binding.name(osABI: osABI)?.description ?? "\(symbol.binding.rawValue)",
      visibility: symbol.visibility.name.description, section: section, name: name)
  }

  static func all(of image: ELFImage) -> [ListedSymbol] {
    [image.dynsym, image.symtab].flatMap { table in
      table.symbols.map { ListedSymbol($0, of: table, osABI: image.header.osABI) }
    }
  }
}
