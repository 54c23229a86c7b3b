/// What the user can ask for, apart from typing text.
///
/// What several screens know stands here; what only one does is an enumeration of that screen.
package enum Action: Hashable, Sendable {
  /// Through a list or a text longer than the screen.
  case move(Movement)
  /// In the input that has the keyboard.
  case edit(TextEdit)
  /// Open what is selected.
  case open
  /// One step back.
  case back
  /// Everything known of what is selected.
  case details
  case editPrototype
  /// Keep a prototype that debug information gave.
  case keepPrototype
  /// Take the proposal behind the cursor.
  case complete
  /// Take what was typed.
  case accept
  case symbols(SymbolAction)
  case call(CallAction)
  case outcome(OutcomeAction)
  case history(HistoryAction)
  case memory(MemoryAction)
  case variables(VariablesAction)
  /// The same on every screen.
  case program(ProgramAction)
}

/// What only the list of symbols does.
package enum SymbolAction: Hashable, Sendable {
  case clearFilter
  case sort
  /// The next kind of symbols.
  case nextKind
  case previousKind
}

/// What only the call form does.
package enum CallAction: Hashable, Sendable {
  case nextField
  case previousField
  /// Enter in a form: the next field, or the call behind the last.
  case advance
  case call
  case earlierArguments
  case laterArguments
  /// The next proposal for the argument.
  case pick
}

/// What only the outcome of a call does.
package enum OutcomeAction: Hashable, Sendable {
  case callAgain
  case editArguments
  /// As an example of the function's prototype.
  case keep
  /// Open structs and arrays one level deeper.
  case unfold
  case fold
}

/// What only the history does.
package enum HistoryAction: Hashable, Sendable {
  /// Evaluate the statement again.
  case again
  /// Take it to the console.
  case edit
  /// Go back to the state before the statement.
  case undo
}

/// What only the memory does.
package enum MemoryAction: Hashable, Sendable {
  case left
  case right
  /// To an address, or to where an expression points.
  case goTo
  case search
  /// Write to the place under the cursor.
  case edit
  /// Show the place as a C type.
  case type
  /// Watch the place among the variables.
  case watch
}

