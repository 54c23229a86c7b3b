package import Evaluation

/// Everything that can happen to the explorer.
package enum BrowserMessage: Sendable {
  case key(Key)
  case mouse(MouseEvent)
  /// Text that came in one piece.
  case paste(String)
  case resized(FrameSize)
  /// The statement of the last `evaluate` has ended.
  case reported(StatementReport)
  /// The declarations of the last `save` are in this file.
  case saved(path: String)
  /// They are not, and why.
  case saveFailed(String)
  /// Time passes while a call runs: seconds since it began.
  case tick(elapsed: Double)
  /// Something to tell the user.
  case notice(String)
  /// Nothing else is going on: time for work put off; sent while `BrowserModel.wantsIdle`.
  case idle
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
  case quit
  case bell
  /// Stop the program until the shell continues it (Ctrl-Z).
  case suspend
}
