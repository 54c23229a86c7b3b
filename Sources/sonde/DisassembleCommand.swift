internal import ArgumentParser
internal import ELFModel
internal import Workbench

/// `sonde disassemble`: the code of a function, and who refers to whom.
struct DisassembleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disassemble",
    abstract: "Show the code of a function, with the names of what it refers to.",
    discussion: """
      Calls into other libraries are shown by the name they are bound to, texts as C strings. Code \
      that no symbol names is called sub_ADDRESS. Where debug information tells, the source line \
      stands above its instructions, with its text if the source is on this machine. Nothing of the \
      library is run.
      """)

  @Argument(help: "A path, a library name (libz.so.1) or a short name (z, m, c).")
  var file: String

  @Argument(
    help: """
      The function: a symbol's name, with @VERSION if need be, its demangled form with or without \
      parameters, or an address in it (0x12340).
      """)
  var name: String

  @Flag(help: "List what the function calls and takes the address of, instead of its code.")
  var calls = false

  @Flag(help: "List who calls it or takes its address within the library, instead of its code.")
  var callers = false

  @Flag(help: "Leave out source lines, and do not look for debug information.")
  var noSource = false

  @Flag(help: "Print one JSON object an instruction or reference.")
  var json = false

  func validate() throws {
    if calls, callers { throw ValidationError("--calls and --callers are two questions; ask one") }
  }

  func run() throws {
    let code: LibraryCode
    do { code = try LibraryCode(file) } catch { throw Failure.couldNot("\(error)") }
    var output = ByteOutput()
    do throws(CodeError) {
      if calls {
        write(try code.references(from: name), to: &output)
      } else if callers {
        write(try code.references(to: name), to: &output)
      } else {
        var listing = try code.listing(of: name)
        if !noSource { CodeSources(code.image)?.annotate(&listing) }
        write(listing, of: code.image.path, to: &output)
        for note in listing.notes { Output.complain("\(code.image.path): \(note)") }
      }
    } catch {
      throw Failure.couldNot("\(code.image.path): \(error)")
    }
    for note in code.image.notes { Output.complain("\(code.image.path): \(note)") }
    do { try output.finish() } catch { throw Failure.couldNot("\(error)") }
  }

  private func write(_ listing: CodeListing, of path: String, to output: inout ByteOutput) {
    guard json else { return output.append(CodeText.text(of: listing, in: path)) }
    for line in listing.lines {
      var text = JSONText()
      text.write(line)
      text.bytes.withUnsafeBufferPointer { output.append($0) }
    }
  }

  private func write(_ references: [CrossReference], to output: inout ByteOutput) {
    if !json, references.isEmpty {
      Output.complain(
        calls
          ? "\(name) refers to no other function"
          : "nothing in this library refers to \(name)")
    }
    for reference in references {
      guard json else {
        output.append(CodeText.text(of: reference))
        continue
      }
      var text = JSONText()
      text.write(reference)
      text.bytes.withUnsafeBufferPointer { output.append($0) }
    }
  }
}
