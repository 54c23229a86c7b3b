import ArgumentParser
import CLanguage
import Glibc
import Workbench

/// `sonde layout`: size, alignment and member offsets of the types in a C file.
struct LayoutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layout",
    abstract: "Show size, alignment and member offsets of the types in a C file.",
    discussion: """
      echo 'struct s { char c; long l; };' | sonde layout -

      The layout is the one that gcc gives the types on the target, x86_64-linux-gnu unless \
      --target says another. A file with #include or macros goes through the system's C \
      preprocessor. Without names the types that stand in the file itself are shown, or all that \
      it includes if there are none. What is printed is C again; its comments say offset and \
      size of each member, in bytes.
      """)

  @Argument(
    help: ArgumentHelp("A file of C declarations; - is standard input.", valueName: "header"))
  var header: String

  @Argument(help: "Types to show: typedef names and tags, with or without struct, union or enum.")
  var names: [String] = []

  @Option(
    help: ArgumentHelp(
      "The machine whose layout is shown: "
        + CTarget.all.map(\.triple).joined(separator: ", ") + ".",
      valueName: "triple"))
  var target = CTarget.amd64Linux.triple

  @Flag(help: "Print one JSON object a type.")
  var json = false

  func run() throws {
    guard let target = CTarget(triple: target) else {
      throw Failure.usage(
        "--target \(target): not among the targets known: "
          + CTarget.all.map(\.triple).joined(separator: ", "))
    }
    let source: HeaderSource
    do { source = try HeaderSource.read(header, target: target) } catch {
      throw Failure.couldNot("\(error)")
    }
    for note in source.notes { Output.complain(note) }
    for problem in source.problems { Output.complain(problem) }
    try show(names.isEmpty ? all(of: source) : named(in: source), source.header)
    // Taking a large header apart, only to end then, is work for nobody.
    withExtendedLifetime(source) { Glibc.exit(source.problems.isEmpty ? 0 : 64) }
  }

  private func all(of source: HeaderSource) -> [CTypeOutline] {
    let own = source.header.outlines(file: source.name)
    return own.isEmpty && source.problems.isEmpty ? source.header.outlines() : own
  }

  private func named(in source: HeaderSource) throws -> [CTypeOutline] {
    try names.map { name in
      let found: CTypeOutline?
      do throws(CLayoutError) { found = try source.header.outline(named: name) } catch {
        throw Failure.couldNot("\(source.name): '\(name)' \(error.reason)")
      }
      guard let found else {
        throw Failure.couldNot(
          "\(source.name): there is no struct, union, enum or typedef '\(name)'")
      }
      return found
    }
  }

  private func show(_ outlines: [CTypeOutline], _ header: CHeader) throws {
    var output = ByteOutput()
    if json {
      var text = JSONText()
      for outline in outlines { text.write(outline) }
      text.bytes.withUnsafeBufferPointer { output.append($0) }
    } else {
      let printer = CLayoutPrinter(header: header)
      output.append(outlines.map { printer.text(of: $0) }.joined(separator: "\n"))
    }
    try output.finish()
  }
}
