import CLanguage
import Foundation
import Glibc
import Profiles
import Testing

@Suite struct SaveTests {
  @Test func `mode and symbolic link stay`() throws {
    let temporary = try TemporaryStore()
    try temporary.write("int a(void);\n", to: "real")
    #expect(chmod(temporary.path("real"), 0o640) == 0)
    #expect(symlink("real.h", temporary.path("link")) == 0)
    try temporary.store.add("int b(void);", to: "link")
    #expect(try temporary.text("real") == "int a(void);\nint b(void);\n")
    var status = stat()
    #expect(lstat(temporary.path("link"), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(stat(temporary.path("real"), &status) == 0 && status.st_mode & 0o7777 == 0o640)
    #expect(try temporary.files() == ["link.h", "real.h"])
  }

  @Test func `a link to nothing yet makes the file that it names`() throws {
    let temporary = try TemporaryStore()
    try temporary.write("", to: "other")
    let target = temporary.directory.path + "/elsewhere.h"
    #expect(symlink(target, temporary.path("link")) == 0)
    try temporary.store.add("int b(void);", to: "link")
    #expect(try String(contentsOfFile: target, encoding: .utf8).contains("int b(void);"))
  }

  @Test func `saving what is there already writes nothing`() throws {
    let temporary = try TemporaryStore()
    try temporary.store.add("int a(void);", to: "x")
    var before = stat()
    #expect(stat(temporary.path("x"), &before) == 0)
    try temporary.store.add("int a(void);", to: "x")
    var after = stat()
    #expect(stat(temporary.path("x"), &after) == 0)
    #expect(before.st_ino == after.st_ino)
  }

  @Test func `many savers at once lose nothing`() async throws {
    let temporary = try TemporaryStore()
    var store = temporary.store
    store.lockTimeout = 60
    let shared = store
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<8 {
        group.addTask {
          for round in 0..<5 {
            try shared.add("int f\(writer)_\(round)(int a);", to: "x")
            try shared.add("int both(int writer\(writer));", to: "x")
          }
        }
      }
      try await group.waitForAll()
    }
    let profile = try #require(shared.load("x").profiles.first)
    #expect(profile.problems.isEmpty)
    #expect(profile.header.declarations.count == 41)
    #expect(try temporary.files() == ["x.h"])
  }

  @Test func `another program's lock is waited for, but not for ever`() throws {
    let temporary = try TemporaryStore()
    try temporary.store.add("int a(void);", to: "x")
    let lock = open(temporary.directory.path + "/store/.x.h.lock", O_RDWR)
    #expect(lock >= 0 && flock(lock, LOCK_EX) == 0)
    var store = temporary.store
    store.lockTimeout = 0.05
    #expect(throws: ProfileError.locked(path: temporary.path("x"), seconds: 0.05)) {
      try store.add("int b(void);", to: "x")
    }
    close(lock)
    try store.add("int b(void);", to: "x")
    #expect(try temporary.text("x").hasSuffix("int a(void);\nint b(void);\n"))
  }

  @Test func `what a killed save left behind is swept away`() throws {
    let temporary = try TemporaryStore()
    try temporary.store.add("int a(void);", to: "x")
    let leftover = temporary.directory.path + "/store/.x.h.new-1"
    #expect(FileManager.default.createFile(atPath: leftover, contents: Data("half".utf8)))
    try temporary.store.add("int b(void);", to: "x")
    #expect(try temporary.files() == ["x.h"])
  }

  @Test func `a full disk leaves the old file whole`() async {
    await #expect(processExitsWith: .success) {
      let temporary = try TemporaryStore()
      try temporary.write("int a(void);\n", to: "x")
      // No file of this process can grow beyond 20 bytes: writing fails with EFBIG.
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit()
      guard getrlimit(__rlimit_resource_t(1), &limit) == 0 else { exit(2) }
      limit.rlim_cur = 20
      guard setrlimit(__rlimit_resource_t(1), &limit) == 0 else { exit(2) }
      do {
        try temporary.store.add("int long_enough_to_fail(void);", to: "x")
        exit(3)
      } catch let error as ProfileError {
        guard error == .cannotWrite(path: temporary.path("x"), errno: EFBIG) else { exit(4) }
      }
      guard try temporary.text("x") == "int a(void);\n" else { exit(5) }
      guard try temporary.files() == ["x.h"] else { exit(6) }
    }
  }

  @Test func `a place that cannot be written leaves the old file whole`() async {
    await #expect(processExitsWith: .success) {
      let temporary = try TemporaryStore()
      try temporary.write("int a(void);\n", to: "x")
      let directory = temporary.directory.path + "/store"
      // Root may write anywhere, so the test goes on as nobody.
      guard chmod(temporary.directory.path, 0o755) == 0, chmod(directory, 0o555) == 0 else {
        exit(2)
      }
      if getuid() == 0 {
        guard setgid(65534) == 0, setuid(65534) == 0 else { exit(3) }
      }
      do {
        try temporary.store.add("int b(void);", to: "x")
        exit(4)
      } catch let error as ProfileError {
        let path = temporary.path("x")
        guard error == .cannotWrite(path: path, errno: EACCES),
          error.description == "cannot write \(path): Permission denied"
        else { exit(5) }
      }
      guard try temporary.text("x") == "int a(void);\n" else { exit(6) }
    }
  }
}
