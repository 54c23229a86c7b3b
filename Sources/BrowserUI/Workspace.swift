import CLanguage
import ELFModel
import Evaluation

/// The form of a mangled name that people read; nil when there is none.
package typealias Demangle = @Sendable (ArraySlice<UInt8>) -> String?

/// What every screen sees and some change: the library, what is known of it, what is going on.
struct Workspace: Sendable {
  /// What this session's prototypes are filed under in the header.
  static let sessionFile = "this session"

  let image: ELFImage
  private(set) var catalog: SymbolCatalog
  /// The form of a mangled name that people read; nil when there is none.
  let demangle: Demangle
  /// What all sources know of functions' prototypes, by symbol.
  private(set) var knowledge: [UInt32: PrototypeKnowledge] = [:]
  /// The C text of prototypes that debug information gave, by name: for keeping them.
  private var learnedTexts: [String: String] = [:]
  /// What was found out about functions' code, by symbol.
  var code: [UInt32: CodeDetails] = [:]
  /// What `sonde info` tells of the file, once it was read.
  var facts: ELFFacts?
  /// The profile's file, for messages.
  let profilePath: String
  /// What called code may do, in a word or two; empty when that is not said.
  var sandbox = ""
  /// How much of the debug information is read, of 100; nil when none is being read.
  private(set) var debugPercent: Int?
  /// What was declared since the start, oldest first.
  private var said: [String] = []
  private(set) var header: CHeader {
    didSet { typeNames = Self.typeNames(in: header) }
  }
  /// The types that are known besides C's own.
  private(set) var typeNames: [String]
  private var sources: [String: PrototypeSource]
  /// For how many symbols it was looked up whether their prototypes are known.
  private var lookedUpCount = 0
  /// Declarations accepted and not yet saved, in the order in which they came.
  private(set) var unsaved: [UnsavedPrototype] = []
  /// Those that the running save was asked for.
  private var saving: [UnsavedPrototype] = []
  /// The functions whose session prototypes are in the profile.
  private var savedNames: Set<String> = []
  private var aliasIndex: AliasIndex?
  /// The statement that runs now.
  var running: RunningStatement?
  /// Statements that wait for the one that runs.
  private var waiting: [RunningStatement] = []
  private(set) var transcript = Transcript()
  /// The probe's memory, as it was when it was last looked at.
  var memory = MemoryState()
  /// The variables of the console, with their values after the last statement.
  var variables: [VariableRow] = []
  /// The expressions that are watched.
  var watched: [String] = []
  /// The values of expressions, as last seen.
  var values: [String: VariableRow] = [:]
  /// The variables and expressions whose values the last statement changed.
  var changedValues: Set<String> = []
  /// What was typed at the console, this time and earlier, the last one last.
  var pastStatements: [String] = []
  var notice: Notice?
  var size: FrameSize
  /// The arguments last seen in a function's form.
  var drafts: [String: [String]] = [:]
  /// The arguments of a function's calls, oldest first.
  private(set) var history: [String: [[String]]] = [:]

  init(
    image: ELFImage, header: CHeader, sources: [String: PrototypeSource], profilePath: String,
    size: FrameSize, demangle: @escaping Demangle
  ) {
    self.image = image
    self.demangle = demangle
    catalog = SymbolCatalog(image)
    self.header = header
    typeNames = Self.typeNames(in: header)
    self.sources = sources
    self.sources[Self.sessionFile] = .session
    self.profilePath = profilePath
    self.size = size
  }

  // MARK: Symbols

  var table: SymbolTable { catalog.table }

  /// How many functions have a prototype, as far as that was looked up.
  var typedCount: Int { catalog.counts[.functions] - catalog.counts[.untyped] }

  /// Whether a symbol is a function that the dynamic linker finds.
  func canBeCalled(_ index: UInt32) -> Bool {
    catalog.kinds[Int(index)].contains(.functions)
  }

  func symbol(_ index: UInt32) -> Symbol { table.symbols[Int(index)] }

  /// The name, harmless to print.
  func name(_ index: UInt32) -> String { table.name(of: symbol(index)) }

  /// Whether a symbol is code of this file.
  func hasCode(_ index: UInt32) -> Bool {
    let symbol = symbol(index)
    return symbol.isDefined && symbol.type.isCallable
  }

