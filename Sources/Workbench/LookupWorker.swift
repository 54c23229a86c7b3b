import CLanguage
package import ELFModel
import Evaluation
import ProbeHost

/// Looks things up in the library's file, on a thread of its own: nothing of the library runs, and
/// the explorer answers keys meanwhile.
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
    /// Who refers to it; asked by itself behind its code.
    case references(place: String)
    case stop

    /// Whether other questions go before it.
    var canWait: Bool { if case .references = self { true } else { false } }
  }

  /// What was found.
  package enum Answer: Sendable {
    case facts(ELFFacts)
    case symtab(SymbolTable)
    case prototype(name: String, LearnedPrototype)
    case listing(place: String, CodeListing)
    /// Who refers to the function, and what it refers to.
    case references(place: String, callers: [CrossReference], calls: [CrossReference])
    /// It could not be found out, and why.
    case failed(Question, String)
  }

  private let questions: Mailbox<Question>
  private let answers: Mailbox<Answer>

  /// Starts the thread.
  ///
  /// - Throws: what the kernel refused.
  package init(_ opened: OpenLibrary) throws {
    questions = try Mailbox()
    answers = try Mailbox()
    let (questions, answers) = (questions, answers)
    try WorkerThread.start {
      var library = Library(opened)
      // Who refers to a function takes longest, and everything else goes before it.
      var waiting: [Question] = []
      while true {
        if waiting.isEmpty { questions.wait(milliseconds: -1) }
        waiting += questions.takeAll()
        let next = waiting.firstIndex { !$0.canWait } ?? 0
        guard waiting.indices.contains(next) else { continue }
        let question = waiting.remove(at: next)
        if question == .stop { return }
        do {
          let isDone = try library.answer(question, isCancelled: { !questions.isEmpty }) {
            answers.put($0)
          }
          if !isDone { waiting.append(question) }
          if case .code(let place) = question { waiting.append(.references(place: place)) }
        } catch {
          answers.put(.failed(question, "\(error)"))
        }
      }
    }
  }

  /// Readable while ``takeAnswers()`` has something to give.
  package var answerDescriptor: Int32 { answers.descriptor }

  /// Hands over a question; they are answered in order.
  package func ask(_ question: Question) { questions.put(question) }

  /// What was found since the last time; returns at once.
  package func takeAnswers() -> [Answer] { answers.takeAll() }

  /// Ends the thread when it has answered what it is at.
  package func stop() { questions.put(.stop) }

  /// The library on the thread.
  private struct Library {
    let opened: OpenLibrary
    /// Read when code is first asked for.
    private var code: LibraryCode?

    init(_ opened: OpenLibrary) { self.opened = opened }

    /// Answers one question.
    ///
    /// - Returns: false when it was cancelled before there was an answer.
    mutating func answer(
      _ question: Question, isCancelled: () -> Bool, _ tell: (Answer) -> Void
    ) throws -> Bool {
      switch question {
      case .facts: tell(.facts(try LibraryFile.facts(opened.image.path)))
      case .symtab:
        let image = try LibraryFile.read(opened.image.path, tables: [.symtab])
        tell(.symtab(image.symtab))
      case .prototype(let name): tell(.prototype(name: name, opened.learned(name)))
      case .code(let place): tell(.listing(place: place, try openedCode().listing(of: place)))
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
