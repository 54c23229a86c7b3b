/// What the user can ask for, apart from typing text.
package enum Action: Hashable, Sendable {
  /// Through a list or a text longer than the screen.
  case move(Movement)
  /// In the input that has the keyboard.
  case edit(TextEdit)
  /// Open what is selected.
  case open
  /// One step back.
  case back
  case clearFilter
  case sort
  case editPrototype
  /// Take the proposal behind the cursor.
  case complete
  /// Take what was typed.
  case accept
  case nextField
  case previousField
  /// Enter in a form: the next field, or the call behind the last.
  case advance
  case call
  case earlierArguments
  case laterArguments
  case callAgain
  case editArguments
  /// The same on every screen.
  case program(ProgramAction)
}

/// A step through rows.
package enum Movement: Hashable, Sendable {
  case up
  case down
  case pageUp
  case pageDown
  case first
  case last
}

/// What the program does whatever the screen.
package enum ProgramAction: Hashable, Sendable {
  /// End the call that runs.
  case interrupt
  case save
  /// Open the command line.
  case command
  case help
  case quit
  case saveAndQuit
  case discardAndQuit
  case suspend
}

/// A state of the explorer with keys of its own.
package enum KeyContext: String, Hashable, Sendable, CaseIterable {
  case symbols = "Symbols"
  case details = "Details"
  case prototype = "Prototype"
  case call = "Call form"
  case running = "While a call runs"
  case outcome = "Outcome"
  case help = "Help"
  case command = "Command line"
  case quitting = "Leaving with unsaved prototypes"
  case everywhere = "Everywhere"
  case editing = "While typing"
}

/// One row of the key table.
package struct KeyBinding: Hashable, Sendable {
  /// The first is the one shown.
  package var keys: [Key]
  package var context: KeyContext
  package var action: Action
  /// A word or two for the bottom line; nil leaves it to the help screen.
  package var label: String?
  /// A sentence for the help screen.
  package var help: String
  package var condition: Condition

  /// When a binding counts.
  package enum Condition: Hashable, Sendable {
    case always
    /// While the input holds nothing: the key is a character that text could begin with.
    case withoutText
    /// While the input holds something.
    case withText
  }

  fileprivate init(
    _ context: KeyContext, _ keys: [Key], _ action: Action, _ label: String?, _ help: String,
    when condition: Condition = .always
  ) {
    self.keys = keys
    self.context = context
    self.action = action
    self.label = label
    self.help = help
    self.condition = condition
  }

  fileprivate func counts(hasText: Bool) -> Bool {
    switch condition {
    case .always: true
    case .withoutText: !hasText
    case .withText: hasText
    }
  }
}

