internal import ArgumentParser

struct Provisional: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sonde", subcommands: [SymbolsCommand.self])
}

Provisional.main()
