import CLanguage
import Foundation
import Profiles
import Testing

@Suite struct StoreTests {
  @Test func `directories are those of the project, then of the user`() throws {
    let temporary = try TemporaryStore()
    let root = temporary.directory.path
    try FileManager.default.createDirectory(
      atPath: root + "/work/.sonde", withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      atPath: root + "/work/deep/er", withIntermediateDirectories: true)
    let both = ProfileStore(
      workingDirectory: root + "/work/deep/er",
      environment: ["XDG_DATA_HOME": "/data", "HOME": "/home/me"])
    #expect(
      both.directories == [
        ProfileDirectory(path: root + "/work/.sonde", location: .project),
        ProfileDirectory(path: "/data/sonde/profiles", location: .user),
      ])
    let home = ProfileStore(
      workingDirectory: "/", environment: ["XDG_DATA_HOME": "relative", "HOME": "/home/me"])
    #expect(
      home.directories == [
        ProfileDirectory(path: "/home/me/.local/share/sonde/profiles", location: .user)
      ])
    let none = ProfileStore(workingDirectory: "/", environment: [:])
    #expect(throws: ProfileError.noHome) { try none.add("int f(void);", to: "x") }
  }

  @Test func `the project's profile is over the user's`() throws {
    let temporary = try TemporaryStore()
    let root = temporary.directory.path
    let store = ProfileStore(directories: [
      ProfileDirectory(path: root + "/project", location: .project),
      ProfileDirectory(path: root + "/user", location: .user),
    ])
    try store.add("typedef long t; t f(t); t only_user(void);", to: "x", in: .user)
    try store.add("t f(int);", to: "x", in: .project, over: store.load("x").profiles[0].header)
    let loaded = store.load("x")
    #expect(loaded.errors.isEmpty)
    #expect(loaded.profiles.map(\.location) == [.project, .user])
    #expect(loaded.profiles.flatMap(\.problems).isEmpty)
    let header = loaded.profiles[0].header
    let f = try #require(header.function(named: "f"))
    #expect(CPrinter(header: header).signature(of: f) == "t f(int)")
    #expect(f.file == root + "/project/x.h")
    #expect(header.function(named: "only_user")?.file == root + "/user/x.h")
    #expect(store.list().map(\.location) == [.project, .user])
    // Without a place of its own a change goes to the file that is looked up first.
    try store.add("int g(void);", to: "x", over: loaded.profiles[1].header)
    #expect(store.load("x").profiles[0].header.isDeclared("g"))
  }

  @Test func `pragmas say what a profile is for`() throws {
    let temporary = try TemporaryStore()
    try temporary.write(
      "#pragma sonde library \"libz.so.1\"\n#pragma sonde build_id \"a3f1\"\nint f(void);\n",
      to: "z")
    let profile = try #require(temporary.store.load("z").profiles.first)
    #expect(profile.library == "libz.so.1")
    #expect(profile.buildID == "a3f1")
    #expect(profile.name == "z" && profile.location == .user)
    #expect(temporary.store.load("none").profiles.isEmpty)
  }

  @Test(arguments: [
    "", ".", "..", ".hidden", "a/b", "/etc/passwd", "a\nb", "a\u{1B}b",
    String(repeating: "x", count: 201),
  ])
  func `a name that is no file name is refused`(name: String) throws {
    let temporary = try TemporaryStore()
    #expect(throws: ProfileError.invalidName(name)) {
      try temporary.store.add("int f(void);", to: name)
    }
    #expect(temporary.store.load(name).errors == [.invalidName(name)])
  }

  @Test func `names with unusual letters work`() throws {
    let temporary = try TemporaryStore()
    for name in ["libstdc++.so.6", "with space", "quote\"back\\slash", "größe"] {
      try temporary.store.add("int f(void);", to: name)
      let profile = try #require(temporary.store.load(name).profiles.first)
      #expect(profile.library == name)
      #expect(profile.problems.isEmpty)
    }
  }

  @Test func `a file that cannot be a profile has a clear error`() throws {
    let temporary = try TemporaryStore()
    let root = temporary.directory.path + "/store"
    try FileManager.default.createDirectory(
      atPath: root + "/dir.h", withIntermediateDirectories: true)
    try temporary.write(Data([0x7F, 0x45, 0x4C, 0x46, 0, 1]), to: "binary")
    #expect(mkfifo(root + "/pipe.h", 0o600) == 0)
    try temporary.write(Data(), to: "large")
    #expect(truncate(root + "/large.h", 17 << 20) == 0)
    let cases: [(String, ProfileError)] = [
      ("dir", .notAFile(path: root + "/dir.h")),
      ("binary", .notText(path: root + "/binary.h")),
      ("pipe", .notAFile(path: root + "/pipe.h")),
      ("large", .tooLarge(path: root + "/large.h", limit: 16 << 20)),
    ]
    for (name, error) in cases {
      #expect(temporary.store.load(name).errors == [error])
      #expect(throws: error) { try temporary.store.add("int f(void);", to: name) }
    }
    #expect(
      ProfileError.tooLarge(path: "p.h", limit: 16 << 20).description
        == "p.h: larger than 16 MiB, which no profile is")
  }

  @Test func `bytes that are no UTF-8 are a mistake with a place`() throws {
    let temporary = try TemporaryStore()
    try temporary.write(
      Data("int a(void);\nint ".utf8) + Data([0xFF, 0xFE]) + Data(";\n".utf8), to: "x")
    let profile = try #require(temporary.store.load("x").profiles.first)
    #expect(profile.problems.map(\.range.start.line) == [2])
    #expect(profile.header.function(named: "a") != nil)
  }
}

extension CHeader {
  fileprivate func isDeclared(_ name: String) -> Bool { declaration(named: name) != nil }
}
