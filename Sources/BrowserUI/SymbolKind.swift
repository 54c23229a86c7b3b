/// A part of the symbols that the list can be narrowed to.
enum SymbolKind: Int, CaseIterable, Sendable {
  case exports
  case functions
  case data
  case threadLocal
  case imports
  case untyped
  case local
  case all

  /// The tab's label.
  var label: String {
    switch self {
    case .exports: "Exports"
    case .functions: "Functions"
    case .data: "Data"
    case .threadLocal: "TLS"
    case .imports: "Imports"
    case .untyped: "Untyped"
    case .local: "Local"
    case .all: "All"
    }
  }

  /// The label where room is short.
  var shortLabel: String { String(label.prefix(label.count > 4 ? 3 : 4)) }

  /// What is said when there is none.
  var noun: String {
    switch self {
    case .exports: "exports"
    case .functions: "exported functions"
    case .data: "exported data"
    case .threadLocal: "thread-local data"
    case .imports: "imports"
    case .untyped: "functions without a prototype"
    case .local: "local symbols"
    case .all: "symbols"
    }
  }
}

/// The kinds that a symbol is of: a bit each, by `SymbolKind.rawValue`.
struct SymbolKinds: OptionSet, Hashable, Sendable {
  var rawValue: UInt8

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ kind: SymbolKind) { rawValue = 1 << UInt8(kind.rawValue) }

  static let exports = SymbolKinds(.exports)
  static let functions = SymbolKinds(.functions)
  static let data = SymbolKinds(.data)
  static let threadLocal = SymbolKinds(.threadLocal)
  static let imports = SymbolKinds(.imports)
  static let untyped = SymbolKinds(.untyped)
  static let local = SymbolKinds(.local)
  static let all = SymbolKinds(.all)
}
