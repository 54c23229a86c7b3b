import CLanguage
import DebugInfo
import Glibc
import TestSupport
import Testing

/// Libraries that are written anew or cut while they are open.
@Suite struct ChangingFileTests {
  private static func source(_ type: String) -> String {
    "int first(int a) { return a; }\n"
      + (0..<400).map { "\(type) many\($0)(\(type) a, int b) { return a + b; }\n" }.joined()
  }

  @Test
  func `a library that is cut while it is open is an error, and whole again once it is whole`()
    throws
  {
    let library = try CompiledLibrary(Self.source("long"), ["-Wl,-z,noseparate-code"])
    let whole = try readBytes(of: library.path)
    let information = DebugDeclarations(path: library.path)
    let symbols = try DynamicSymbols.functions(of: library.path, library.environment)
    let first = try #require(symbols.first { $0.name == "first" })
    #expect(try information.prototypes(of: [first], others: false).count == 1)

    // The size and the time of the file are what they were only until somebody looks: cut at many
    // places, so that whatever has not been read yet is missing.
    for length in stride(from: whole.count - 4096, through: 0, by: -8 * 4096) {
      truncate(library.path, length)
      do throws(DebugInfoError) {
        let found = try information.prototypes(of: symbols, others: true)
        // What is found in a shorter file is what is sound in it.
        #expect(found.allSatisfy { $0.text == nil || $0.text?.contains("(") == true })
      } catch {
        #expect("\(error)".contains(library.path))
      }
    }
    try write(whole, to: library.path)
    let again = try information.prototypes(of: symbols, others: true)
    #expect(again.first { $0.name == "many7" }?.text == "long many7(long a, int b)")
  }

  @Test func `a library that is written anew is read anew`() throws {
    let library = try CompiledLibrary(Self.source("long"))
    let other = try CompiledLibrary(Self.source("double"))
    let information = DebugDeclarations(path: library.path)
    let symbol = FunctionSymbol(name: "many7", address: nil)
    let before = try information.prototypes(of: [symbol], others: false)
    #expect(before.map(\.text) == ["long many7(long a, int b)"])
    // In place, as cp(1) does it.
    try write(try readBytes(of: other.path), to: library.path)
    let after = try information.prototypes(of: [symbol], others: false)
    #expect(after.map(\.text) == ["double many7(double a, int b)"])
  }

  /// The mapping is touched behind the end of the file: without the handler this ends the process.
  @Test func `reading behind the end of a cut file ends nothing`() throws {
    let library = try CompiledLibrary(Self.source("long"))
    let lines = try SourceLines(path: library.path)
    let symbols = try DynamicSymbols.functions(of: library.path, library.environment)
    truncate(library.path, 64)
    for symbol in symbols {
      #expect(lines.place(at: symbol.address ?? 0) == nil)
    }
  }
}
