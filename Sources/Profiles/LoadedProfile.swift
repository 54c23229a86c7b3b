package import CLanguage

/// Where a profile is kept.
package enum ProfileLocation: String, Hashable, Sendable, CaseIterable {
  /// `.sonde/` of the working directory or a parent: goes with a project, as in git.
  case project
  /// The user's own store.
  case user
}

/// A profile as it is on the disk.
package struct LoadedProfile: Sendable {
  /// The name that it was looked up by, a SONAME.
  package let name: String
  package let path: String
  package let location: ProfileLocation
  /// Its text; what is no UTF-8 shows as '?', byte for byte, so that places in it hold.
  package let text: String
  /// What it declares itself, over C's own names; `CDeclaration.file` is the path.
  package let header: CHeader
  /// What is wrong with it; all that is not named there counts.
  package let problems: [CDiagnostic]
  /// How many declarations it has; one of several names counts once.
  package let declarationCount: Int
  let bytes: [UInt8]

  init(name: String, path: String, location: ProfileLocation, bytes: [UInt8]) {
    let parsed = ProfileText(bytes, file: path)
    self.name = name
    self.path = path
    self.location = location
    self.bytes = bytes
    text = parsed.text
    header = parsed.header
    problems = parsed.problems
    declarationCount = parsed.units.count
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
  package var renderedProblems: [String] { problems.map { $0.rendered(in: text, named: path) } }

  private func pragma(_ name: String) -> String? {
    header.pragmas.last { $0.name == name }?.argument
  }
}

extension CHeader {
  /// All that profiles declare: each one's names shadow those of the profiles behind it.
  ///
  /// - Parameters:
  ///   - profiles: most trusted first, as `ProfileStore` gives them.
  ///   - lower: what they stand on.
  package init(layering profiles: [LoadedProfile], over lower: CHeader = .standard) {
    self = lower
    for profile in profiles.reversed() {
      var header = CHeader(over: self)
      _ = header.declare(bytes: profile.bytes, file: profile.path)
      self = header
    }
  }
}
