import ArgumentParser
import ELFModel
import Glibc
import Workbench

/// `sonde FILE`: the explorer.
struct BrowseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "browse",
    abstract: "Open a library in the explorer (also without the word 'browse').")

  @Argument(help: "A path, a library name (libz.so.1) or a short name (z, m, c).")
  var file: [String]

  @OptionGroup var safety: SafetyArguments

  func validate() throws {
    if file.count > 1 {
      throw ValidationError(
        "several libraries at once cannot be opened yet; open '\(file[0])' alone, or is one of "
          + "these words meant as a command? See 'sonde --help'")
    }
  }

  func run() throws {
    try Failure.wrapping {
      let library = try OpenLibrary(file[0])
      try BrowserLoop.run(
        library,
        options: SessionOptions(
          allowances: try safety.allowances(),
          snapshotLimit: safety.noSnapshot ? 0 : SessionOptions.usualSnapshotLimit))
    }
  }
}
