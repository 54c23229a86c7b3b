package import CLanguage
package import ELFModel
package import Evaluation

/// Everything that can happen to the explorer.
package enum BrowserMessage: Sendable {
  case key(Key)
  case mouse(MouseEvent)
  /// Text that came in one piece.
  case paste(String)
  case resized(FrameSize)
  /// A statement of the last `evaluate` has ended.
  case reported(StatementReport)
  /// All of them have.
  case finished
  /// The declarations of the last `save` are in this file.
  case saved(path: String)
  /// They are not, and why.
  case saveFailed(String)
  /// Time passes while a call runs: seconds since it began.
  case tick(elapsed: Double)
  /// The text of the last `write` is in this file.
  case wrote(path: String)
  /// What `sonde info` tells of the file.
  case facts(ELFFacts)
  /// The full table of symbols, read after the first frame.
  case symtab(SymbolTable)
  /// More of the debug information is read: what is known with it, what of that is new, and how
  /// much is read, of 100.
  case debugInformation(CHeader, news: [CDeclaration], percent: Int)
  /// What other sources than profiles know of a function, after `learn`.
  case learned(symbol: UInt32, PrototypeKnowledge)
  /// What is known so far of the code of the last `readCode`; comes again as more is known.
  case code(symbol: UInt32, CodeDetails)
  /// The regions of the probe's memory; none while there is no probe.
  case regions([MemoryRegion])
  /// Bytes of the probe's memory, as many as could be read.
  case bytes(address: UInt64, [UInt8])
  /// The variables of the console.
  case variables([VariableRow])
  /// The values of expressions that were asked for.
  case values([VariableRow])
  /// Where an expression or a search led to; nil when nowhere, and why.
  case found(UInt64?, String)
  /// Something to tell the user.
  case notice(String)
  /// Nothing else is going on: time for work put off; sent while `BrowserModel.wantsIdle`.
  case idle
}

/// A look at the live library, which changes nothing.
package enum Look: Hashable, Sendable {
  /// `regions` follows.
  case regions
  /// `bytes` follows.
  case bytes(address: UInt64, count: Int)
  /// `variables` follows.
  case variables
  /// Expressions without calls; `values` follows.
  case values([String])
  /// Where an expression's value points, or where a variable stands; `found` follows.
  case place(String)
  /// Bytes, from a place up to another; `found` follows.
  case search([UInt8], from: UInt64, to: UInt64)
}

/// What the explorer asks the program to do.
package enum BrowserEffect: Hashable, Sendable {
  /// A prototype was accepted: the session must know it.
  case declare(String)
  /// Evaluate a C statement; `reported` follows.
  case evaluate(String)
  /// End the call that runs; its `reported` still follows.
  case interrupt
  /// Put these declarations into the profile; `saved` or `saveFailed` follows.
  case save([String])
  /// Disassemble the function at a place, and look who refers to it; `code` follows.
  case readCode(symbol: UInt32, place: String)
  /// Look at the live library; what is seen follows.
  case look(Look)
  /// Look what debug information and names say of a function; `learned` follows.
  case learn(symbol: UInt32, name: String)
  /// Keep a statement of the console for the next time.
  case remember(String)
  /// Write a text to a new file; `wrote` or `notice` follows.
  case write(text: String, path: String)
  case quit
  case bell
  /// Stop the program until the shell continues it (Ctrl-Z).
  case suspend
}
