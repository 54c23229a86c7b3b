/// Where a prototype comes from, most trusted first.
package enum PrototypeSource: Hashable, Sendable, CaseIterable {
  /// `--declare`, `--header`, or typed in this session.
  case session
  /// `.sonde/` of the working directory or a parent of it.
  case project
  /// The user's own store.
  case user
  /// Shipped with sonde.
  case shipped
  /// Debug information.
  case dwarf
  /// The parameters of a mangled C++ name.
  case mangled

  /// One or two words for a badge or a table.
  package var label: String {
    switch self {
    case .session: "this session"
    case .project: "project"
    case .user: "yours"
    case .shipped: "shipped"
    case .dwarf: "DWARF"
    case .mangled: "C++ name"
    }
  }
}
