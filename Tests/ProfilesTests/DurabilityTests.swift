import CLanguage
import Glibc
import TestSupport
import Testing

@testable import Profiles

@Suite struct DurabilityTests {
  @Test func `writers in one process lose no edit of one another`() async throws {
    var test = try TestStore()
    test.store.lockTime = 60
    let store = test.store
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<8 {
        group.addTask {
          for number in 0..<8 {
            _ = try store.add("int f_\(writer)_\(number)(int);", to: "x")
          }
        }
      }
      try await group.waitForAll()
    }
    let profile = try #require(try store.load("x").first)
    #expect(profile.declarationCount == 64)
    #expect(profile.problems.isEmpty)
    #expect(test.names() == ["x.h"])
  }

  @Test(.aloneInItsProcess) func `writers in several processes lose no edit of one another`()
    async throws
  {
    let test = try TestStore()
    let folder = test.store.userFolder
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          await #expect(processExitsWith: .success) {
            [folder = folder as String, writer = writer as Int] in
            var store = ProfileStore(projectFolder: nil, userFolder: folder)
            store.lockTime = 60
            for number in 0..<10 {
              _ = try store.add("int f_\(writer)_\(number)(int);", to: "x")
            }
            _ = try store.remove("f_\(writer)_0", from: "x")
          }
        }
      }
    }
    let profile = try #require(try test.store.load("x").first)
    #expect(profile.declarationCount == 36)
    #expect(profile.problems.isEmpty)
    #expect(test.names() == ["x.h"])
  }

  @Test func `who holds the lock too long is named`() throws {
    var test = try TestStore()
    test.store.lockTime = 0.2
    try test.put("int a(void);\n", "x")
    let path = try test.store.path(of: "x", in: .project)
    let lock = test.folder.file(".sonde/.x.h.lock")
    let holder = try StartedProgram(
      "/usr/bin/flock", [lock, "/bin/sh", "-c", "echo $$ > \(lock); echo held; exec sleep 60"],
      environment: [:])
    #expect(holder.wait(within: 20) { holder.outputSoFar == "held\n" })
    let number = Int32(try readText(of: lock).split(separator: "\n")[0])
    #expect(number != nil)
    #expect(throws: ProfileError.locked(path: path, lock: lock, holder: number, seconds: 0.2)) {
      try test.store.add("int b(void);", to: "x", in: .project)
    }
    #expect(try test.text("x", .project) == "int a(void);\n")
    #expect(try test.store.load("x").count == 1, "reading needs no lock")
    _ = try test.store.add("int a(void);", to: "x", in: .project)
    kill(-holder.id, SIGKILL)
    _ = try holder.finish()
    // The lock file is left, the lock is not.
    _ = try test.store.add("int b(void);", to: "x", in: .project)
    #expect(try test.text("x", .project) == "int a(void);\nint b(void);\n")
    #expect(test.names(.project) == ["x.h"])
  }

  @Test func `what a killed writer left is cleaned up by the next one`() throws {
    let test = try TestStore()
    try test.put("int a(void);\n", "x")
    let left = [".x.h.0123abcd.tmp", ".x.h.ffffffff.tmp", ".x.h.lock"]
    let others = [".y.h.0123abcd.tmp", ".x.h.backup.tmp", "x.h.0123abcd.tmp"]
    for name in left + others { try write("half", to: test.folder.file(".sonde/\(name)")) }
    _ = try test.store.add("int b(void);", to: "x", in: .project)
    #expect(test.names(.project) == (others + ["x.h"]).sorted())
  }

  @Test func `an editor's save in between is merged`() throws {
    let test = try TestStore()
    try test.put("int a(void);\n", "x")
    let path = try test.store.path(of: "x", in: .project)
    let file = ProfileFile(path: path, sizeLimit: 1000)
    var runs = 0
    try file.update(lockingFor: 1) { (old: [UInt8]?) throws(ProfileError) in
      runs += 1
      // The second run has the lock; an editor does not care.
      if runs == 2 { try? write("int edited(void);\n", to: path) }
      return (old ?? []) + Array("int b(void);\n".utf8)
    }
    #expect(try test.text("x", .project) == "int edited(void);\nint b(void);\n")
    #expect(throws: ProfileError.keepsChanging(path: path)) {
      try file.update(lockingFor: 1) { (old: [UInt8]?) throws(ProfileError) in
        runs += 1
        try? write("int edited(void);\n// \(runs)\n", to: path)
        return Array("int b(void);\n".utf8)
      }
    }
    #expect(test.names(.project) == ["x.h"])
  }

  @Test func `mode and links stay`() throws {
    let test = try TestStore()
    let target = test.folder.file("target.h")
    try write("int a(void);\n", to: target)
    #expect(chmod(target, 0o640) == 0)
    #expect(symlink("../target.h", test.folder.file(".sonde/x.h")) == 0)
    _ = try test.store.add("int b(void);", to: "x", in: .project)
    #expect(try readText(of: target) == "int a(void);\nint b(void);\n")
    var status = stat()
    #expect(lstat(test.folder.file(".sonde/x.h"), &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
    #expect(lstat(target, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o640)
    #expect(namesInFolder(test.folder.path) == [".sonde", "target.h"])
  }

  @Test(.enabled(if: geteuid() == 0, "only the superuser can give files away"))
  func `the owner stays`() throws {
    let test = try TestStore()
    try test.put("int a(void);\n", "x")
    let path = try test.store.path(of: "x", in: .project)
    #expect(chown(path, 1234, 4321) == 0)
    _ = try test.store.add("int b(void);", to: "x", in: .project)
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_uid == 1234 && status.st_gid == 4321)
  }

  @Test(.aloneInItsProcess)
  func `beyond the file size limit the old profile stays and sonde lives`() async throws {
    let test = try TestStore()
    try test.put("int a(void);\n", "x")
    let folder = test.folder.file(".sonde")
    await #expect(processExitsWith: .success) { [folder = folder as String] in
      let store = ProfileStore(projectFolder: folder, userFolder: "/nonexistent")
      // As it is in a program: deadly.
      signal(SIGXFSZ, SIG_DFL)
      var blocked = sigset_t()
      sigemptyset(&blocked)
      pthread_sigmask(SIG_SETMASK, &blocked, nil)
      var limit = rlimit(rlim_cur: 50, rlim_max: rlim_t.max)
      setrlimit(__rlimit_resource_t(1), &limit)  // RLIMIT_FSIZE
      let long = "int b(void); // " + String(repeating: "x", count: 100)
      do {
        _ = try store.add(long, to: "x", in: .project)
        exit(2)
      } catch ProfileError.system(let action, let path, let number) {
        exit(action == "write" && path.hasPrefix("\(folder)/.x.h.") && number == EFBIG ? 0 : 3)
      }
    }
    #expect(try test.text("x", .project) == "int a(void);\n")
    #expect(test.names(.project) == ["x.h"])
  }

  /// A file system of our own needs a mount namespace.
  static let canMount =
    (try? ProgramRun.run(
      "/usr/bin/unshare", ["--mount", "/bin/mount", "-t", "tmpfs", "none", "/mnt"],
      environment: [:]))?.ending == .exited(0)

  @Test(.aloneInItsProcess, .enabled(if: canMount, "mounting needs privileges"))
  func `on a full disk the old profile stays`() async throws {
    let test = try TestStore()
    let folder = test.folder.file(".sonde")
    await #expect(processExitsWith: .success) { [folder = folder as String] in
      // Private to this process, and gone with it.
      guard enterNamespaceForMounts(),
        mount("none", "/", nil, UInt(MS_REC | MS_PRIVATE), nil) == 0,
        mount("none", folder, "tmpfs", 0, "size=64k") == 0
      else { exit(2) }
      let store = ProfileStore(projectFolder: folder, userFolder: "/nonexistent")
      _ = try store.add("int a(void);", to: "x", in: .project)
      let before = try readText(of: "\(folder)/x.h")
      let long = "int b(void); // " + String(repeating: "x", count: 100_000)
      do {
        _ = try store.add(long, to: "x", in: .project)
        exit(3)
      } catch ProfileError.system(let action, _, let number) {
        guard action == "write", number == ENOSPC else { exit(4) }
      }
      guard try readText(of: "\(folder)/x.h") == before, namesInFolder(folder) == ["x.h"] else {
        exit(5)
      }
      _ = try store.add("int c(void);", to: "x", in: .project)
    }
  }

  @Test(.aloneInItsProcess)
  func `a save killed at any system call leaves the old profile or the new one`() async throws {
    let test = try TestStore()
    let folder = test.folder.file(".sonde")
    await #expect(processExitsWith: .success) { [folder = folder as String] in
      let store = ProfileStore(projectFolder: folder, userFolder: "/nonexistent")
      let old = "int a(void);\n"
      let new = "long a(void);\nint b(void);\n"
      var outcomes: Set<String> = []
      for stop in 1...10_000 {
        try write(old, to: "\(folder)/x.h")
        let save = TracedSave.run(.kill(atStop: stop)) {
          _ = try store.add("long a(void);\nint b(void);", to: "x", in: .project)
        }
        let text = try readText(of: "\(folder)/x.h")
        outcomes.insert(text)
        guard text == old || text == new else { exit(2) }
        // Nothing is locked, and what was left goes.
        _ = try store.add("int c(void);", to: "x", in: .project)
        guard namesInFolder(folder) == ["x.h"] else { exit(3) }
        if !save.wasInterfered {
          guard save.ending == .saved, text == new else { exit(4) }
          exit(stop > 40 && outcomes == [old, new] ? 0 : 5)
        }
      }
      exit(6)
    }
  }

  #if arch(x86_64)
  @Test(.aloneInItsProcess, arguments: [EIO, ENOSPC, EDQUOT, EROFS, EACCES])
  func `a system call that fails leaves a whole profile and is no silent loss`(
    number: Int32
  ) async throws {
    let test = try TestStore()
    let folder = test.folder.file(".sonde")
    await #expect(processExitsWith: .success) {
      [folder = folder as String, number = number as Int32] in
      let store = ProfileStore(projectFolder: folder, userFolder: "/nonexistent")
      let old = "int a(void);\n"
      let new = "long a(void);\nint b(void);\n"
      var refusals = 0
      for call in 1...10_000 {
        try write(old, to: "\(folder)/x.h")
        let save = TracedSave.run(.fail(call: call, errno: number)) {
          _ = try store.add("long a(void);\nint b(void);", to: "x", in: .project)
        }
        let text = try readText(of: "\(folder)/x.h")
        switch save.ending {
        case .saved: guard text == new else { exit(2) }
        // An error after the rename: the new text is there, but may not be on the disk.
        case .refused:
          guard text == old || text == new else { exit(3) }
          refusals += 1
        case .killed, .other: exit(4)
        }
        if let failed = save.failedCall, TracedSave.vitalCalls.contains(failed) {
          guard save.ending == .refused else { exit(8) }
        }
        _ = try store.add("int c(void);", to: "x", in: .project)
        guard namesInFolder(folder) == ["x.h"] else { exit(5) }
        if !save.wasInterfered { exit(call > 20 && refusals > 8 ? 0 : 6) }
      }
      exit(7)
    }
  }
  #endif
}

/// unshare(2) with CLONE_NEWNS (linux/sched.h), which Swift's Glibc lacks.
private func enterNamespaceForMounts() -> Bool {
  guard let symbol = dlsym(nil, "unshare") else { return false }
  return unsafeBitCast(symbol, to: (@convention(c) (Int32) -> Int32).self)(0x20000) == 0
}