  /// Has the code of a function read, if it was not yet.
  func readCode(_ index: UInt32) -> [BrowserEffect] {
    guard hasCode(index), code[index] == nil else { return [] }
    // In an object file several sections begin at the same address.
    let place =
      image.header.isRelocatable ? name(index) : "0x" + String(symbol(index).value, radix: 16)
    return [.readCode(symbol: index, place: place)]
  }

  /// The names of exported symbols that begin with a prefix.
  func exportedNames(startingWith prefix: String) -> [String] {
    let wanted = Array(prefix.utf8)
    var names: [String] = []
    for (index, kinds) in catalog.kinds.enumerated() where kinds.contains(.exports) {
      let symbol = table.symbols[index]
      if table.nameBytes(of: symbol).starts(with: wanted) { names.append(table.name(of: symbol)) }
    }
    return names
  }

  /// The name as people write it: demangled where it is mangled.
  func shownName(_ index: UInt32) -> String {
    demangle(table.nameBytes(of: symbol(index))).map { String(displaying: $0) } ?? name(index)
  }

  /// The language that the name was mangled by.
  func language(_ index: UInt32) -> SymbolLanguage? {
    SymbolLanguage(mangled: table.nameBytes(of: symbol(index)))
  }

  /// Where a symbol is defined (`st_shndx`), in a word; the number while the names are not read.
  func sectionName(_ section: SymbolSection) -> String {
    switch section {
    case .undefined: return "undefined"
    case .absolute: return "absolute"
    case .common: return "common"
    case .index(let number):
      guard let facts, facts.sections.indices.contains(Int(number)) else { return "\(number)" }
      return facts.sections[Int(number)].name
    }
  }

  /// Other symbols at the same address, of the same section; none while the index of places is not built.
  func aliases(of index: UInt32) -> [UInt32] { aliasIndex?.aliases(of: index, in: table) ?? [] }

  // MARK: Prototypes

  /// The prototype of a symbol that can be called; nil when none is known.
  func declaration(of index: UInt32) -> CDeclaration? {
    guard symbol(index).type.isCallable else { return nil }
    return header.function(named: name(index))
  }

  /// A function's prototype as people read it: C without annotations, with its semicolon.
  func prototypeText(of declaration: CDeclaration) -> String {
    annotatedText(of: declaration.withoutAnnotations)
  }

  /// All that is known of a function, as a profile has it.
  func annotatedText(of declaration: CDeclaration) -> String {
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
    let end = min(table.symbols.count, lookedUpCount + min(limit, table.symbols.count))
    for index in lookedUpCount..<end where catalog.kinds[index].contains(.functions) {
      let number = UInt32(truncatingIfNeeded: index)
      catalog.setTyped(declaration(of: number) != nil, number)
    }
    lookedUpCount = end
  }

  /// Whether `typedCount` counts all symbols.
  var hasLookedUpAll: Bool { lookedUpCount == table.symbols.count }

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

  /// Adds the symbols that only the full table has.
  mutating func add(_ symtab: SymbolTable) {
    catalog.add(symtab)
    aliasIndex = nil
  }

  /// Has other sources than profiles looked through for a function, if they were not yet.
  func learn(_ index: UInt32) -> [BrowserEffect] {
    guard catalog.kinds[Int(index)].contains(.functions), knowledge[index] == nil else { return [] }
    return [.learn(symbol: index, name: name(index))]
  }

  /// Whether other sources are still being looked through.
  func isLearning(_ index: UInt32) -> Bool {
    catalog.kinds[Int(index)].contains(.functions) && knowledge[index] == nil
  }

  /// Takes in what they know; what a profile or the user said counts before it.
  mutating func learn(_ index: UInt32, _ knowledge: PrototypeKnowledge) {
    self.knowledge[index] = knowledge
    guard let text = knowledge.declarations else { return }
    let known = declaration(of: index)
    let isOfProfile = known.map { $0.file.flatMap { sources[$0] } != .dwarf } ?? false
    guard !isOfProfile else { return }
    learnedTexts[name(index)] = text
    guard known == nil else { return }
    var extended = CHeader(over: header)
    let file = knowledge.source.label
    guard extended.declare(text, file: file).isEmpty else { return }
    header = extended
    sources[file] = knowledge.source
    noteTyped(name(index))
  }

