import Glibc
import ProbeHost
import ProbeWire

/// What `--allow` lets called code do.
package struct Allowances: Sendable, Hashable {
  /// Folders in which files may be made and changed.
  package var writable: [String]
  package var allowsNetwork: Bool
  /// No sandbox.
  package var allowsAll: Bool

  package init(writable: [String] = [], allowsNetwork: Bool = false, allowsAll: Bool = false) {
    self.writable = writable
    self.allowsNetwork = allowsNetwork
    self.allowsAll = allowsAll
  }

  /// Why a word is no allowance.
  package struct Problem: Error, CustomStringConvertible, Sendable {
    package var description: String
  }

  /// The allowances that words mean: `write=DIR`, `network`, `all`.
  package init(words: [String]) throws(Problem) {
    self.init()
    for word in words {
      if word == "network" {
        allowsNetwork = true
      } else if word == "all" {
        allowsAll = true
      } else if word.hasPrefix("write=") {
        let path = String(word.dropFirst("write=".count))
        guard access(path.isEmpty ? "." : path, F_OK) == 0, !path.isEmpty else {
          throw Problem(description: "--allow \(word): there is no folder '\(path)'")
        }
        writable.append(path)
      } else {
        throw Problem(
          description: "--allow wants write=DIR, network or all, not '\(word)'")
      }
    }
  }

  /// What the sandbox lets through, in a few words for a header: `sandboxed`.
  package var summary: String {
    if allowsAll { return "no sandbox" }
    let open = (allowsNetwork ? ["network"] : []) + writable.map { "write \($0)" }
    return open.isEmpty ? "sandboxed" : "sandboxed but for " + open.joined(separator: ", ")
  }

  var sandbox: SandboxOptions {
    SandboxOptions(writable: writable, allowsNetwork: allowsNetwork, allowsAll: allowsAll)
  }
}

extension SandboxGaps {
  /// What is lacking, one line each.
  var descriptions: [String] {
    let lines: [(SandboxGaps, String)] = [
      (.files, "this kernel has no Landlock: called code can write files"),
      (.network, "this kernel cannot filter system calls: called code can use the network"),
      (.signals, "this kernel is older than 6.12: called code can signal other processes"),
      (
        .systemCalls, "this kernel cannot filter system calls: called code can do what the user can"
      ),
      (.reports, "this kernel cannot announce system calls: what is denied is not reported"),
    ]
    return lines.filter { contains($0.0) }.map(\.1)
  }
}

/// Files by what they are, not by their names.
enum SessionFiles {
  /// Whether two paths lead to one file.
  static func isSame(_ first: String, _ second: String) -> Bool {
    var (one, other) = (stat(), stat())
    guard stat(first, &one) == 0, stat(second, &other) == 0 else { return false }
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino
  }
}
