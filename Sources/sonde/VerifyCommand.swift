import ArgumentParser
import CLanguage
import ELFModel
import Evaluation
import Workbench

extension ProfileCommand {
  /// `sonde profile verify`: the examples of a library's profiles, carried out again.
  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify",
      abstract: "Replay the examples of a library's profiles and show what differs.",
      discussion: """
        Each example runs from a fresh state. Exit status: 0 all are as they were, 1 otherwise.
        """)

    @Argument(help: "A path, a library name (libz.so.1) or a short name (z, m, c).")
    var file: String

    @Option(help: ArgumentHelp("Seconds that an example may take.", valueName: "s"))
    var timeout = 10.0

    @Flag(help: "Print one JSON object an example.")
    var json = false

    func run() throws {
      try Failure.wrapping {
        let library = try OpenLibrary.open(file)
        var count = 0
        var changed = 0
        for (function, example) in library.examples {
          let replayed = try library.replay(
            example, of: function, options: SessionOptions(timeLimit: timeout))
          count += 1
          if !replayed.isSame { changed += 1 }
          if json { Output.write(line(replayed)) } else { show(replayed) }
        }
        if !json {
          Output.line(
            count == 0
              ? "no examples are kept for \(library.image.profileName); call --keep keeps one"
              : "\(count - changed) of \(count) examples are as they were")
        }
        if changed > 0 { throw Failure(message: "", status: 1) }
      }
    }

    private func show(_ replayed: ReplayedExample) {
      Output.line((replayed.isSame ? "same      " : "DIFFERENT ") + replayed.statement)
      if let problem = replayed.problem { Output.line("  could not: \(problem)") }
      for difference in replayed.differences {
        Output.line(
          "  \(difference.part): was \(difference.expected ?? "nothing"), is "
            + (difference.actual ?? "nothing"))
      }
    }

    private func line(_ replayed: ReplayedExample) -> [UInt8] {
      var json = JSONText()
      json.beginObject()
      json.key("name")
      json.string(replayed.function)
      json.key("statement")
      json.string(replayed.statement)
      json.key("same")
      json.bool(replayed.isSame)
      json.key("expected")
      write(replayed.expected, to: &json)
      if let actual = replayed.actual {
        json.key("actual")
        write(actual, to: &json)
      }
      json.key("differences")
      json.beginArray()
      for difference in replayed.differences {
        json.beginObject()
        json.key("part")
        json.string(difference.part)
        json.key("expected")
        json.string(difference.expected)
        json.key("actual")
        json.string(difference.actual)
        json.endObject()
      }
      json.endArray()
      if let problem = replayed.problem {
        json.key("error")
        json.string(problem)
      }
      json.endObject()
      json.endLine()
      return json.bytes
    }

    private func write(_ texts: [String], to json: inout JSONText) {
      json.beginArray()
      for text in texts { json.string(text) }
      json.endArray()
    }
  }
}
