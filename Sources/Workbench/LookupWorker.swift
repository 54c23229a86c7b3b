package import ELFModel
import ProbeHost

/// Looks things up in the library's file, on a thread of its own: nothing of the library runs, and
/// the explorer answers keys meanwhile.
package final class LookupWorker: Sendable {
  /// What is asked.
  package enum Question: Hashable, Sendable {
    /// What `sonde info` tells of the file.
    case facts
    /// The code of the function at a place, as ``LibraryCode/listing(of:)`` takes it.
    case code(place: String)
    case stop
  }

  /// What was found.
  package enum Answer: Sendable {
    case facts(ELFFacts)
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
  package init(_ image: ELFImage) throws {
    questions = try Mailbox()
    answers = try Mailbox()
    let (questions, answers) = (questions, answers)
    try WorkerThread.start {
      var library = Library(image)
      while true {
        questions.wait(milliseconds: -1)
        for question in questions.takeAll() {
          if question == .stop { return }
          do { try library.answer(question) { answers.put($0) } } catch {
            answers.put(.failed(question, "\(error)"))
          }
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
    let image: ELFImage
    /// Read when code is first asked for.
    private var code: LibraryCode?

    init(_ image: ELFImage) { self.image = image }

    mutating func answer(_ question: Question, _ tell: (Answer) -> Void) throws {
      switch question {
      case .facts: tell(.facts(try LibraryFile.facts(image.path)))
      case .code(let place):
        let code = try self.code ?? LibraryCode(image.path)
        self.code = code
        tell(.listing(place: place, try code.listing(of: place)))
        tell(
          .references(
            place: place, callers: try code.references(to: place),
            calls: try code.references(from: place)))
      case .stop: break
      }
    }
  }
}
