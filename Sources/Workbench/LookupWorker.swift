import CLanguage
package import ELFModel
import Evaluation
import ProbeHost

/// Looks things up in the library's file and in its debug information, on a thread of its own for
/// each: nothing of the library runs, and the explorer answers keys meanwhile.
package final class LookupWorker: Sendable {
  /// What is asked.
  package enum Question: Hashable, Sendable {
    /// What `sonde info` tells of the file.
    case facts
    /// The full table of symbols.
    case symtab
    /// What the sources know of a function.
    case prototype(name: String)
    /// The code of the function at a place, as ``LibraryCode/listing(of:)`` takes it.
    case code(place: String)
    /// The source lines of that code; asked by itself behind it.
    case sources(place: String, CodeListing)
    /// Who refers to it; asked by itself behind its code.
    case references(place: String)
    /// All that debug information says, some at a time.
    case debugInformation
    case stop

    /// Whether other questions go before it.
    var canWait: Bool {
      switch self {
      case .references, .debugInformation: true
      case .facts, .symtab, .prototype, .code, .sources, .stop: false
      }
    }

    /// Whether debug information answers it: that can be large, or on a server.
    var isOfDebugInformation: Bool {
      switch self {
      case .prototype, .sources, .debugInformation: true
      case .facts, .symtab, .code, .references, .stop: false
      }
    }
  }

  /// What was found.
  package enum Answer: Sendable {
    case facts(ELFFacts)
    case symtab(SymbolTable)
    case prototype(name: String, LearnedPrototype)
    case listing(place: String, CodeListing)
    /// The same code with its source lines.
    case sources(place: String, CodeListing)
    /// Who refers to the function, and what it refers to.
    case references(place: String, callers: [CrossReference], calls: [CrossReference])
    case debugInformation(DebugSlice)
    /// It could not be found out, and why.
    case failed(Question, String)
  }

  private let fileQuestions: Mailbox<Question>
  private let debugQuestions: Mailbox<Question>
  private let answers: Mailbox<Answer>

  /// Starts the threads.
  ///
  /// - Throws: what the kernel refused.
  package init(_ opened: OpenLibrary) throws {
    fileQuestions = try Mailbox()
    debugQuestions = try Mailbox()
    answers = try Mailbox()
    let (answers, debugQuestions) = (answers, debugQuestions)
    for questions in [fileQuestions, debugQuestions] {
      try WorkerThread.start { Self.serve(opened, questions, debugQuestions, answers) }
    }
  }

  private static func serve(
    _ opened: OpenLibrary, _ questions: Mailbox<Question>, _ debugQuestions: Mailbox<Question>,
    _ answers: Mailbox<Answer>
  ) {
    var library = Library(opened)
    // What takes long lets everything else go before it.
    var waiting: [Question] = []
    while true {
      if waiting.isEmpty { questions.wait(milliseconds: -1) }
      waiting += questions.takeAll()
      let next = waiting.firstIndex { !$0.canWait } ?? 0
      guard waiting.indices.contains(next) else { continue }
      let question = waiting.remove(at: next)
      if question == .stop { return }
      do {
        let isDone = try library.answer(
          question, isCancelled: { !questions.isEmpty },
          tell: { answer in
            answers.put(answer)
            guard case .listing(let place, let listing) = answer else { return }
            debugQuestions.put(.sources(place: place, listing))
          })
        if !isDone { waiting.append(question) }
        if case .code(let place) = question { waiting.append(.references(place: place)) }
      } catch {
        answers.put(.failed(question, "\(error)"))
      }
    }
  }

  /// Readable while ``takeAnswers()`` has something to give.
  package var answerDescriptor: Int32 { answers.descriptor }

  /// Hands over a question; they are answered in order.
  package func ask(_ question: Question) {
    (question.isOfDebugInformation ? debugQuestions : fileQuestions).put(question)
  }

  /// What was found since the last time; returns at once.
  package func takeAnswers() -> [Answer] { answers.takeAll() }

  /// Ends the threads when they have answered what they are at.
  package func stop() {
    fileQuestions.put(.stop)
    debugQuestions.put(.stop)
  }

  /// The library on a thread.
  private struct Library {
    let opened: OpenLibrary
    /// Read when code is first asked for.
    private var code: LibraryCode?
    /// Opened when source lines are first asked for.
    private var sources: CodeSources?
    /// Begun when all of the debug information is asked for.
    private var sweep: DebugSweep?

    init(_ opened: OpenLibrary) { self.opened = opened }

    /// Answers one question.
    ///
    /// - Returns: false when it was cancelled before there was an answer.
    mutating func answer(
      _ question: Question, isCancelled: () -> Bool, tell: (Answer) -> Void
    ) throws -> Bool {
      switch question {
      case .facts: tell(.facts(try LibraryFile.facts(opened.image.path)))
      case .symtab:
        let image = try LibraryFile.read(opened.image.path, tables: [.symtab])
        tell(.symtab(image.symtab))
      case .prototype(let name): tell(.prototype(name: name, opened.learned(name)))
      case .code(let place): tell(.listing(place: place, try openedCode().listing(of: place)))
      case .sources(let place, var listing):
        sources = sources ?? CodeSources(opened.image)
        sources?.annotate(&listing)
        if !listing.sourceStarts.isEmpty { tell(.sources(place: place, listing)) }
      case .references(let place):
        let code = try openedCode()
        var wasCancelled = false
        let callers = try code.references(to: place) {
          wasCancelled = wasCancelled || isCancelled()
          return wasCancelled
        }
        guard !wasCancelled else { return false }
        tell(
          .references(
            place: place, callers: callers, calls: try code.references(from: place)))
      case .debugInformation:
        var begun = sweep ?? DebugSweep(opened)
        guard let slice = begun.step() else { return true }
        sweep = begun
        tell(.debugInformation(slice))
        return slice.percent == 100
      case .stop: break
      }
      return true
    }

    private mutating func openedCode() throws -> LibraryCode {
      let opened = try code ?? LibraryCode(opened.image.path)
      code = opened
      return opened
    }
  }
}
