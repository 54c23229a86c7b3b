import Foundation
import Testing

@Suite struct SourceShapeTests {
  /// Above it a file is no longer of one subject.
  private let lineLimit = 600

  @Test func `no source file is longer than the limit`() throws {
    for file in SourceTree.files(below: "Sources") {
      let lines = try SourceTree.text(file).split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count - 1 <= lineLimit, "\(SourceTree.name(file))")
    }
  }

  /// Foundation and its ICU would dominate the time in which the program starts.
  @Test func `no source file imports Foundation`() throws {
    for module in try SourceTree.modules() {
      for file in SourceTree.swiftFiles(in: module) {
        let foundation = try SourceTree.imports(of: file).filter { $0.hasPrefix("Foundation") }
        #expect(foundation.isEmpty, "\(SourceTree.name(file))")
      }
    }
  }

  @Test func `no file names a folder of somebody's machine`() throws {
    let pattern = /(?:^|[^\w.\/*:-])\/(?:home|Users|root|work|mnt)\/\w/
    let places = [
      "Sources", "Tests", "sample-libs", "scripts", "bench", "docs", "Makefile", "Package.swift",
      "README.md", "CONTRIBUTING.md", "CHANGELOG.md", ".ci/run",
    ]
    for file in places.flatMap(SourceTree.files(below:)) {
      for (index, line) in try SourceTree.text(file).split(
        separator: "\n", omittingEmptySubsequences: false
      ).enumerated() {
        #expect(!line.contains(pattern), "\(SourceTree.name(file)):\(index + 1): \(line)")
      }
    }
  }

  @Test(arguments: ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"])
  func `the project has its papers`(name: String) throws {
    let text = try SourceTree.text(SourceTree.root.appending(path: name))
    #expect(!text.isEmpty)
  }
}
