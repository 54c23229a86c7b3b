import CLanguage
import Glibc
import TestSupport
import Testing

@testable import Profiles

/// A store in a temporary folder; the user's folder does not exist until something is saved.
struct TestStore {
  let folder: TemporaryDirectory
  var store: ProfileStore

  init() throws {
    folder = try TemporaryDirectory()
    store = ProfileStore(
      projectFolder: try folder.makeFolder(".sonde"),
      userFolder: folder.file("data/sonde/profiles"))
  }

  func text(_ name: String, _ location: ProfileLocation = .user) throws -> String {
    try readText(of: store.path(of: name, in: location))
  }

  /// The names in a location's folder, hidden ones too.
  func names(_ location: ProfileLocation = .user) -> [String] {
    store.folder(location).map(namesInFolder) ?? []
  }

  /// Puts a file where the project's profile of a library is.
  func put(_ text: String, _ name: String, _ location: ProfileLocation = .project) throws {
    try write(text, to: store.path(of: name, in: location))
  }
}

@Suite struct StoreTests {
  @Test func `a saved signature is there for the next one who looks`() throws {
    let test = try TestStore()
    #expect(try test.store.load("libz.so.1").isEmpty)
    let path = try test.store.add("unsigned long crc32(unsigned long);", to: "libz.so.1")
    #expect(path == test.folder.file("data/sonde/profiles/libz.so.1.h"))
    let profile = try #require(try test.store.load("libz.so.1").first)
    #expect(profile.location == .user)
    #expect(profile.library == "libz.so.1")
    #expect(profile.buildID == nil)
    #expect(profile.problems.isEmpty)
    #expect(profile.header.function(named: "crc32")?.file == path)
    #expect(test.names() == ["libz.so.1.h"], "neither lock nor temporary file stays")
  }

  @Test func `a project's names shadow the user's, which shadow C's own`() throws {
    let test = try TestStore()
    _ = try test.store.add("typedef short size_t; int f(int); int g(size_t);", to: "x")
    _ = try test.store.add("long f(long);", to: "x", in: .project)
    let profiles = try test.store.load("x")
    #expect(profiles.map(\.location) == [.project, .user])
    let header = CHeader(layering: profiles)
    #expect(header.function(named: "f")?.file == test.folder.file(".sonde/x.h"))
    #expect(header.function(named: "g")?.file == test.folder.file("data/sonde/profiles/x.h"))
    #expect(header.resolved(.typedef("size_t")) == .integer(.short))
    #expect(header.resolved(.typedef("ssize_t")) == .integer(.long))
  }

  @Test func `a damaged profile counts but for its damage`() throws {
    let test = try TestStore()
    try test.put("int a(void);\nint b(;\nint c(void);\n", "x")
    let profile = try #require(try test.store.load("x").first)
    #expect(
      profile.renderedProblems == [
        """
        \(profile.path):2:7: expected a parameter type, found ';'
          int b(;
                ^
        """
      ])
    #expect(profile.header.function(named: "a") != nil)
    #expect(profile.header.function(named: "c") != nil)
  }

  @Test func `a damaged profile is not overwritten unless by force`() throws {
    let test = try TestStore()
    let damaged = "int a(void);\nint b(;\n"
    try test.put(damaged, "x")
    #expect(throws: ProfileError.self) {
      try test.store.add("int d(void);", to: "x", in: .project)
    }
    #expect(try test.text("x", .project) == damaged)
    _ = try test.store.add("int d(void);", to: "x", in: .project, isForced: true)
    #expect(try test.text("x", .project) == damaged + "int d(void);\n")
    #expect(test.names(.project) == ["x.h"])
  }

  @Test func `a profile can be for one build only`() throws {
    let test = try TestStore()
    try test.put("#pragma sonde build_id \"a3F1\"\nint a(void);\n", "x")
    let profile = try #require(try test.store.load("x").first)
    #expect(profile.buildID == "a3F1")
    #expect(profile.applies(toBuild: "A3f1"))
    #expect(!profile.applies(toBuild: "a3f2"))
    #expect(!profile.applies(toBuild: nil))
  }

  @Test func `the list has every profile, the unreadable ones too`() throws {
    let test = try TestStore()
    #expect(try test.store.list().isEmpty)
    _ = try test.store.add("int a(void), b; struct s { int x; };", to: "libz.so.1")
    try test.put("int b(;\nint c(void);\n", "damaged")
    _ = try test.folder.makeFolder(".sonde/folder.h")
    try write("no profile", to: test.folder.file(".sonde/notes.txt"))
    try write("left over", to: test.folder.file(".sonde/.x.h.0123abcd.tmp"))
    let long = String(repeating: "long", count: 100)
    _ = try test.store.add("int a(void);", to: long)
    let listings = try test.store.list()
    #expect(listings.map(\.name) == ["damaged", "folder", "libz.so.1", long])
    #expect(listings.map(\.location) == [.project, .project, .user, .user])
    #expect(listings.map(\.declarationCount) == [1, 0, 2, 1])
    #expect(listings.map(\.problemCount) == [1, 0, 0, 0])
    #expect(listings.map { $0.failure == nil } == [true, false, true, true])
  }

  @Test func `removing works on the disk`() throws {
    let test = try TestStore()
    _ = try test.store.add("int a(void);\nint b(void);", to: "x")
    let before = try test.text("x")
    _ = try test.store.remove("a", from: "x")
    #expect(try test.text("x") == before.replacing("int a(void);\n", with: ""))
    #expect(throws: ProfileError.unknownName(path: test.store.userFolder + "/y.h", name: "a")) {
      try test.store.remove("a", from: "y")
    }
  }

  @Test func `without a project folder there is nothing to save in`() throws {
    var test = try TestStore()
    test.store.projectFolder = nil
    #expect(throws: ProfileError.noProjectFolder) {
      try test.store.add("int a(void);", to: "x", in: .project)
    }
    #expect(try test.store.load("x").isEmpty)
  }
}

