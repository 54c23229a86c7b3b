import ArgumentParser
import CLanguage
import ELFModel
import Evaluation
import SystemCompiler
import Workbench

/// `sonde run`: the statements of a file.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a file of C statements on the live library.",
    discussion: """
      sonde run checksum.c libz.so.1

      A script is C as a function's body has it, with #include, #define and functions at its top:

        #pragma sonde library "libz.so.1"
        #include <zlib.h>
        uLong sum = crc32(0, "hello", 5);
        sum

      The libraries are those of the command line, else those that the script names, else libc. \
      Of an expression at the top the value is printed. The exit status is that of 'call'.
      """)

  @Argument(help: "A file of C statements, or - for standard input.")
  var script: String

  @Argument(help: "Libraries: paths, library names or short names; the first is the main one.")
  var files: [String] = []

  @OptionGroup var live: LiveOptions

  func run() throws {
    try Failure.wrapping {
      let isInput = script == "-"
      let text = try isInput ? TextFile.readStandardInput() : TextFile.read(script)
      var names = files
      if names.isEmpty { names = Session.libraries(ofScript: text) }
      if names.isEmpty { names = ["libc.so.6"] }
      let others = try names.dropFirst().map { try LibraryFile.read($0, tables: [.dynsym]) }
      var options = try live.sessionOptions()
      options.preloaded += others
      let session = try live.session(try OpenLibrary.open(names[0]), options, for: text)
      defer { session.end() }
      var printer = live.printer
      try DeepStack.run {
        session.run(
          script: text, directory: isInput ? "." : folder,
          search: live.headerSearch.request(for: [])
        ) { report in
          printer.print(
            report, in: text, file: isInput ? "standard input" : script, header: session.header)
          return !(live.stop && printer.status != 0)
        }
      }
      printer.printProgram(
        header: session.header, linkedWith: [session.image.path] + others.map(\.path) + live.load)
      if printer.status != 0 { throw Failure(message: "", status: printer.status) }
    }
  }

  /// Where the script is.
  private var folder: String {
    guard let slash = script.lastIndex(of: "/") else { return "." }
    return slash == script.startIndex ? "/" : String(script[..<slash])
  }
}