  /// Takes in what debug information says, below what was declared since the start.
  mutating func take(_ lower: CHeader, news: [CDeclaration], percent: Int) {
    var names: Set<String> = []
    for declaration in news {
      if let file = declaration.file, sources[file] == nil { sources[file] = .dwarf }
      if case .function = declaration.kind { names.insert(declaration.name) }
    }
    header = said.reduce(lower) { header, text in
      declared(text, over: header) ?? header
    }
    noteTyped(names)
    debugPercent = percent < 100 ? percent : nil
  }

  /// Keeps a prototype that debug information gave among those to be saved.
  ///
  /// - Returns: whether there is one.
  mutating func keepLearned(_ index: UInt32) -> Bool {
    let name = name(index)
    guard let text = learnedTexts[name] else { return false }
    unsaved.removeAll { $0.name == name }
    unsaved.append(UnsavedPrototype(name: name, text: text))
    return true
  }

  /// Takes in an accepted prototype: what is known, and what is to be saved.
  mutating func accept(_ prototype: CheckedPrototype) {
    header = prototype.header
    said.append(prototype.text)
    let name = prototype.declaration.name
    unsaved.removeAll { $0.name == name }
    unsaved.append(UnsavedPrototype(name: name, text: prototype.text))
    noteTyped(name)
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

  // MARK: Statements

  /// Has a statement evaluated, now or after those that are before it.
  mutating func start(_ statement: String, symbol: UInt32?) -> [Transition] {
    let next = RunningStatement(symbol: symbol, statement: statement)
    guard running == nil else {
      waiting.append(next)
      return []
    }
    running = next
    return [.effect(.evaluate(statement))]
  }

  /// Takes in what came of a statement of the line that runs.
  ///
  /// - Returns: its entry; nil when nothing runs.
  mutating func record(_ report: StatementReport) -> TranscriptEntry? {
    guard let running else { return nil }
    transcript.record(report, symbol: running.symbol)
    if case .declared = report.outcome { adopt(report.statement) }
    return transcript.entries.last
  }

  /// The line that ran has ended.
  ///
  /// - Returns: the next one to evaluate.
  mutating func finish() -> String? {
    running = waiting.isEmpty ? nil : waiting.removeFirst()
    return running?.statement
  }

  /// Gives up the statements that wait.
  mutating func dropWaiting() { waiting = [] }

  /// How many statements wait for the one that runs.
  var waitingCount: Int { waiting.count }

  /// What a statement declared is known from now on, and functions and types are to be saved.
  private mutating func adopt(_ statement: String) {
    // At the console the semicolon can be left out.
    let isEnded = statement.trimmed.hasSuffix(";") || statement.trimmed.hasSuffix("}")
    let statement = isEnded ? statement : statement + ";"
    guard let extended = declared(statement, over: header) else { return }
    header = extended
    said.append(statement)
    for declaration in extended.declarations {
      switch declaration.kind {
      case .function:
        // What is not of the library lives as long as the session.
        guard exportsFunction(declaration.name), !statement.contains("{") else { continue }
        noteTyped(declaration.name)
      case .object, .constant, .macro: continue
      case .typedef, .record, .enumeration: break
      }
      unsaved.removeAll { $0.name == declaration.name }
      unsaved.append(UnsavedPrototype(name: declaration.name, text: statement.trimmed))
      // One text is saved once.
      return
    }
  }

  /// A header with what this session says; nil when it does not hold.
  private func declared(_ text: String, over lower: CHeader) -> CHeader? {
    var extended = CHeader(over: lower)
    extended.skipsFunctionBodies = true
    return extended.declare(text, file: Self.sessionFile).isEmpty ? extended : nil
  }

  private func exportsFunction(_ name: String) -> Bool {
    exportedNames(startingWith: name).contains(name)
  }

  private mutating func noteTyped(_ name: String) { noteTyped([name]) }

  private mutating func noteTyped(_ names: Set<String>) {
    for index in 0..<lookedUpCount where catalog.kinds[index].contains(.untyped) {
      let number = UInt32(truncatingIfNeeded: index)
      if names.contains(name(number)) { catalog.setTyped(true, number) }
    }
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

/// A line for the user, shown until the next key.
struct Notice: Hashable, Sendable {
  var text: String
  var role: Role
}