@Suite struct DiscoveryTests {
  @Test func `the nearest project folder counts`() throws {
    let folder = try TemporaryDirectory()
    _ = try folder.makeFolder("outer")
    _ = try folder.makeFolder("outer/.sonde")
    _ = try folder.makeFolder("outer/inner")
    _ = try folder.makeFolder("outer/inner/deep")
    try write("a file does not count", to: folder.file("outer/inner/.sonde"))
    let environment = ["HOME": "/home-of-nobody"]
    #expect(
      ProfileStore.standard(
        workingDirectory: folder.file("outer/inner/deep"), environment: environment
      ).projectFolder == folder.file("outer/.sonde"))
    #expect(
      ProfileStore.standard(workingDirectory: folder.path, environment: environment)
        .projectFolder == nil)
  }

  @Test(arguments: [
    (["HOME": "/h"], "/h/.local/share/sonde/profiles"),
    (["HOME": "/h", "XDG_DATA_HOME": ""], "/h/.local/share/sonde/profiles"),
    (["HOME": "/h", "XDG_DATA_HOME": "data"], "/h/.local/share/sonde/profiles"),
    (["HOME": "/h", "XDG_DATA_HOME": "/d/"], "/d/sonde/profiles"),
    (["XDG_DATA_HOME": "/d"], "/d/sonde/profiles"),
  ])
  func `the user's folder is where the XDG specification says`(
    environment: [String: String], folder: String
  ) {
    #expect(
      ProfileStore.standard(workingDirectory: "/", environment: environment).userFolder == folder)
  }

  @Test func `without HOME the user database knows the home`() {
    let folder = ProfileStore.standard(workingDirectory: "/", environment: [:]).userFolder
    #expect(folder.hasPrefix("/"))
    #expect(folder.hasSuffix("/.local/share/sonde/profiles"))
  }
}

@Suite struct FileNameTests {
  @Test(arguments: [
    ("libz.so.1", "libz.so.1.h"), ("../../etc/passwd", "%2E.%2F..%2Fetc%2Fpasswd.h"),
    ("/etc/passwd", "%2Fetc%2Fpasswd.h"), (".hidden", "%2Ehidden.h"), ("..", "%2E..h"),
    ("", "%.h"), ("a\u{0}b", "a%00b.h"), ("a\nb\u{1B}[2J", "a%0Ab%1B[2J.h"), ("50%", "50%25.h"),
    ("a\u{202E}b", "a%E2%80%AEb.h"), ("größe", "größe.h"), ("a b", "a b.h"),
  ])
  func `no library's name leaves the folder or hides the file`(name: String, file: String) {
    #expect(ProfileFileName.make(for: name) == file)
    #expect(ProfileFileName.profileName(ofFile: file) == name)
  }

  @Test func `long names stay apart and fit`() {
    let names = ["a", "b"].map { String(repeating: "ü", count: 5_000) + $0 }
    let files = names.map { ProfileFileName.make(for: $0) }
    #expect(Set(files).count == 2)
    #expect(files.allSatisfy { $0.utf8.count <= 202 && $0.hasSuffix(".h") })
  }

  @Test(arguments: [".x.h.0123abcd.tmp", ".x.h.lock", "x.txt", ".h", "x"])
  func `other files are no profiles`(file: String) {
    #expect(ProfileFileName.profileName(ofFile: file) == nil)
  }

  @Test func `a hostile name can be saved and loaded`() throws {
    let test = try TestStore()
    for name in ["../../escape", "a\"b\\c\n#include <x>", ".", "x\u{0}y", "*/ int a;"] {
      let path = try test.store.add("int a(void);", to: name)
      #expect(path.hasPrefix(test.store.userFolder + "/"))
      let profile = try #require(try test.store.load(name).first)
      #expect(profile.problems.isEmpty)
      #expect(profile.library == name)
    }
    #expect(test.names().count == 5)
    #expect(namesInFolder(test.folder.path) == [".sonde", "data"])
  }
}