/// What only the variables do.
package enum VariablesAction: Hashable, Sendable {
  case watch
  case unwatch
  case assign
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
  /// Go to a part of the work.
  case section(Section)
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
  case console = "Console"
  case history = "History"
  case memory = "Memory"
  case variables = "Variables"
  /// While something is asked in one line.
  case asking = "Questions"
  case types = "Types"
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
    symbols + details + prototype + call + running + outcome + console + variables + memory + asking
    + history + types + help
    + command
    + quitting + everywhere + editing

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
    KeyBinding(
      .symbols, [.escape], .symbols(.clearFilter), "clear", "Clear the filter.", when: .withText),
    KeyBinding(.symbols, [.tab], .symbols(.nextKind), "kind", "The next kind of symbols."),
    KeyBinding(.symbols, [.backTab], .symbols(.previousKind), nil, "The kind of symbols before."),
    KeyBinding(
      .symbols, [.function(3)], .details, "details",
      "Everything known of it: facts, code, who calls it."),
    KeyBinding(.symbols, [.function(4)], .editPrototype, "prototype", "Write its prototype."),
    KeyBinding(
      .symbols, [.function(6)], .symbols(.sort), nil,
      "Sort by name, address, size, section, version, or as in the file."),
    KeyBinding(
      .symbols, [.character(":")], .program(.command), nil, "Open the command line.",
      when: .withoutText),
    KeyBinding(
      .symbols, [.character("?")], .program(.help), nil, "Show the keys.", when: .withoutText),
  ]

  private static let details: [KeyBinding] = [
    KeyBinding(.details, [.enter, .function(5)], .open, "call", "Call it."),
    KeyBinding(
      .details, [.tab, .function(3)], .details, "next part",
      "To its code, to who refers to it, to what it refers to."),
    KeyBinding(
      .details, [.function(8)], .keepPrototype, nil,
      "Keep the prototype of the debug information in the profile."),
    KeyBinding(.details, [.function(4)], .editPrototype, "prototype", "Write its prototype."),
    KeyBinding(.details, [.home], .move(.first), nil, "The first line."),
    KeyBinding(.details, [.end], .move(.last), nil, "The last line."),
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
      .call, [.enter], .call(.advance), "next", "To the next argument; on the last one, call."),
    KeyBinding(
      .call, [.function(5), .control("r")], .call(.call), "call",
      "Call with the arguments as they are."),
    KeyBinding(
      .call, [.control("n"), .function(7)], .call(.pick), nil,
      "The next of what can be picked: enumerators, callbacks."),
    KeyBinding(.call, [.tab, .down], .call(.nextField), nil, "To the next argument."),
    KeyBinding(.call, [.backTab, .up], .call(.previousField), nil, "To the argument before."),
    KeyBinding(
      .call, [.pageUp], .call(.earlierArguments), nil,
      "Arguments of an earlier call of this function."),
    KeyBinding(.call, [.pageDown], .call(.laterArguments), nil, "Arguments of a later call."),
    KeyBinding(.call, [.escape], .back, "back", "Back to the symbols; the arguments are kept."),
    KeyBinding(
      .call, [.function(8)], .keepPrototype, nil,
      "Keep the prototype of the debug information in the profile."),
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
    KeyBinding(
      .outcome, [.enter], .outcome(.callAgain), "again", "Call again with the same arguments."),
    KeyBinding(
      .outcome, [.tab, .character("e")], .outcome(.editArguments), "edit", "Change the arguments."),
    KeyBinding(.outcome, [.function(4)], .editPrototype, nil, "Change the prototype."),
    KeyBinding(
      .outcome, [.function(8), .character("k")], .outcome(.keep), "keep",
      "Keep the call, with what it gave, as an example in the profile."),
    KeyBinding(
      .outcome, [.control("s")], .program(.save), "save", "Save the prototypes to the profile."),
    KeyBinding(.outcome, [.escape], .back, "back", "Back to the arguments."),
    KeyBinding(
      .outcome, [.right], .outcome(.unfold), nil, "Open structs and arrays one level deeper."),
    KeyBinding(.outcome, [.left], .outcome(.fold), nil, "Close them one level."),
    KeyBinding(.outcome, [.up], .move(.up), nil, "One line up."),
    KeyBinding(.outcome, [.down], .move(.down), nil, "One line down."),
    KeyBinding(.outcome, [.pageUp], .move(.pageUp), nil, "One page up."),
    KeyBinding(.outcome, [.pageDown], .move(.pageDown), nil, "One page down."),
    KeyBinding(.outcome, [.home], .move(.first), nil, "The first line."),
    KeyBinding(.outcome, [.end], .move(.last), nil, "The last line."),
    KeyBinding(.outcome, [.character(":")], .program(.command), nil, "Open the command line."),
    KeyBinding(.outcome, [.character("?")], .program(.help), nil, "Show the keys."),
  ]

  private static let console: [KeyBinding] = [
    KeyBinding(
      .console, [.enter], .accept, "run", "Evaluate the statement; what is open goes on."),
    KeyBinding(
      .console, [.tab], .complete, "complete", "Complete a name; again for the next one."),
    KeyBinding(
      .console, [.up], .move(.up), "recall", "The statement before that begins like this."),
    KeyBinding(.console, [.down], .move(.down), nil, "The statement behind."),
    KeyBinding(.console, [.pageUp], .move(.pageUp), nil, "Scroll up."),
    KeyBinding(.console, [.pageDown], .move(.pageDown), nil, "Scroll down."),
    KeyBinding(.console, [.function(3)], .details, "outcome", "All of the last outcome."),
    KeyBinding(.console, [.escape], .back, nil, "Clear what is typed, and scroll to the end."),
    KeyBinding(
      .console, [.character(":")], .program(.command), nil, "Open the command line.",
      when: .withoutText),
    KeyBinding(
      .console, [.character("?")], .program(.help), nil, "Show the keys.", when: .withoutText),
  ]

  private static let history: [KeyBinding] = [
    KeyBinding(.history, [.enter], .open, "outcome", "All of the outcome."),
    KeyBinding(
      .history, [.character("u")], .history(.undo), "undo",
      "Go back to the state before it; what came after it is undone too."),
    KeyBinding(.history, [.character("r")], .history(.again), "again", "Evaluate it again."),
    KeyBinding(.history, [.character("e")], .history(.edit), "edit", "Take it to the console."),
    KeyBinding(.history, [.up], .move(.up), nil, "One statement up."),
    KeyBinding(.history, [.down], .move(.down), nil, "One statement down."),
    KeyBinding(.history, [.pageUp], .move(.pageUp), nil, "One page up."),
    KeyBinding(.history, [.pageDown], .move(.pageDown), nil, "One page down."),
    KeyBinding(.history, [.home], .move(.first), nil, "The first statement."),
    KeyBinding(.history, [.end], .move(.last), nil, "The last statement."),
    KeyBinding(.history, [.character(":")], .program(.command), nil, "Open the command line."),
    KeyBinding(.history, [.character("?")], .program(.help), nil, "Show the keys."),
  ]

  private static let variables: [KeyBinding] = [
    KeyBinding(.variables, [.enter], .open, "memory", "Show it in memory."),
    KeyBinding(
      .variables, [.character("w")], .variables(.watch), "watch", "Watch an expression."),
    KeyBinding(
      .variables, [.character("d"), .delete], .variables(.unwatch), "drop", "Watch it no more."),
    KeyBinding(
      .variables, [.character("e")], .variables(.assign), "assign",
      "Give it another value, at the console."),
    KeyBinding(.variables, [.up], .move(.up), nil, "One row up."),
    KeyBinding(.variables, [.down], .move(.down), nil, "One row down."),
    KeyBinding(.variables, [.pageUp], .move(.pageUp), nil, "One page up."),
    KeyBinding(.variables, [.pageDown], .move(.pageDown), nil, "One page down."),
    KeyBinding(.variables, [.home], .move(.first), nil, "The first row."),
    KeyBinding(.variables, [.end], .move(.last), nil, "The last row."),
    KeyBinding(.variables, [.character(":")], .program(.command), nil, "Open the command line."),
    KeyBinding(.variables, [.character("?")], .program(.help), nil, "Show the keys."),
  ]

  private static let memory: [KeyBinding] = [
    KeyBinding(
      .memory, [.enter], .open, "follow", "Open the region; follow the pointer under the cursor."),
    KeyBinding(
      .memory, [.escape, .backspace], .back, "back",
      "Back to where the pointer stood, to the regions."),
    KeyBinding(
      .memory, [.character("g")], .memory(.goTo), "go to", "Go to an address or a variable."),
    KeyBinding(
      .memory, [.character("/")], .memory(.search), "find", "Find text or bytes, from here on."),
    KeyBinding(.memory, [.character("e")], .memory(.edit), "edit", "Write to the place."),
    KeyBinding(.memory, [.character("t")], .memory(.type), "type", "Show the place as a C type."),
    KeyBinding(
      .memory, [.character("w")], .memory(.watch), nil, "Watch the place among the variables."),
    KeyBinding(.memory, [.left], .memory(.left), nil, "One byte left."),
    KeyBinding(.memory, [.right], .memory(.right), nil, "One byte right."),
    KeyBinding(.memory, [.up], .move(.up), nil, "One row up."),
    KeyBinding(.memory, [.down], .move(.down), nil, "One row down."),
    KeyBinding(.memory, [.pageUp], .move(.pageUp), nil, "One page up."),
    KeyBinding(.memory, [.pageDown], .move(.pageDown), nil, "One page down."),
    KeyBinding(.memory, [.home], .move(.first), nil, "The start of the region."),
    KeyBinding(.memory, [.end], .move(.last), nil, "The end of the region."),
    KeyBinding(.memory, [.character(":")], .program(.command), nil, "Open the command line."),
    KeyBinding(.memory, [.character("?")], .program(.help), nil, "Show the keys."),
  ]

  private static let asking: [KeyBinding] = [
    KeyBinding(.asking, [.enter], .open, "do it", "Do what was asked."),
    KeyBinding(.asking, [.escape, .control("c")], .back, "cancel", "Do nothing."),
  ]

  private static let types: [KeyBinding] = [
    KeyBinding(.types, [.escape], .back, "clear", "Clear the filter."),
    KeyBinding(.types, [.up], .move(.up), "up", "One type up."),
    KeyBinding(.types, [.down], .move(.down), "down", "One type down."),
    KeyBinding(.types, [.home], .move(.first), nil, "The first type."),
    KeyBinding(.types, [.end], .move(.last), nil, "The last type."),
    KeyBinding(.types, [.pageUp], .move(.pageUp), nil, "Scroll the layout up."),
    KeyBinding(.types, [.pageDown], .move(.pageDown), "scroll", "Scroll the layout down."),
    KeyBinding(
      .types, [.character(":")], .program(.command), nil, "Open the command line.",
      when: .withoutText),
    KeyBinding(
      .types, [.character("?")], .program(.help), nil, "Show the keys.", when: .withoutText),
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

  private static let everywhere: [KeyBinding] =
    sections + [
      KeyBinding(
        .everywhere, [.control("s")], .program(.save), nil, "Save the prototypes to the profile."),
      KeyBinding(
        .everywhere, [.function(1)], .program(.help), "help", "Show the keys; typing searches them."
      ),
      KeyBinding(
        .everywhere, [.control("p")], .program(.command), "command", "Open the command line."),
      KeyBinding(
        .everywhere, [.control("c"), .control("q")], .program(.quit), "quit",
        "Leave; asks when prototypes are not saved."),
      KeyBinding(
        .everywhere, [.control("z")], .program(.suspend), nil, "Stop sonde; `fg` continues it."),
    ]

  /// Alt with a number goes to a part of the work, from wherever one is.
  private static let sections: [KeyBinding] = Section.allCases.map { section in
    KeyBinding(
      .everywhere, section == .console ? [section.key, .function(2)] : [section.key],
      .program(.section(section)), nil, "Go to the \(section.label.lowercased()).")
  }

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
