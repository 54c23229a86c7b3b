import CLanguage
import Glibc
import TestSupport
import Testing

@testable import Profiles

@Suite struct HostileFileTests {
  private enum Reason {
    case kind(String)
    case danglingLink
    case zero(offset: Int)
    case size(Int)
    case unreadable

    func error(_ path: String) -> ProfileError {
      switch self {
      case .kind(let kind): .notAFile(path: path, kind: kind)
      case .danglingLink: .danglingLink(path: path)
      case .zero(let offset): .binary(path: path, offset: offset)
      case .size(let size):
        .tooLarge(path: path, size: size, limit: ProfileStore.standardSizeLimit)
      case .unreadable: .system(action: "read", path: path, number: EACCES)
      }
    }
  }

  private func expectRefusal(
    _ reason: Reason, sourceLocation: SourceLocation = #_sourceLocation,
    _ prepare: (TestStore, String) throws -> Void
  ) throws {
    let test = try TestStore()
    let path = try test.store.path(of: "x", in: .project)
    let error = reason.error(path)
    try prepare(test, path)
    #expect(throws: error, sourceLocation: sourceLocation) { try test.store.load("x") }
    #expect(throws: error, sourceLocation: sourceLocation) {
      try test.store.add("int a(void);", to: "x", in: .project, isForced: true)
    }
    #expect(throws: error, sourceLocation: sourceLocation) {
      try test.store.remove("a", from: "x", in: .project)
    }
    // The user's profile counts all the same.
    _ = try test.store.add("int a(void);", to: "x")
    #expect(test.store.lookUp("x").profiles.map(\.location) == [.user])
    #expect(test.store.lookUp("x").failures == [error])
    #expect(test.names(.project) == ["x.h"])
  }

  @Test func `a folder is refused`() throws {
    try expectRefusal(.kind("a folder")) { test, _ in
      _ = try test.folder.makeFolder(".sonde/x.h")
    }
  }

  @Test(.timeLimit(.minutes(1))) func `a pipe is refused and not waited for`() throws {
    try expectRefusal(.kind("a pipe")) { _, path in
      #expect(mkfifo(path, 0o600) == 0)
    }
  }

  @Test func `a link to a device is refused`() throws {
    try expectRefusal(.kind("a device")) { _, path in
      #expect(symlink("/dev/zero", path) == 0)
    }
  }

  @Test func `a link that leads nowhere is refused`() throws {
    try expectRefusal(.danglingLink) { _, path in
      #expect(symlink("nothing", path) == 0)
    }
  }

  @Test func `a link to itself is refused`() throws {
    try expectRefusal(.danglingLink) { _, path in
      #expect(symlink("x.h", path) == 0)
    }
  }

  @Test func `zero bytes are refused`() throws {
    try expectRefusal(.zero(offset: 4)) { _, path in
      try write([0x69, 0x6E, 0x74, 0x20, 0x00, 0x01], to: path)
    }
  }

  @Test func `a file too large is refused before it is read`() throws {
    let size = ProfileStore.standardSizeLimit + 1
    try expectRefusal(.size(size)) { _, path in
      try write("", to: path)
      #expect(truncate(path, size) == 0)
    }
  }

  @Test func `an addition cannot make a profile too large`() throws {
    var test = try TestStore()
    test.store.sizeLimit = 200
    try test.put("int a(void);\n", "x")
    let long = "int b(void); // " + String(repeating: "x", count: 200)
    #expect(throws: ProfileError.self) { try test.store.add(long, to: "x", in: .project) }
    #expect(try test.text("x", .project) == "int a(void);\n")
    #expect(test.names(.project) == ["x.h"])
  }

  @Test func `text that is no C is all problems and no declarations`() throws {
    let test = try TestStore()
    try write(Array(1...255).map { UInt8($0) }, to: test.store.path(of: "x", in: .project))
    let profile = try #require(try test.store.load("x").first)
    #expect(!profile.problems.isEmpty)
    #expect(profile.declarationCount == 0)
    #expect(profile.text.utf8.count == 255)
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may read everything"))
  func `an unreadable file is refused`() throws {
    try expectRefusal(.unreadable) { _, path in
      try write("int a(void);\n", to: path)
      #expect(chmod(path, 0) == 0)
    }
  }

  @Test func `a file in place of a folder is refused`() throws {
    let test = try TestStore()
    try write("", to: test.folder.file("data"))
    #expect(
      throws: ProfileError.system(
        action: "read", path: test.folder.file("data/sonde/profiles/x.h"), number: ENOTDIR)
    ) {
      try test.store.add("int a(void);", to: "x")
    }
  }

  @Test(arguments: [
    (
      ProfileError.notAFile(path: "/p/\u{1B}[2J.h", kind: "a pipe"),
      "/p/\\u{1B}[2J.h is a pipe, not a file; move it away"
    ),
    (
      ProfileError.tooLarge(path: "/p/x.h", size: 9, limit: 8),
      "/p/x.h has 9 bytes, more than the 8 that a profile can have"
    ),
    (
      ProfileError.locked(path: "/p/x.h", lock: "/p/.x.h.lock", holder: 77, seconds: 5),
      "/p/x.h is being saved by process 77, which held /p/.x.h.lock for 5 s; try again, or end "
        + "that process"
    ),
    (
      ProfileError.system(action: "write", path: "/p/x.h", number: ENOSPC),
      "cannot write /p/x.h: No space left on device"
    ),
  ])
  func `errors name the file, what is wrong and what to do`(error: ProfileError, text: String) {
    #expect(error.description == text)
  }
}
