import ArgumentParser
import CLanguage
import ELFModel
import Profiles
import Workbench

/// `sonde profile`: the signature store.
struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "List, show and edit the prototypes that are kept for libraries.",
    discussion: """
      A profile is a C header named after the library, such as libz.so.1.h. Profiles in .sonde/ of \
      the working directory or a parent of it come first, then the user's own in \
      $XDG_DATA_HOME/sonde/profiles, then those that come with sonde.
      """,
    subcommands: [
      List.self, Show.self, Add.self, Remove.self, Import.self, Export.self, Check.self,
      Verify.self, Path.self,
    ])
}

extension ProfileCommand {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the profiles there are.")

    @Flag(help: "Print one JSON object a profile.")
    var json = false

    func run() throws {
      try Failure.wrapping {
        for profile in try ProfileStore.standard().list() {
          if json { Output.write(line(profile)) } else { Output.line(text(profile)) }
          if let failure = profile.failure { Output.complain("\(failure)") }
        }
      }
    }

    private func text(_ profile: ProfileListing) -> String {
      var text =
        "\(profile.name)  \(profile.declarationCount) declaration\(profile.declarationCount == 1 ? "" : "s")"
      if profile.problemCount > 0 { text += ", \(profile.problemCount) damaged" }
      return text + "  \(profile.location.rawValue)  \(profile.path)"
    }

