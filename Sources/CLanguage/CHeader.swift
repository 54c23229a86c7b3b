/// Everything that one text declares, over what a lower header declares.
///
/// Names are looked up here first, then in the lower header, so a higher header shadows a lower
/// one. Types are resolved and records laid out when they are declared: no later name can change
/// what an earlier declaration meant, and no type can contain itself.
package struct CHeader: Sendable {
  /// This header's own declarations, in order of the text.
  package internal(set) var declarations: [CDeclaration] = []
  /// The `#pragma sonde …` lines of this header's own text.
  package internal(set) var pragmas: [CPragma] = []
  /// The system headers that this header's own text includes.
  package internal(set) var includes: [CInclude] = []
  /// What widths and alignments are those of.
  package let target: CTarget
  /// How much text is taken.
  package var limits: CLimits {
    get { sharedLimits.limits }
    set { sharedLimits = CSharedLimits(newValue) }
  }
  private var sharedLimits: CSharedLimits
  /// Functions with bodies count as their prototypes, as imported headers have them; otherwise a
  /// body is a mistake, since nothing would become of it.
  package var skipsFunctionBodies = false
  /// Functions of files that a preprocessed text only includes are passed over, right or wrong, for
  /// a reader who asks for types alone.
  package var passesIncludedPrototypes = false

  private let lower: CLowerHeader?
  /// Marks of every typedef's name, here and below, and of those below alone.
  private var typedefMarks: UInt64 = 0
  private let lowerTypedefMarks: UInt64
  /// The largest number of types that one typedef, here or below, is made of.
  private(set) var largestTypedef = 1
  /// Own functions, objects, typedefs and constants: the index into `declarations`.
  private var ordinary: [String: Int] = [:]
  private var typedefs: [String: CTypedefEntry] = [:]
  private var records: [CRecordName: CRecordDefinition] = [:]
  private var enumerations: [CEnumerationName: CEnumerationDefinition] = [:]
  private var tags: [String: CTagKind] = [:]
  /// Own typedefs that mean something else in a lower header: what they mean there.
  private var shadowed: [String: CQualifiedType] = [:]
  var macros: [String: CMacro] = [:]
  private var nextAnonymous: Int
  /// What to put back when the declaration that is being read turns out damaged.
  private var journal: [CHeaderChange] = []

  /// An empty header over another, whose names it sees and may shadow.
  package init(over lower: CHeader = .standard) {
    self.lower = CLowerHeader(lower)
    lowerTypedefMarks = lower.typedefMarks
    typedefMarks = lower.typedefMarks
    largestTypedef = lower.largestTypedef
    target = lower.target
    sharedLimits = lower.sharedLimits
    nextAnonymous = lower.nextAnonymous
  }

  /// A header with nothing below it.
  init(target: CTarget) {
    lower = nil
    lowerTypedefMarks = 0
    self.target = target
    sharedLimits = .standard
    nextAnonymous = 0
  }

  /// The header below.
  var outer: CHeader? { lower?.header }

  // MARK: Lookup

  /// The function, object, typedef or constant of that name, own ones first.
  package func declaration(named name: String) -> CDeclaration? {
    if let index = ordinary[name] { return declarations[index] }
    guard var declaration = lower?.header.declaration(named: name) else { return nil }
    if !shadowed.isEmpty { declaration.kind = unshadowed(declaration.kind) }
    return declaration
  }

  /// The function of that name, own ones first, then the lower header's.
  package func function(named name: String) -> CDeclaration? {
    guard let found = declaration(named: name), case .function = found.kind else { return nil }
    return found
  }

  /// What this header itself, not one below, declares under that name.
  package func ownDeclaration(named name: String) -> CDeclaration? {
    ordinary[name].map { declarations[$0] }
  }

  /// This header's own declaration with the braces of a struct or union.
  package func declaration(defining name: CRecordName) -> CDeclaration? {
    declarations.first { $0.isDefinition && $0.kind == .record(name) }
  }

  /// This header's own declaration with the braces of an enumeration.
  package func declaration(defining name: CEnumerationName) -> CDeclaration? {
    declarations.first { $0.isDefinition && $0.kind == .enumeration(name) }
  }

  /// The function that this header itself declares under that name.
  package func ownFunction(named name: String) -> CDeclaration? {
    guard let index = ordinary[name], case .function = declarations[index].kind else { return nil }
    return declarations[index]
  }

  /// The variable of that name.
  package func object(named name: String) -> CDeclaration? {
    guard let found = declaration(named: name), case .object = found.kind else { return nil }
    return found
  }

  /// The typedef of that name.
  package func typedef(named name: String) -> CDeclaration? {
    guard let found = declaration(named: name), case .typedef = found.kind else { return nil }
    return found
  }

  /// The enumerator or constant macro of that name: its value and type.
  package func constant(named name: String) -> (value: Int128, type: CType)? {
    if let found = declaration(named: name) {
      guard case .constant(let value, let type) = found.kind else { return nil }
      return (value, type)
    }
    guard case .constant(let value, let type)? = macro(named: name) else { return nil }
    return (value, type)
  }

  /// The members and layout of a struct or union; nil when it is only declared.
  package func definition(of name: CRecordName) -> CRecordDefinition? {
    if let own = records[name] { return own }
    guard var definition = lower?.header.definition(of: name) else { return nil }
    if !shadowed.isEmpty {
      for index in definition.members.indices {
        definition.members[index].type = unshadowed(definition.members[index].type)
      }
    }
    return definition
  }

  /// The enumerators of an enumeration; nil when it is only declared.
  package func definition(of name: CEnumerationName) -> CEnumerationDefinition? {
    enumerations[name] ?? lower?.header.definition(of: name)
  }

  /// Whether a tag is that of a struct, union or enumeration.
  package func kind(ofTag tag: String) -> CTagKind? { tags[tag] ?? lower?.header.kind(ofTag: tag) }

  /// All functions, objects, typedefs, constants and macros that begin with a prefix, sorted, for
  /// completion; every name once, also when a higher header shadows it.
  package func names(startingWith prefix: String) -> [String] {
    var names = Set(ordinary.keys.filter { $0.hasPrefix(prefix) })
    var header = lower?.header
    while let current = header {
      names.formUnion(current.ordinary.keys.filter { $0.hasPrefix(prefix) })
      header = current.lower?.header
    }
    return names.sorted()
  }

  /// The typedef names that begin with a prefix, sorted, for completion.
  package func typeNames(startingWith prefix: String) -> [String] {
    names(startingWith: prefix).filter { typedef(named: $0) != nil }
  }

  /// The tags of structs, unions and enumerations that begin with a prefix, sorted, each once.
  package func tagNames(startingWith prefix: String) -> [String] {
    var names = Set(tags.keys.filter { $0.hasPrefix(prefix) })
    var header = lower?.header
    while let current = header {
      names.formUnion(current.tags.keys.filter { $0.hasPrefix(prefix) })
      header = current.lower?.header
    }
    return names.sorted()
  }

  /// Every typedef that can be seen from here, some twice.
  var allTypedefNames: [String] {
    Array(typedefs.keys) + (lower?.header.allTypedefNames ?? [])
  }

  var emptyMacroNames: [String] {
    macros.filter { $0.value == .empty }.map(\.key) + (lower?.header.emptyMacroNames ?? [])
  }

  /// Puts declarations, ordered by their places, between those from an index on.
  mutating func insert(_ new: [CDeclaration], from first: Int) {
    guard !new.isEmpty else { return }
    var all: [CDeclaration] = []
    all.reserveCapacity(declarations.count + new.count)
    all += declarations[..<first]
    var moved: [Int] = []
    moved.reserveCapacity(declarations.count - first)
    var waiting = new[...]
    for declaration in declarations[first...] {
      while let next = waiting.first,
        next.range.start.offset < declaration.range.start.offset
      {
        all.append(next)
        waiting.removeFirst()
      }
      moved.append(all.count)
      all.append(declaration)
    }
    all += waiting
    ordinary = ordinary.mapValues { $0 >= first ? moved[$0 - first] : $0 }
    declarations = all
    for index in first..<all.count where ordinary[all[index].name] == nil {
      let declaration = all[index]
      guard isNamespaceMember(declaration) else { continue }
      ordinary[declaration.name] = index
      noteShadowing(by: declaration)
    }
    journal.removeAll()
  }

  /// Whether this header itself, not one below, declares the name.
  func isOwn(_ name: String) -> Bool { ordinary[name] != nil }

  /// What a macro expands to when that is an expression but no integer constant: `M_PI`,
  /// `ZLIB_VERSION`, `SQLITE_TRANSIENT`; nil for all other names.
  ///
  /// Its places are those of the expansion, not of any text that is at hand.
  package func macroExpression(named name: String) -> CExpression? {
    guard case .expression(let expression, _)? = macro(named: name) else { return nil }
    return expression
  }

  func macro(named name: String) -> CMacro? { macros[name] ?? lower?.header.macro(named: name) }

  func typedefEntry(named name: String) -> CTypedefEntry? {
    if let own = typedefs[name] { return own }
    guard mayBeTypedefBelow(name) else { return nil }
    // A function or variable of that name hides the type.
    return ordinary[name] == nil ? lower?.header.typedefEntry(named: name) : nil
  }

  // MARK: Types

  /// The type with a typedef at its top replaced by what it stands for.
  ///
  /// The replacement has no typedefs anywhere in it. A typedef that is not known stays.
  package func resolved(_ type: CType) -> CType { resolved(CQualifiedType(type)).type }

  /// The same with the qualifiers that the typedef adds.
  package func resolved(_ type: CQualifiedType) -> CQualifiedType {
    guard case .typedef(let name) = type.type, let entry = typedefEntry(named: name) else {
      return type
    }
    return entry.resolved.adding(type.qualifiers)
  }

  // MARK: Taking in

  /// Makes room for declarations to come.
  mutating func reserve(declarationCount count: Int) {
    declarations.reserveCapacity(declarations.count + count)
    ordinary.reserveCapacity(ordinary.count + count)
  }

  /// How many typedefs of lower headers mean something else here.
  var shadowedCount: Int { shadowed.count }

  mutating func anonymousTag() -> CTagName {
    nextAnonymous += 1
    return .anonymous(nextAnonymous)
  }

  /// Begins a declaration that `undo` can take back.
  mutating func beginDeclaration() { journal.removeAll(keepingCapacity: true) }

  /// Takes back everything since `beginDeclaration`.
  mutating func undo(toCount count: Int) {
    declarations.removeSubrange(count...)
    for change in journal.reversed() {
      switch change {
      case .ordinary(let name, let old): ordinary[name] = old
      case .typedef(let name, let old): typedefs[name] = old
      case .record(let name, let old): records[name] = old
      case .enumeration(let name, let old): enumerations[name] = old
      case .tag(let name, let old): tags[name] = old
      case .shadowed(let name, let old): shadowed[name] = old
      }
    }
    journal.removeAll(keepingCapacity: true)
  }

  mutating func add(_ declaration: CDeclaration) {
    if isNamespaceMember(declaration) {
      let old = ordinary.updateValue(declarations.count, forKey: declaration.name)
      journal.append(.ordinary(declaration.name, old))
      noteShadowing(by: declaration)
    }
    declarations.append(declaration)
  }

  /// A name that is no type here may be one in a lower header, whose declarations still mean it.
  private mutating func noteShadowing(by declaration: CDeclaration) {
    if case .typedef = declaration.kind { return }
    guard mayBeTypedefBelow(declaration.name),
      let below = lower?.header.typedefEntry(named: declaration.name)
    else { return }
    journal.append(.shadowed(declaration.name, shadowed[declaration.name]))
    shadowed[declaration.name] = below.resolved
  }

  /// Quickly false for most names: all names of types below have marked their length and ends.
  private func mayBeTypedefBelow(_ name: String) -> Bool {
    let mark = Self.mark(of: name)
    return lowerTypedefMarks & mark == mark
  }

  /// A bit for the length of a name and one for each end of it.
  private static func mark(of name: String) -> UInt64 {
    let bytes = name.utf8
    let first = UInt64(bytes.first ?? 0) & 15
    let last = UInt64(bytes.last ?? 0) & 15
    return 1 << UInt64(min(bytes.count, 31)) | 1 << (32 + first) | 1 << (48 + last)
  }

  private func isNamespaceMember(_ declaration: CDeclaration) -> Bool {
    switch declaration.kind {
    case .function, .object, .typedef, .constant, .macro: true
    case .record, .enumeration: false
    }
  }

  /// Changes a declaration of this header that stands at an index.
  mutating func update(_ index: Int, _ change: (inout CDeclaration) -> Void) {
    change(&declarations[index])
  }

  func ownIndex(of name: String) -> Int? { ordinary[name] }

  mutating func set(_ entry: CTypedefEntry, forTypedef name: String) {
    journal.append(.typedef(name, typedefs.updateValue(entry, forKey: name)))
    typedefMarks |= Self.mark(of: name)
    largestTypedef = max(largestTypedef, entry.nodeCount)
    if mayBeTypedefBelow(name), let below = lower?.header.typedefEntry(named: name),
      below.resolved != entry.resolved
    {
      journal.append(.shadowed(name, shadowed[name]))
      shadowed[name] = below.resolved
    }
  }

  mutating func set(_ definition: CRecordDefinition) {
    journal.append(.record(definition.name, records[definition.name]))
    records[definition.name] = definition
  }

  mutating func set(_ definition: CEnumerationDefinition) {
    journal.append(.enumeration(definition.name, enumerations[definition.name]))
    enumerations[definition.name] = definition
  }

  mutating func set(_ kind: CTagKind, forTag tag: String) {
    guard tags[tag] != kind else { return }
    journal.append(.tag(tag, tags[tag]))
    tags[tag] = kind
  }

  /// The definitions of this header itself, not those below.
  func ownDefinition(of name: CRecordName) -> CRecordDefinition? { records[name] }
  func ownDefinition(of name: CEnumerationName) -> CEnumerationDefinition? { enumerations[name] }
  package func ownKind(ofTag tag: String) -> CTagKind? { tags[tag] }

  // MARK: Shadowing

  /// A lower declaration's type says a typedef that means something else here: what it meant
  /// there is put in its place.
  private func unshadowed(_ kind: CDeclaration.Kind) -> CDeclaration.Kind {
    switch kind {
    case .function(let type): .function(unshadowed(type))
    case .object(let type, let initializer): .object(unshadowed(type), initializer: initializer)
    case .typedef(let type): .typedef(unshadowed(type))
    case .constant(let value, let type): .constant(value, unshadowed(CQualifiedType(type)).type)
    case .macro(let expression, let type): .macro(expression, unshadowed(type))
    case .record, .enumeration: kind
    }
  }

  private func unshadowed(_ type: CQualifiedType) -> CQualifiedType {
    type.replacingTypedefs { shadowed[$0] }
  }

  private func unshadowed(_ type: CFunctionType) -> CFunctionType {
    type.replacingTypedefs { shadowed[$0] }
  }
}

