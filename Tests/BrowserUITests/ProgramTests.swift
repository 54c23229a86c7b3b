import Testing

@testable import BrowserUI

/// Saving, leaving, commands, help: what is the same on every screen.
@Suite struct ProgramTests {
  @Test func `saving hands over what is unsaved, once`() {
    var explorer = Explorer()
    explorer.press(.control("s"))
    #expect(explorer.shows("nothing to save"))
    explorer.declareCRC32()
    explorer.press(.control("s"))
    #expect(explorer.takeEffects().last == .save([Explorer.crc32Prototype]))
    explorer.send(.saved(path: "/profiles/libz.so.1.h"))
    #expect(explorer.shows("saved to /profiles/libz.so.1.h"))
    #expect(explorer.shows("yours, saved"))
    #expect(!explorer.shows("not saved"))
    explorer.press(.control("s"))
    #expect(explorer.takeEffects() == [])
  }

  @Test func `what was accepted while a save ran is still unsaved`() {
    var explorer = Explorer()
    explorer.declareCRC32()
    explorer.press(.control("s"), .function(4), .control("u"))
    explorer.type("int crc32(int other);")
    explorer.press(.enter)
    explorer.send(.saved(path: "x"))
    #expect(explorer.shows("1 prototype not saved"))
  }

  @Test func `a failed save keeps the prototypes and says why`() {
    var explorer = Explorer()
    explorer.declareCRC32()
    explorer.press(.control("s"))
    explorer.send(.saveFailed("disk full\u{1b}"))
    #expect(explorer.shows(#"not saved: disk full\x1b"#))
    explorer.press(.control("c"))
    #expect(explorer.shows("1 prototype not saved. Save, discard, or stay?"))
  }

  @Test func `leaving with nothing unsaved does not ask`() {
    var explorer = Explorer()
    explorer.press(.control("c"))
    #expect(explorer.takeEffects() == [.quit])
  }

  @Test func `leaving with unsaved prototypes asks`() {
    var explorer = Explorer()
    explorer.declareCRC32()
    _ = explorer.takeEffects()
    explorer.press(.control("q"))
    #expect(explorer.takeEffects() == [])
    explorer.type("x")
    explorer.press(.escape)
    #expect(!explorer.shows("stay?"))
    explorer.press(.control("c"))
    explorer.type("s")
    #expect(explorer.takeEffects() == [.save([Explorer.crc32Prototype])])
    explorer.send(.saveFailed("no space"))
    #expect(explorer.takeEffects() == [.bell])
    explorer.press(.control("c"))
    explorer.type("s")
    explorer.send(.saved(path: "x"))
    #expect(explorer.takeEffects() == [.save([Explorer.crc32Prototype]), .quit])
  }

  @Test func `unsaved prototypes can be discarded`() {
    var explorer = Explorer()
    explorer.declareCRC32()
    _ = explorer.takeEffects()
    explorer.press(.control("c"))
    explorer.type("d")
    #expect(explorer.takeEffects() == [.quit])
  }

  @Test(arguments: [
    ("q", [BrowserEffect.quit]), ("q!", [.quit]), ("wq", [.quit]), ("w", []), ("help", []),
    ("", []), (" q ", [.quit]),
  ])
  func `commands of the colon line`(command: String, effects: [BrowserEffect]) {
    var explorer = Explorer()
    explorer.type(":" + command)
    explorer.press(.enter)
    #expect(explorer.takeEffects() == effects)
  }

