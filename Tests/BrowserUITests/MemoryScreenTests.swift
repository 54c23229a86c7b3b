import CLanguage
import Evaluation
import Testing

@testable import BrowserUI

@Suite struct MemoryScreenTests {
  private static let regions = [
    MemoryRegion(start: 0x1000, end: 0x3000, permissions: "r-xp", name: "/usr/lib/libz.so.1"),
    MemoryRegion(start: 0x7000, end: 0x9000, permissions: "rw-p", name: "[heap]"),
  ]

  /// The memory section, the regions there.
  private func memory() -> Explorer {
    var explorer = Explorer()
    explorer.press(.alt("4"))
    #expect(explorer.takeAllEffects() == [.look(.regions)])
    explorer.send(.regions(Self.regions))
    return explorer
  }

  /// The bytes of the heap: a pointer to 0x1000, then text.
  private func heap(_ explorer: inout Explorer, first: UInt8 = 0) {
    var bytes: [UInt8] = [first, 0x10, 0, 0, 0, 0, 0, 0] + Array("Hello, memory".utf8)
    bytes += [UInt8](repeating: 0, count: 0x200 - bytes.count)
    explorer.send(.bytes(address: 0x7000, bytes))
  }

  @Test func `without a process it says that nothing runs yet`() {
    var explorer = Explorer()
    explorer.press(.alt("4"), .enter, .down)
    #expect(explorer.shows("No process is running yet"))
  }

  @Test func `a region opens as bytes and text`() {
    var explorer = memory()
    #expect(explorer.shows("[heap]"))
    explorer.press(.down, .enter)
    guard case .look(.bytes(address: 0x7000, let count))? = explorer.takeAllEffects().first else {
      Issue.record("the bytes of the heap were not asked for")
      return
    }
    #expect(count >= 16 * 16)
    heap(&explorer)
    #expect(explorer.shows("7000  00 10 00 00 00 00 00 00  48 65 6c 6c 6f 2c 20 6d"))
    #expect(explorer.shows("Hello, m"))
    #expect(explorer.shows("rw-p [heap] + 0x0"))
  }

  @Test func `a pointer is followed and Esc comes back`() {
    var explorer = memory()
    explorer.press(.down, .enter)
    heap(&explorer)
    _ = explorer.takeAllEffects()
    explorer.press(.enter)
    #expect(
      explorer.takeAllEffects().contains {
        if case .look(.bytes(address: 0x1000, _)) = $0 { true } else { false }
      })
    #expect(explorer.shows("r-xp libz.so.1 + 0x0"))
    explorer.press(.escape)
    heap(&explorer)
    explorer.press(.right, .enter)
    #expect(explorer.shows("points to nothing that is mapped"))
    explorer.press(.escape)
    #expect(explorer.shows("START"))
  }

  @Test func `bytes that a call changed stand out`() {
    var explorer = memory()
    explorer.press(.down, .enter)
    heap(&explorer)
    explorer.press(.alt("2"))
    explorer.type("f()")
    explorer.press(.enter)
    explorer.send(
      .reported(StatementReport(statement: "f()", outcome: .returned(.void, .void))))
    #expect(
      explorer.takeAllEffects().contains {
        if case .look(.bytes(address: 0x7000, _)) = $0 { true } else { false }
      })
    heap(&explorer, first: 0xff)
    explorer.press(.alt("4"))
    #expect(explorer.shows("1 byte changed"))
    #expect(explorer.matchedText.contains("ff"))
  }

  @Test func `places are found by address, expression and content, and written to in C`() {
    var explorer = memory()
    explorer.press(.down, .enter)
    heap(&explorer)
    _ = explorer.takeAllEffects()
    explorer.type("g&x")
    explorer.press(.enter)
    #expect(explorer.takeAllEffects() == [.look(.place("&x"))])
    explorer.send(.found(nil, "'x' is not declared"))
    #expect(explorer.shows("'x' is not declared"))
    explorer.send(.found(0x7008, ""))
    heap(&explorer)
    #expect(explorer.shows("0x7008"))
    _ = explorer.takeAllEffects()
    explorer.type("/48 65")
    explorer.press(.enter)
    #expect(explorer.takeAllEffects() == [.look(.search([0x48, 0x65], from: 0x7009, to: 0x9000))])
    explorer.type("e'A'")
    explorer.press(.enter)
    #expect(explorer.takeAllEffects() == [.evaluate("*(unsigned char *)0x7008 = 'A'")])
  }

  @Test func `a place is shown as a C type`() {
    var explorer = memory()
    explorer.press(.down, .enter)
    heap(&explorer)
    _ = explorer.takeAllEffects()
    explorer.type("tchar[5]")
    explorer.press(.enter)
    let expression = "*(char[5] *)0x7000"
    #expect(explorer.takeAllEffects() == [.look(.values([expression]))])
    explorer.send(
      .values([
        VariableRow(
          name: expression, type: "char[5]", value: "\"Hell\"", address: 0x7000, isWrong: false)
      ]))
    #expect(explorer.shows("\"Hell\""))
  }

  // MARK: Variables

  @Test func `variables are shown after every statement, changed ones marked`() {
    var explorer = Explorer()
    let row = { VariableRow(name: "n", type: "int", value: $0, address: 0x7000, isWrong: false) }
    explorer.send(.variables([row("3")]))
    explorer.send(.variables([row("4")]))
    explorer.press(.alt("3"))
    #expect(explorer.shows("n"))
    #expect(explorer.matchedText == "4")
    explorer.press(.enter)
    #expect(explorer.shows("Memory"))
    explorer.press(.alt("3"))
    explorer.type("wn + 1")
    explorer.press(.enter)
    #expect(explorer.takeAllEffects().last == .look(.values(["n + 1"])))
    explorer.send(
      .values([VariableRow(name: "n + 1", type: "int", value: "5", address: nil, isWrong: false)]))
    #expect(explorer.shows("n + 1"))
    explorer.press(.down)
    explorer.type("d")
    #expect(!explorer.shows("n + 1"))
  }
}
