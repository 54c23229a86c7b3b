internal import CLanguage

/// Changes to the text of a profile, as functions from text to text.
///
/// Whatever an edit does not name stays byte for byte. The outcome is parsed before it is
/// returned: an edit that would damage the file, lose a declaration, or give one another meaning
/// (in the reach of a `#pragma pack`, for instance) is an error.
struct ProfileEdit {
  /// What errors and declarations call the file.
  let path: String
  /// Takes on a text that does not parse; what is damaged stays as it is.
  let isForced: Bool

  /// Puts declarations in: in the place of those of the same name, else at the end.
  ///
  /// - Parameters:
  ///   - declarations: C text.
  ///   - bytes: the profile as it is; nil when there is none yet.
  ///   - profileName: for the first lines of a new one.
  /// - Returns: the new text; the same when all of it was there already.
  /// - Throws: `damaged`, `invalidText`, `unsupportedText`, `nothingDeclared`, `wouldNotParse`,
  ///   `wouldChangeMeaning`, `entangled`.
  func add(
    _ declarations: String, to bytes: [UInt8]?, profileName: String
  ) throws(ProfileError) -> [UInt8] {
    let text = ProfileText(bytes ?? ProfilePreamble.newFile(for: profileName), file: path)
    try refuseDamage(text)
    let addition = try ProfileAddition(declarations, over: text.header, newline: text.newline)
    var failure: ProfileError?
    for placement in ProfilePlacement.allCases {
      do throws(ProfileError) {
        return try add(addition, to: text, placement)
      } catch {
        // The first way is what was meant, so it is the one to complain of.
        failure = failure ?? error
      }
    }
    throw failure ?? .nothingDeclared
  }

  private func add(
    _ addition: ProfileAddition, to text: ProfileText, _ placement: ProfilePlacement
  ) throws(ProfileError) -> [UInt8] {
    var plan = ProfileAdditionPlan(addition, to: text, path: path)
    try plan.make(placement)
    let bodies = plan.changed.map(\.body)
    let declared = Set(text.units.flatMap(\.names) + addition.items.flatMap(\.unit.names))
    let includes = ProfilePreamble.includes(for: bodies, declared: declared)
    var all = addition.includes
    for include in includes where !all.contains(include) { all.append(include) }
    plan.finish(includes: all, declared: declared)
    guard !plan.change.isEmpty else { return text.bytes }
    let result = ProfileText(plan.change.applied(to: text.bytes), file: path)
    guard isForced || result.problems.isEmpty else {
      throw .wouldNotParse(path: path, text: result.text, result.problems)
    }
    try check(result, keeps: text, without: plan.touched)
    try check(result, has: plan.changed, and: plan.keptMeanings)
    return result.bytes
  }

  /// Takes out every declaration of a name.
  ///
  /// - Parameters:
  ///   - name: of a function, object, type or constant, or a tag (`point` or `struct point`).
  ///   - bytes: the profile as it is.
  /// - Returns: the new text.
  /// - Throws: `damaged`, `unknownName`, `wouldNotParse`, `wouldChangeMeaning`, `entangled`.
  func remove(_ name: String, from bytes: [UInt8]) throws(ProfileError) -> [UInt8] {
    let text = ProfileText(bytes, file: path)
    try refuseDamage(text)
    let names = Self.names(for: name, in: text)
    guard !names.isEmpty else { throw .unknownName(path: path, name: name) }
    var change = ProfileChange()
    var touched: Set<Int> = []
    var keptMeanings: Set<String> = []
    for (index, unit) in text.units.enumerated() where !unit.names.isDisjoint(with: names) {
      touched.insert(index)
      let rest = unit.names.subtracting(names)
        .subtracting(unit.enumerators.isDisjoint(with: names) ? unit.enumerators : [])
      if rest.isEmpty {
        change.replace(ProfileSurroundings(of: index, in: text).removal, with: [])
      } else if let kept = ProfileDeclarators(unit, in: text)
        .removing(unit.names.intersection(names))
      {
        change.replace(unit.range, with: kept)
        let printer = CPrinter(header: text.header)
        for declaration in unit.declarations where !names.contains(.ordinary(declaration.name)) {
          keptMeanings.insert(printer.text(of: declaration))
        }
      } else {
        throw .entangled(
          path: path, line: unit.line, name: name, others: rest.map(\.text).sorted())
      }
    }
    let result = ProfileText(change.applied(to: bytes), file: path)
    guard result.problems.count <= text.problems.count else {
      throw .wouldNotParse(path: path, text: result.text, result.problems)
    }
    try check(result, keeps: text, without: touched)
    try check(result, has: [], and: keptMeanings)
    return result.bytes
  }

  /// What a name given by a person means: what C's expressions mean by it and the struct of the
  /// same declaration, else a tag.
  private static func names(for name: String, in text: ProfileText) -> Set<ProfileName> {
    let words = name.split(separator: " ").map(String.init)
    var wanted: [ProfileName] = [.ordinary(name)]
    if words.count == 2, ["struct", "union", "enum"].contains(words[0]) {
      wanted = [.tag(words[1])]
    } else if !text.units.contains(where: { $0.names.contains(.ordinary(name)) }) {
      wanted = [.tag(name)]
    }
    var result = Set(wanted)
    // `typedef struct point { … } point;` goes as one.
    for unit in text.units where !unit.names.isDisjoint(with: result) {
      if unit.names.contains(.tag(name)) { result.insert(.tag(name)) }
    }
    return text.units.contains { !$0.names.isDisjoint(with: result) } ? result : []
  }

  // MARK: Checks

  private func refuseDamage(_ text: ProfileText) throws(ProfileError) {
    guard isForced || text.problems.isEmpty else {
      throw .damaged(path: path, text: text.text, text.problems)
    }
  }

  /// That all other declarations are still there, in their order.
  private func check(
    _ result: ProfileText, keeps old: ProfileText, without touched: Set<Int>
  ) throws(ProfileError) {
    var bodies = result.units.map { result.body(of: $0) }[...]
    for (index, unit) in old.units.enumerated() where !touched.contains(index) {
      guard let found = bodies.firstIndex(of: old.body(of: unit)) else {
        throw .wouldChangeMeaning(path: path, name: unit.title)
      }
      bodies = bodies[(found + 1)...]
    }
  }

  /// That the new declarations mean what they meant when they were read alone.
  private func check(
    _ result: ProfileText, has items: [ProfileAddition.Item], and kept: Set<String>
  ) throws(ProfileError) {
    let printer = CPrinter(header: result.header)
    var meanings: [[UInt8]: Set<String>] = [:]
    var all: Set<String> = []
    for unit in result.units {
      let meaning = Set(unit.declarations.map { printer.text(of: $0) })
      meanings[result.body(of: unit)] = meaning
      all.formUnion(meaning)
    }
    for item in items where meanings[item.body] != item.meaning {
      throw .wouldChangeMeaning(path: path, name: item.unit.title)
    }
    guard let lost = kept.subtracting(all).min() else { return }
    throw .wouldChangeMeaning(path: path, name: lost)
  }
}
