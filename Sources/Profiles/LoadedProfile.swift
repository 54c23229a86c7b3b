package import CLanguage

/// Where a profile is kept.
package enum ProfileLocation: String, Hashable, Sendable, CaseIterable {
  /// `.sonde/` of the working directory or a parent: goes with a project, as in git.
  case project
  /// The user's own store.
  case user
  /// Comes with sonde; only read.
  case shipped
}

/// A profile as it is on the disk.
package struct LoadedProfile: Sendable {
  /// The name that it was looked up by, a SONAME.
  package let name: String
  package let path: String
  package let location: ProfileLocation
  /// What it declares itself, over C's own names; `CDeclaration.file` is the path.
  package let header: CHeader
  /// What is wrong with it, its annotations too; all that is not named there counts.
  package let problems: [CDiagnostic]
  let bytes: [UInt8]

  init(name: String, path: String, location: ProfileLocation, bytes: [UInt8]) {
    var header = CHeader()
    var problems = header.declare(bytes: bytes, file: path)
    // Those that come with sonde are looked through before they are shipped.
    if location != .shipped { problems += header.annotationProblems }
    self.name = name
    self.path = path
    self.location = location
    self.bytes = bytes
    self.header = header
    self.problems = problems
  }

  /// Its text; what is no UTF-8 shows as '?', byte for byte, so that places in it hold.
  package var text: String { ProfileText.text(of: bytes) }

  /// How many declarations it has; one of several names counts once.
  package var declarationCount: Int { ProfileText.units(of: header, in: bytes).count }

  /// The declarations of a name as they stand there, with their own comments.
  ///
  /// - Parameter name: of a function, object, type or constant, or a tag.
  /// - Returns: none when the profile does not declare it.
  package func excerpts(naming name: String) -> [ProfileExcerpt] {
    let text = ProfileText(bytes, file: path)
    return text.units.enumerated().compactMap { index, unit in
      guard unit.names.contains(.ordinary(name)) || unit.names.contains(.tag(name)) else {
        return nil
      }
      let surroundings = ProfileSurroundings(of: index, in: text)
      let start = min(surroundings.commentStart, unit.range.lowerBound)
      let end = max(surroundings.trailing.upperBound, unit.range.upperBound)
      return ProfileExcerpt(text: ProfileText.text(of: Array(bytes[start..<end])), line: unit.line)
    }
  }

  /// The argument of `#pragma sonde library`; nil without one.
  package var library: String? { pragma("library") }

  /// The argument of `#pragma sonde build_id`, hexadecimal: the only build that it is for.
  package var buildID: String? { pragma("build_id") }

  /// Whether it is meant for a library with that build id (hexadecimal; nil for none).
  package func applies(toBuild buildID: String?) -> Bool {
    guard let wanted = self.buildID else { return true }
    return wanted.lowercased() == buildID?.lowercased()
  }

  /// Problems as a person reads them: file, line, what is wrong, and a caret.
  package var renderedProblems: [String] {
    guard !problems.isEmpty else { return [] }
    let text = text
    return problems.map { $0.rendered(in: text, named: path) }
  }

  private func pragma(_ name: String) -> String? {
    header.pragmas.last { $0.name == name }?.argument
  }
}

/// A declaration as it stands in a profile.
package struct ProfileExcerpt: Hashable, Sendable {
  /// With its own comments, without an end of line.
  package var text: String
  /// Where the declaration itself begins.
  package var line: Int
}

extension CHeader {
  /// All that profiles declare: each one's names shadow those of the profiles behind it.
  ///
  /// - Parameters:
  ///   - profiles: most trusted first, as `ProfileStore` gives them.
  ///   - lower: what they stand on; nil for C's own names.
  package init(layering profiles: [LoadedProfile], over lower: CHeader? = nil) {
    var rest = profiles[...]
    // Alone, the last one means what it means at the bottom.
    self = lower ?? rest.popLast()?.header ?? .standard
    for profile in rest.reversed() {
      var header = CHeader(over: self)
      _ = header.declare(bytes: profile.bytes, file: profile.path)
      self = header
    }
  }
}
