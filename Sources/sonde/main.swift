internal import ArgumentParser
internal import Glibc

struct Provisional: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sonde", subcommands: [SymbolsCommand.self, InfoCommand.self])
}

if let request = SymbolsRequest(plain: CommandLine.arguments.dropFirst()) {
  exit(request.run())
}
Provisional.main()
