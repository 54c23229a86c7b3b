import Foundation

/// The targets in Package.swift, read as text: to ask SwiftPM would build the manifest again.
enum Manifest {
  /// The dependencies of every target in `Sources`, by target.
  static func dependencies() throws -> [String: Set<String>] {
    let text = try SourceTree.text(SourceTree.root.appending(path: "Package.swift"))
    var found: [String: Set<String>] = [:]
    let start = /\.(?:target|executableTarget|systemLibrary)\(\s*name: "([^"]+)"/
    for match in text.matches(of: start) {
      let body = argumentList(of: text[match.range.lowerBound...])
      // Only Tests/ targets say where they are.
      if body.contains("path:") { continue }
      found[String(match.1)] = dependencies(in: body)
    }
    return found
  }

  private static func dependencies(in body: Substring) -> Set<String> {
    guard let list = body.firstMatch(of: /dependencies: \[([^\]]*)\]/) else { return [] }
    return Set(
      list.1.split(separator: ",").map { item in
        let name = item.trimmingCharacters(in: .whitespacesAndNewlines)
        return name == "argumentParser"
          ? "ArgumentParser" : name.trimmingCharacters(in: ["\""])
      }.filter { !$0.isEmpty })
  }

  /// From the start of a call to its closing parenthesis.
  private static func argumentList(of text: Substring) -> Substring {
    var depth = 0
    for index in text.indices {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" {
        depth -= 1
        if depth == 0 { return text[..<index] }
      }
    }
    return text
  }
}