/// The one table of keys: what they do, the bottom line and the help screen come from it.
package enum Keymap {
  /// Every binding, in the order in which the bottom line and the help screen show them.
  package static let bindings: [KeyBinding] =
    symbols + details + prototype + call + running + outcome + help + command + quitting
    + everywhere + editing

  /// What a key does; nil when it is text or nothing.
  ///
  /// The contexts are those in force, the most special first; `hasText` says whether the input
  /// that has the keyboard holds any.
  package static func action(
    for key: Key, in contexts: [KeyContext], hasText: Bool
  ) -> Action? {
    for context in contexts {
      for binding in bindings where binding.context == context && binding.keys.contains(key) {
        if binding.counts(hasText: hasText) { return binding.action }
      }
    }
    return nil
  }

  /// What the bottom line shows.
  package static func hints(in contexts: [KeyContext], hasText: Bool) -> [KeyBinding] {
    var seen: Set<Key> = []
    var hints: [KeyBinding] = []
    for context in contexts {
      for binding in bindings where binding.context == context {
        guard binding.counts(hasText: hasText) else { continue }
        let isShadowed = binding.keys.first.map { !seen.insert($0).inserted } ?? true
        if binding.label != nil, !isShadowed { hints.append(binding) }
      }
    }
    return hints
  }

  private static let symbols: [KeyBinding] = [
    KeyBinding(.symbols, [.enter], .open, "open", "Open the selected symbol."),
    KeyBinding(.symbols, [.up], .move(.up), nil, "One symbol up."),
    KeyBinding(.symbols, [.down], .move(.down), nil, "One symbol down."),
    KeyBinding(.symbols, [.pageUp], .move(.pageUp), nil, "One page up."),
    KeyBinding(.symbols, [.pageDown], .move(.pageDown), nil, "One page down."),
    KeyBinding(.symbols, [.home], .move(.first), nil, "The first symbol."),
    KeyBinding(.symbols, [.end], .move(.last), nil, "The last symbol."),
    KeyBinding(.symbols, [.escape], .clearFilter, "clear", "Clear the filter.", when: .withText),
    KeyBinding(.symbols, [.function(4)], .editPrototype, "prototype", "Write its prototype."),
    KeyBinding(.symbols, [.function(6)], .sort, "sort", "Sort by name, address, size, or not."),
    KeyBinding(
      .symbols, [.character(":")], .program(.command), nil, "Open the command line.",
      when: .withoutText),
    KeyBinding(
      .symbols, [.character("?")], .program(.help), nil, "Show the keys.", when: .withoutText),
  ]

  private static let details: [KeyBinding] = [
    KeyBinding(.details, [.escape, .left, .backspace], .back, "back", "Back to the symbols."),
    KeyBinding(.details, [.up], .move(.up), nil, "One line up."),
    KeyBinding(.details, [.down], .move(.down), nil, "One line down."),
    KeyBinding(.details, [.pageUp], .move(.pageUp), nil, "One page up."),
    KeyBinding(.details, [.pageDown], .move(.pageDown), nil, "One page down."),
    KeyBinding(.details, [.character(":")], .program(.command), nil, "Open the command line."),
    KeyBinding(.details, [.character("?")], .program(.help), nil, "Show the keys."),
  ]

  private static let prototype: [KeyBinding] = [
    KeyBinding(.prototype, [.enter], .accept, "accept", "Take the prototype, if it is right."),
    KeyBinding(
      .prototype, [.tab], .complete, "complete", "Take the proposal shown behind the cursor."),
    KeyBinding(.prototype, [.escape], .back, "back", "Back without a change."),
  ]

  private static let call: [KeyBinding] = [
    KeyBinding(
      .call, [.enter], .advance, "next", "To the next argument; on the last one, call."),
    KeyBinding(
      .call, [.function(5), .control("r")], .call, "call", "Call with the arguments as they are."),
    KeyBinding(.call, [.tab, .down], .nextField, nil, "To the next argument."),
    KeyBinding(.call, [.backTab, .up], .previousField, nil, "To the argument before."),
    KeyBinding(
      .call, [.pageUp], .earlierArguments, nil, "Arguments of an earlier call of this function."),
    KeyBinding(.call, [.pageDown], .laterArguments, nil, "Arguments of a later call."),
    KeyBinding(.call, [.escape], .back, "back", "Back to the symbols; the arguments are kept."),
    KeyBinding(.call, [.function(4)], .editPrototype, "prototype", "Change the prototype."),
    KeyBinding(
      .call, [.control("s")], .program(.save), "save", "Save the prototypes to the profile."),
  ]

  private static let running: [KeyBinding] = [
    KeyBinding(
      .running, [.escape, .control("c")], .program(.interrupt), "stop",
      "End the call that runs.")
  ]

  private static let outcome: [KeyBinding] = [
    KeyBinding(.outcome, [.enter], .callAgain, "again", "Call again with the same arguments."),
    KeyBinding(
      .outcome, [.tab, .character("e")], .editArguments, "edit", "Change the arguments."),
    KeyBinding(.outcome, [.function(4)], .editPrototype, "prototype", "Change the prototype."),
    KeyBinding(
      .outcome, [.control("s")], .program(.save), "save", "Save the prototypes to the profile."),
    KeyBinding(.outcome, [.escape], .back, "back", "Back to the arguments."),
    KeyBinding(.outcome, [.up], .move(.up), nil, "One line up."),
    KeyBinding(.outcome, [.down], .move(.down), nil, "One line down."),
    KeyBinding(.outcome, [.pageUp], .move(.pageUp), nil, "One page up."),
    KeyBinding(.outcome, [.pageDown], .move(.pageDown), nil, "One page down."),
    KeyBinding(.outcome, [.home], .move(.first), nil, "The first line."),
    KeyBinding(.outcome, [.end], .move(.last), nil, "The last line."),
    KeyBinding(.outcome, [.character(":")], .program(.command), nil, "Open the command line."),
    KeyBinding(.outcome, [.character("?")], .program(.help), nil, "Show the keys."),
  ]

  private static let help: [KeyBinding] = [
    KeyBinding(.help, [.escape, .function(1)], .back, "close", "Clear the search, then close."),
    KeyBinding(.help, [.up], .move(.up), nil, "One line up."),
    KeyBinding(.help, [.down], .move(.down), nil, "One line down."),
    KeyBinding(.help, [.pageUp], .move(.pageUp), "up", "One page up."),
    KeyBinding(.help, [.pageDown], .move(.pageDown), "down", "One page down."),
    KeyBinding(.help, [.home], .move(.first), nil, "The first line."),
    KeyBinding(.help, [.end], .move(.last), nil, "The last line."),
    KeyBinding(
      .help, [.character("?")], .back, nil, "Close the help screen.", when: .withoutText),
  ]

  private static let command: [KeyBinding] = [
    KeyBinding(.command, [.enter], .accept, "run", "Run the command."),
    KeyBinding(.command, [.tab], .complete, "complete", "Complete the command's name."),
    KeyBinding(.command, [.escape, .control("c")], .back, "cancel", "Close the command line."),
  ]

  private static let quitting: [KeyBinding] = [
    KeyBinding(
      .quitting, [.character("s"), .character("y")], .program(.saveAndQuit), "save",
      "Save the prototypes, then leave."),
    KeyBinding(
      .quitting, [.character("d"), .character("n")], .program(.discardAndQuit), "discard",
      "Leave; the prototypes are lost."),
    KeyBinding(
      .quitting, [.escape, .control("c"), .character("c")], .back, "stay", "Do not leave."),
  ]

  private static let everywhere: [KeyBinding] = [
    KeyBinding(
      .everywhere, [.control("s")], .program(.save), nil, "Save the prototypes to the profile."),
    KeyBinding(
      .everywhere, [.function(1)], .program(.help), "help", "Show the keys; typing searches them."),
    KeyBinding(
      .everywhere, [.control("p")], .program(.command), "command", "Open the command line."),
    KeyBinding(
      .everywhere, [.control("c"), .control("q")], .program(.quit), "quit",
      "Leave; asks when prototypes are not saved."),
    KeyBinding(
      .everywhere, [.control("z")], .program(.suspend), nil, "Stop sonde; `fg` continues it."),
  ]

  private static let editing: [KeyBinding] = [
    KeyBinding(.editing, [.left, .control("b")], .edit(.left), nil, "One character left."),
    KeyBinding(.editing, [.right, .control("f")], .edit(.right), nil, "One character right."),
    KeyBinding(.editing, [.home, .control("a")], .edit(.start), nil, "To the start."),
    KeyBinding(.editing, [.end, .control("e")], .edit(.end), nil, "To the end."),
    KeyBinding(.editing, [.wordLeft, .alt("b")], .edit(.wordLeft), nil, "One word left."),
    KeyBinding(.editing, [.wordRight, .alt("f")], .edit(.wordRight), nil, "One word right."),
    KeyBinding(
      .editing, [.backspace, .control("h")], .edit(.deleteBefore), nil,
      "Delete the character before the cursor."),
    KeyBinding(
      .editing, [.delete, .control("d")], .edit(.deleteAfter), nil,
      "Delete the character under the cursor."),
    KeyBinding(
      .editing, [.control("w")], .edit(.deleteWordBefore), nil,
      "Delete the word before the cursor."),
    KeyBinding(
      .editing, [.alt("d")], .edit(.deleteWordAfter), nil, "Delete the word behind the cursor."),
    KeyBinding(
      .editing, [.control("u")], .edit(.deleteToStart), nil, "Delete all before the cursor."),
    KeyBinding(
      .editing, [.control("k")], .edit(.deleteToEnd), nil, "Delete all behind the cursor."),
  ]
}