    private func line(_ profile: ProfileListing) -> [UInt8] {
      var json = JSONText()
      json.beginObject()
      json.key("name")
      json.string(profile.name)
      json.key("path")
      json.string(profile.path)
      json.key("location")
      json.string(profile.location.rawValue)
      json.key("declarations")
      json.integer(profile.declarationCount)
      json.key("problems")
      json.integer(profile.problemCount)
      json.endObject()
      json.endLine()
      return json.bytes
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Print a library's profiles as they are.")

    @Argument(help: "The library.")
    var library: String

    @Argument(help: "Names to show, with the comments and annotations that they have.")
    var names: [String] = []

    @Flag(help: "Also the profiles that come after the user's own.")
    var all = false

    @Flag(help: "Print one JSON object a profile, or a name.")
    var json = false

    func run() throws {
      try Failure.wrapping {
        let name = try OpenLibrary.profileName(of: library)
        var profiles = try ProfileStore.standard().load(name)
        guard !profiles.isEmpty else {
          throw Failure.couldNot(
            "\(name): there is no profile; sonde profile add or import makes one")
        }
        if !names.isEmpty { return try show(names, of: profiles, name) }
        let own = profiles.filter { $0.location != .shipped }
        if !all && !own.isEmpty { profiles = own }
        for profile in profiles {
          if json {
            Output.write(line(profile))
          } else {
            if profiles.count > 1 { Output.line("/* \(profile.path) */") }
            Output.write(Array(profile.text.utf8))
          }
        }
      }
    }

    /// What is said of each name, most trusted first.
    private func show(_ names: [String], of profiles: [LoadedProfile], _ library: String) throws {
      for name in names {
        let found = profiles.flatMap { profile in
          profile.excerpts(naming: name).map { (profile, $0) }
        }
        guard !found.isEmpty else {
          throw Failure.couldNot("\(library): no profile declares '\(name)'")
        }
        for (profile, excerpt) in all ? found[...] : found.prefix(1) {
          if json {
            Output.write(line(name, excerpt, profile))
          } else {
            Output.line("/* \(profile.path):\(excerpt.line) */\n\(excerpt.text)")
          }
        }
      }
    }

    private func line(_ profile: LoadedProfile) -> [UInt8] {
      var json = JSONText()
      json.beginObject()
      json.key("name")
      json.string(profile.name)
      json.key("path")
      json.string(profile.path)
      json.key("location")
      json.string(profile.location.rawValue)
      json.key("text")
      json.string(profile.text)
      json.endObject()
      json.endLine()
      return json.bytes
    }

    private func line(
      _ name: String, _ excerpt: ProfileExcerpt, _ profile: LoadedProfile
    ) -> [UInt8] {
      var json = JSONText()
      json.beginObject()
      json.key("name")
      json.string(name)
      json.key("text")
      json.string(excerpt.text)
      json.key("location")
      json.string(profile.location.rawValue)
      json.key("file")
      json.string(profile.path)
      json.key("line")
      json.integer(excerpt.line)
      json.endObject()
      json.endLine()
      return json.bytes
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Add declarations to a library's profile, or replace those of the same names.",
      discussion: """
        sonde profile add libz.so.1 'unsigned long crc32(unsigned long crc, const unsigned char \
        *buf, unsigned int len);'
        """)

    @Argument(help: "The library.")
    var library: String

    @Argument(help: ArgumentHelp("C declarations.", valueName: "C"))
    var declarations: [String]

    @Flag(help: "Add functions that the library does not export, too, and to a damaged profile.")
    var force = false

    @OptionGroup var place: Place

    func run() throws {
      try Failure.wrapping {
        let library = try OpenLibrary.open(library)
        let text = declarations.joined(separator: "\n")
        let added: [CDeclaration]
        do { added = try library.check(text) } catch { throw Failure.usage("\(error)") }
        if !force { try refuseUnknown(added, in: library) }
        Output.line(
          try library.save(
            [text], in: try place.location(library.image.profileName), isForced: force))
      }
    }

    /// A prototype for a function that is not there is most often a slip of the pen.
    private func refuseUnknown(_ added: [CDeclaration], in library: OpenLibrary) throws {
      for declaration in added {
        guard case .function = declaration.kind else { continue }
        let symbol = declaration.assemblerName ?? declaration.name
        if library.image.dynsym.exportsFunction(symbol) { continue }
        let near = library.image.dynsym.functionNames(like: symbol)
        let hint = near.isEmpty ? "" : "; did you mean '\(near.joined(separator: "', '"))'?"
        throw Failure.couldNot(
          "\(library.image.profileName): no function '\(symbol)' is exported\(hint) "
            + "(--force adds it all the same)")
      }
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Remove declarations from a library's profile.")

    @Argument(help: "The library.")
    var library: String

    @Argument(help: "Names that are declared.")
    var names: [String]

    @Flag(help: "Also from a profile with errors in it.")
    var force = false

    @OptionGroup var place: Place

    func run() throws {
      try Failure.wrapping {
        let profile = try OpenLibrary.profileName(of: library)
        let location = try place.location(profile)
        for name in names {
          let path = try ProfileStore.standard().remove(
            name, from: profile, in: location, isForced: force)
          Output.line(path)
        }
      }
    }
  }

  struct Path: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "path",
      abstract: "Print where a library's prototypes are saved.")

    @Argument(help: "The library.")
    var library: String

    @OptionGroup var place: Place

    func run() throws {
      try Failure.wrapping {
        let name = try OpenLibrary.profileName(of: library)
        Output.line(
          try ProfileStore.standard().path(of: name, in: try place.location(name)))
      }
    }
  }
}

/// Which of the profiles of a library a command means.
struct Place: ParsableArguments {
  @Flag(help: "The project's profile, in .sonde/ of the working directory or a parent of it.")
  var project = false

  @Flag(help: "The user's own profile, even where the project has one.")
  var user = false

  func validate() throws {
    if project && user { throw ValidationError("--project and --user exclude each other") }
  }

  func location(_ profileName: String) throws -> ProfileLocation {
    if project { return .project }
    return user ? .user : ProfileStore.standard().saveLocation(profileName)
  }
}

extension Failure {
  /// Runs a command whose errors are each one line already.
  static func wrapping(_ body: () throws -> Void) throws {
    do { try body() } catch let failure as Failure { throw failure } catch {
      throw couldNot("\(error)")
    }
  }
}