  @Test func `w and wq save, q asks, q! does not`() {
    var explorer = Explorer()
    explorer.declareCRC32()
    _ = explorer.takeEffects()
    explorer.press(.escape, .escape)
    explorer.type(":w")
    explorer.press(.enter)
    explorer.type(":q")
    explorer.press(.enter)
    #expect(explorer.shows("Save, discard, or stay?"))
    explorer.press(.escape)
    explorer.type(":wq")
    explorer.press(.enter)
    explorer.send(.saved(path: "x"))
    #expect(
      explorer.takeEffects() == [
        .save([Explorer.crc32Prototype]), .save([Explorer.crc32Prototype]), .quit,
      ])
  }

  @Test func `an unknown command says which there are`() {
    var explorer = Explorer()
    explorer.type(":make")
    explorer.press(.enter)
    #expect(explorer.shows("no such command; there are :w :q :wq :q! :help"))
    explorer.press(.control("u"))
    explorer.type("he")
    explorer.press(.tab, .enter)
    #expect(explorer.shows("type to search the keys"))
  }

  @Test func `the colon line closes with Esc or by deleting past its start`() {
    var explorer = Explorer()
    explorer.type(":q")
    explorer.press(.escape)
    #expect(explorer.shows("type to filter"))
    explorer.type(":q")
    explorer.press(.backspace, .backspace)
    explorer.type("crc")
    #expect(explorer.shows("❯ crc"))
    explorer.type(":")
    #expect(explorer.shows("❯ crc:"))
    explorer.press(.control("p"))
    explorer.type("q")
    explorer.press(.enter)
    #expect(explorer.takeEffects() == [.quit])
  }

  @Test func `help lists every key and searches`() {
    var explorer = Explorer(columns: 100, rows: 300)
    explorer.type("?")
    for binding in Keymap.bindings { #expect(explorer.shows(binding.help)) }
    for command in CommandRow.all { #expect(explorer.shows(command.usage)) }
    explorer.type("save profile")
    #expect(explorer.shows("Save the prototypes to the profile."))
    #expect(!explorer.shows("One page up."))
    explorer.type("zzz")
    #expect(explorer.shows("no key does that"))
    explorer.press(.escape, .escape)
    #expect(explorer.shows("type to filter"))
  }

  @Test func `help scrolls to its end and no further`() {
    var explorer = Explorer(columns: 60, rows: 16)
    explorer.press(.function(1), .end, .pageDown)
    #expect(explorer.shows(":leaks"))
    explorer.press(.function(1))
    #expect(explorer.shows("type to filter"))
  }

  @Test func `in a form the colon and the question mark are text`() {
    var explorer = Explorer(profile: Explorer.crc32Prototype)
    explorer.type("crc32")
    explorer.press(.enter)
    explorer.type("1?2:3")
    #expect(explorer.shows("crc32(1?2:3, buf, len)"))
  }

  @Test func `Ctrl-Z stops the program, unknown keys do nothing`() {
    var explorer = Explorer()
    explorer.press(.control("z"), .unknown, .insert, .alt("x"), .function(12), .control("g"))
    #expect(explorer.takeEffects() == [.suspend])
  }

  @Test func `a notice stays until the next key`() {
    var explorer = Explorer()
    explorer.send(.notice("the profile is damaged: line 3"))
    #expect(explorer.shows("the profile is damaged: line 3"))
    explorer.send(.tick(elapsed: 1))
    #expect(explorer.shows("damaged"))
    explorer.press(.down)
    #expect(!explorer.shows("damaged"))
  }

  // MARK: The key table

  @Test func `no key has two meanings at once`() {
    for context in KeyContext.allCases {
      for condition in [KeyBinding.Condition.withText, .withoutText] {
        let keys = Keymap.bindings
          .filter {
            $0.context == context && ($0.condition == .always || $0.condition == condition)
          }
          .flatMap(\.keys)
        #expect(Set(keys).count == keys.count, "\(context.rawValue)")
      }
    }
  }

  @Test func `where text is typed, letters are text`() {
    for binding in Keymap.bindings
    where [.symbols, .prototype, .call, .command, .help, .everywhere].contains(binding.context) {
      for case .character in binding.keys { #expect(binding.condition == .withoutText) }
    }
  }

  @Test func `every context shows keys, and its hints fit into the smallest terminal`() {
    for context in KeyContext.allCases where ![.everywhere, .editing].contains(context) {
      let own = Keymap.hints(in: [context], hasText: true)
      let width = own.reduce(0) { $0 + $1.keys[0].label.count + ($1.label?.count ?? 0) + 3 }
      #expect(!own.isEmpty)
      #expect(width <= Layout.smallest.columns, "\(context.rawValue): \(width)")
    }
  }

  @Test func `any sequence of messages is survived`() {
    var random = SplitMix(state: 5)
    let keys =
      Keymap.bindings.flatMap(\.keys) + "crc32(0,\"\\é日:?".map { .character($0) } + [.unknown]
    for seed in 0..<25 {
      var explorer = Explorer(profile: "int inflate(int first);")
      for _ in 0..<120 {
        switch random.next() % 12 {
        case 0: explorer.send(.paste("int crc32(int a);\u{1b}\n"))
        case 1: explorer.send(.reported(Explorer.crc32Report))
        case 2:
          let size = FrameSize(columns: Int(random.next() % 220), rows: Int(random.next() % 60))
          explorer.send(.resized(size))
        case 3:
          explorer.send(
            .mouse(
              MouseEvent(
                [.click, .doubleClick, .wheelUp, .wheelDown][Int(random.next() % 4)],
                row: Int(random.next() % 60), column: Int(random.next() % 200))))
        case 4: explorer.send(.saved(path: "x"), .tick(elapsed: .infinity), .idle)
        default: explorer.press(keys[Int(random.next() % UInt64(keys.count))])
        }
        let frame = explorer.model.view()
        #expect(frame.lines.count == frame.size.rows, "seed \(seed)")
        #expect(frame.lines.allSatisfy { $0.width <= frame.size.columns })
        if let cursor = frame.cursor { #expect(cursor.column < frame.size.columns) }
      }
    }
  }
}