/// `#pragma sonde name argument`.
package struct CPragma: Hashable, Sendable {
  package var name: String
  /// A string literal's content, or the rest of the line; empty when there is none.
  package var argument: String
  /// The whole line without its end.
  package var range: CSourceRange
}

/// `#include <name>`.
package struct CInclude: Hashable, Sendable {
  /// As between the angle brackets.
  package var name: String
  /// The whole line without its end.
  package var range: CSourceRange
}

/// What a tag is the tag of.
package enum CTagKind: String, Hashable, Sendable {
  case `struct`
  case union
  case `enum`
}

/// What a typedef stands for.
struct CTypedefEntry: Hashable, Sendable {
  /// Without any typedef in it.
  var resolved: CQualifiedType
  /// Set by `aligned`, its own or that of a typedef below it.
  var alignment: Int?
  /// Known when the type was complete where the typedef stood.
  var layout: CTypeLayout?
  var nodeCount: Int
}

private enum CHeaderChange: Sendable {
  case ordinary(String, Int?)
  case typedef(String, CTypedefEntry?)
  case record(CRecordName, CRecordDefinition?)
  case enumeration(CEnumerationName, CEnumerationDefinition?)
  case tag(String, CTagKind?)
  case shadowed(String, CQualifiedType?)
}

/// A box, so that the parser's frames, which copy headers, stay small.
private final class CSharedLimits: Sendable {
  static let standard = CSharedLimits(.standard)

  let limits: CLimits
  init(_ limits: CLimits) { self.limits = limits }
}

/// A box, since a struct cannot contain its own kind.
private final class CLowerHeader: Sendable {
  let header: CHeader
  init(_ header: CHeader) { self.header = header }
}
