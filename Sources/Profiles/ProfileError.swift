package import CLanguage
internal import Glibc

/// Why a profile could not be read or saved; after any of these the file is as it was before.
package enum ProfileError: Error, Hashable, Sendable {
  /// The file on disk does not parse, and saving over it was not forced.
  case damaged(path: String, text: String, [CDiagnostic])
  /// The text to be added does not parse.
  case invalidText(text: String, [CDiagnostic])
  /// The text to be added holds something that is no declaration.
  case unsupportedText(text: String, CDiagnostic)
  /// The text to be added declares nothing.
  case nothingDeclared
  /// With the change the file would not parse; `text` is what it would have become.
  case wouldNotParse(path: String, text: String, [CDiagnostic])
  /// With the change a declaration would be lost or would mean something else where it stands.
  case wouldChangeMeaning(path: String, name: String)
  /// One declaration of the file declares the name together with others.
  case entangled(path: String, line: Int, name: String, others: [String])
  /// The profile does not declare the name.
  case unknownName(path: String, name: String)
  /// There is no `.sonde` folder to save in.
  case noProjectFolder
  /// The profiles that come with sonde are not where they belong.
  case noShippedFolder
  /// The profile comes with sonde and is not edited.
  case readOnly(profileName: String)
  /// Something other than a file has the profile's path: "a folder", "a pipe", …
  case notAFile(path: String, kind: String)
  case tooLarge(path: String, size: Int, limit: Int)
  /// A zero byte stands at the offset.
  case binary(path: String, offset: Int)
  /// A symbolic link leads nowhere.
  case danglingLink(path: String)
  /// Somebody else held the lock for as long as was waited.
  case locked(path: String, lock: String, holder: Int32?, seconds: Double)
  /// Somebody who takes no lock, as editors do, changed the file again and again.
  case keepsChanging(path: String)
  /// A system call failed; `action` reads as in "cannot write".
  case system(action: String, path: String, number: Int32)
}

extension ProfileError: CustomStringConvertible {
  /// What happened to which file and what to do, with the damaged line and a caret where there
  /// is one.
  package var description: String {
    switch self {
    case .damaged(let path, let text, let diagnostics):
      "\(shown(path)) is damaged and was left as it is; mend it or force the change\n"
        + rendered(diagnostics, in: text, named: path)
    case .invalidText(let text, let diagnostics):
      "the declaration is not valid\n" + rendered(diagnostics, in: text, named: nil)
    case .unsupportedText(let text, let diagnostic):
      "only declarations and #include lines can be added; put the rest in with an editor\n"
        + rendered([diagnostic], in: text, named: nil)
    case .nothingDeclared: "the text declares nothing; expected C declarations, each with its ';'"
    case .wouldNotParse(let path, let text, let diagnostics):
      "\(shown(path)) would not parse with this change and was left as it is\n"
        + rendered(diagnostics, in: text, named: path)
    case .wouldChangeMeaning(let path, let name):
      "\(shown(path)) was left as it is: in its place '\(shown(name))' would be lost or mean "
        + "something else; change it with an editor"
    case .entangled(let path, let line, let name, let others):
      "\(shown(path)):\(line) declares '\(shown(name))' together with "
        + others.map { "'\(shown($0))'" }.joined(separator: ", ")
        + "; name them all or separate them with an editor"
    case .unknownName(let path, let name):
      "\(shown(path)) does not declare '\(shown(name))'"
    case .noProjectFolder:
      "neither the working directory nor a parent has a .sonde folder; make one with mkdir .sonde"
    case .noShippedFolder:
      "the profiles that come with sonde are not beside the program; SONDE_PROFILES can name their "
        + "folder"
    case .readOnly(let profileName):
      "the profile of \(shown(profileName)) that comes with sonde is not edited; what you add to "
        + "your own comes before it"
    case .notAFile(let path, let kind):
      "\(shown(path)) is \(kind), not a file; move it away"
    case .tooLarge(let path, let size, let limit):
      "\(shown(path)) has \(size) bytes, more than the \(limit) that a profile can have"
    case .binary(let path, let offset):
      "\(shown(path)) is not C text: byte \(offset) is zero; move it away"
    case .danglingLink(let path):
      "\(shown(path)) is a symbolic link that leads nowhere; remove it or make its target"
    case .locked(let path, let lock, let holder, let seconds):
      "\(shown(path)) is being saved by \(holder.map { "process \($0)" } ?? "another process"),"
        + " which held \(shown(lock)) for \(shown(seconds)) s; try again, or end that process"
    case .keepsChanging(let path):
      "\(shown(path)) is being changed by another program all the time; try again"
    case .system(let action, let path, let number):
      "cannot \(action) \(shown(path)): \(String(cString: strerror(number)))"
    }
  }

  private func rendered(_ diagnostics: [CDiagnostic], in text: String, named path: String?)
    -> String
  {
    diagnostics.map { $0.rendered(in: text, named: path) }.joined(separator: "\n")
  }

  private func shown(_ seconds: Double) -> String {
    seconds == seconds.rounded() && abs(seconds) < 1e6 ? "\(Int(seconds))" : "\(seconds)"
  }

  /// Names come from file names and library headers: nothing in them may steer a terminal.
  private func shown(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if ProfileFileName.isPlain(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      }
    }
    return result
  }
}
