import ArgumentParser
import Glibc

/// The program: which command is meant, and the one place where errors become text and exit
/// statuses.
@main
struct Sonde: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sonde",
    abstract: "Explore ELF shared libraries: see what they export, call it, watch what happens.",
    usage: """
      sonde FILE
             sonde COMMAND FILE …
      """,
    discussion: """
      FILE is a path, or a library's name as the dynamic loader knows it (libz.so.1), or a short \
      name (z). Without a command, FILE is opened in the explorer.

      Looking at a library never runs its code; calls run in a process of their own.
      """,
    version: "0.1.0",
    subcommands: [
      BrowseCommand.self, SymbolsCommand.self, InfoCommand.self, LayoutCommand.self,
      TypesCommand.self, PrototypesCommand.self, DisassembleCommand.self, CallCommand.self,
      RunCommand.self,
      ProfileCommand.self,
    ],
    defaultSubcommand: BrowseCommand.self)

  static func main() {
    // A reader that goes away (`sonde symbols … | head`) is an error of write, not a death.
    signal(SIGPIPE, SIG_IGN)
    // Parsing the command line takes longer than listing a small library.
    if let request = SymbolsRequest(plain: CommandLine.arguments.dropFirst()) {
      Glibc.exit(request.run())
    }
    do {
      try requireUTF8()
      var command = try parseAsRoot(CallCommand.shieldingStatements(CommandLine.arguments))
      try command.run()
    } catch let failure as Failure {
      if !failure.message.isEmpty { Output.complain(failure.message) }
      Glibc.exit(failure.status)
    } catch {
      Glibc.exit(report(error))
    }
  }

  /// Swift replaces what is no UTF-8 by U+FFFD, and a string passed to a function would silently
  /// be another one.
  private static func requireUTF8() throws(Failure) {
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let argument = CommandLine.unsafeArgv[index],
        String(validatingCString: argument) == nil
      else { continue }
      throw .usage(
        "argument \(index) is not UTF-8; write single bytes in strings as escapes, such as \\xff")
    }
  }

  /// Help and versions go to standard output, wrong usage to standard error.
  private static func report(_ error: any Error) -> Int32 {
    let status = exitCode(for: error).rawValue
    let message = fullMessage(for: error)
    if status == 0 {
      Output.line(message)
    } else if !message.isEmpty {
      Output.complain(message.replacing(prefix: "Error: ", with: ""))
    }
    return status
  }
}

/// Why a command ends with another status than 0.
struct Failure: Error {
  /// Without "sonde: "; empty when everything has been said already.
  var message: String
  var status: Int32

  /// The library, the symbol, the probe or a file could not be had.
  static func couldNot(_ message: String) -> Failure { Failure(message: message, status: 1) }

  /// Wrong usage, or C that is wrong.
  static func usage(_ message: String) -> Failure { Failure(message: message, status: 64) }
}

extension String {
  fileprivate func replacing(prefix: String, with other: String) -> String {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}
