import ArgumentParser
import Testing

@testable import sonde

@Suite struct SymbolsRequestTests {
  @Test(arguments: [
    ["z"], ["z", "--json"], ["--all", "z"], ["z", "--all", "--json", "--demangle"],
    ["--table", "symtab", "z"], ["z", "--table", "all", "--sort", "size"], ["--sort", "name", "z"],
    ["z", "--match", "crc*", "--sort", "address"], ["z", "--match", ""], ["z", "--all", "--all"],
  ])
  func `the quick way and ArgumentParser understand the same`(arguments: [String]) throws {
    let quick = try #require(SymbolsRequest(plain: ["symbols"] + arguments))
    #expect(try SymbolsCommand.parse(arguments).request == quick)
  }

  @Test(arguments: [
    [], ["symbols"], ["symbols", "--help"], ["symbols", "a", "b"],
    ["symbols", "a", "--table", "x"],
    ["symbols", "a", "--table=all"], ["symbols", "a", "--match"], ["symbols", "a", "--nosuch"],
    ["symbols", "a", "--sort", "size", "--sort", "name"], ["call", "a"], ["symbols", "--", "a"],
    ["symbols", "a", "--match", "-x"],
  ])
  func `what is spelled otherwise is left to ArgumentParser`(arguments: [String]) {
    #expect(SymbolsRequest(plain: arguments) == nil)
  }
}
