import CLanguage
import ELFModel
import Evaluation

/// What every screen sees and some change: the library, what is known of it, what is going on.
struct Workspace: Sendable {
  /// What this session's prototypes are filed under in the header.
  static let sessionFile = "this session"

  let image: ELFImage
  let table: SymbolTable
  /// The profile's file, for messages.
  let profilePath: String
  private(set) var header: CHeader
  private var sources: [String: PrototypeSource]
  /// For every symbol whether its prototype is known, as far as that was looked up.
  private(set) var typed: [Bool] = []
  private(set) var typedCount = 0
  /// Declarations accepted and not yet saved, in the order in which they came.
  private(set) var unsaved: [UnsavedPrototype] = []
  /// Those that the running save was asked for.
  private var saving: [UnsavedPrototype] = []
  /// The functions whose session prototypes are in the profile.
  private var savedNames: Set<String> = []
  private var aliasIndex: AliasIndex?
  var running: RunningCall?
  var notice: Notice?
  var size: FrameSize
  /// The arguments last seen in a function's form.
  var drafts: [String: [String]] = [:]
  /// The arguments of a function's calls, oldest first.
  private(set) var history: [String: [[String]]] = [:]

  init(
    image: ELFImage, table: SymbolTable, header: CHeader, sources: [String: PrototypeSource],
    profilePath: String, size: FrameSize
  ) {
    self.image = image
    self.table = table
    self.header = header
    self.sources = sources
    self.sources[Self.sessionFile] = .session
    self.profilePath = profilePath
    self.size = size
    typed.reserveCapacity(table.symbols.count)
  }

  // MARK: Symbols

  func symbol(_ index: UInt32) -> Symbol { table.symbols[Int(index)] }

  /// The name, harmless to print.
  func name(_ index: UInt32) -> String { table.name(of: symbol(index)) }

  /// Other symbols at the same address, of the same section; none while the index of places is not built.
  func aliases(of index: UInt32) -> [UInt32] { aliasIndex?.aliases(of: index, in: table) ?? [] }

  // MARK: Prototypes

  /// The prototype of a symbol that can be called; nil when none is known.
  func declaration(of index: UInt32) -> CDeclaration? {
    guard symbol(index).type.isCallable else { return nil }
    return header.function(named: name(index))
  }

  /// A function's prototype as C writes it, with its semicolon.
  func prototypeText(of declaration: CDeclaration) -> String {
    CPrinter(header: header).signature(of: declaration) + ";"
  }

  /// A parameter as C writes it: `const unsigned char *buf`.
  func text(of parameter: CParameter) -> String {
    CPrinter(header: header).text(of: parameter.type, name: parameter.name)
  }

  /// Where a prototype comes from, in a word or two.
  func sourceLabel(of declaration: CDeclaration) -> String {
    guard let file = declaration.file, let source = sources[file] else { return "C" }
    guard source == .session else { return source.label }
    if unsaved.contains(where: { $0.name == declaration.name }) {
      return "this session, not saved"
    }
    return savedNames.contains(declaration.name) ? "yours, saved" : source.label
  }

  /// Looks up for some more symbols whether their prototypes are known.
  private mutating func lookUpPrototypes(by limit: Int) {
    let end = min(table.symbols.count, typed.count + min(limit, table.symbols.count))
    for index in typed.count..<end {
      let isTyped = declaration(of: UInt32(index)) != nil
      typed.append(isTyped)
      if isTyped { typedCount += 1 }
    }
  }

  /// Whether `typedCount` counts all symbols.
  var hasLookedUpAll: Bool { typed.count == table.symbols.count }

  /// Whether the first frame left work for later.
  var wantsIdle: Bool { !hasLookedUpAll || aliasIndex == nil }

  /// Does some of it: a few milliseconds for every ten thousand symbols.
  mutating func prepare(by limit: Int) {
    if !hasLookedUpAll {
      lookUpPrototypes(by: limit)
    } else if aliasIndex == nil {
      aliasIndex = AliasIndex(table)
    }
  }

  /// Takes in an accepted prototype: what is known, and what is to be saved.
  mutating func accept(_ prototype: CheckedPrototype) {
    header = prototype.header
    let name = prototype.declaration.name
    unsaved.removeAll { $0.name == name }
    unsaved.append(UnsavedPrototype(name: name, text: prototype.text))
    for index in typed.indices where !typed[index] {
      if table.nameBytes(of: table.symbols[index]).elementsEqual(name.utf8) {
        typed[index] = true
        typedCount += 1
      }
    }
  }

  /// What a save has to write; nil when there is nothing.
  mutating func beginSaving() -> [String]? {
    guard !unsaved.isEmpty else { return nil }
    saving = unsaved
    return unsaved.map(\.text)
  }

  /// What was asked to be saved is saved.
  mutating func finishSaving() {
    for prototype in saving {
      unsaved.removeAll { $0 == prototype }
      savedNames.insert(prototype.name)
    }
    saving = []
  }

  // MARK: Calls

  /// Keeps the arguments of a call for recalling them.
  mutating func remember(_ arguments: [String], of name: String) {
    drafts[name] = arguments
    if history[name]?.last != arguments { history[name, default: []].append(arguments) }
  }
}

/// A declaration that the profile does not hold yet.
struct UnsavedPrototype: Hashable, Sendable {
  var name: String
  var text: String
}

/// A call that has not ended.
struct RunningCall: Hashable, Sendable {
  /// The function's symbol.
  var symbol: UInt32
  var statement: String
  /// Seconds.
  var elapsed: Double
  /// The user wants it to end.
  var isStopping: Bool
}

/// A line for the user, shown until the next key.
struct Notice: Hashable, Sendable {
  var text: String
  var role: Role
}
