import Foundation
import TestSupport
import Testing

/// Libraries damaged in every way, and the whole program looking at them.
///
/// Whatever is wrong with a file, looking at it ends within five seconds, in a list or an error that
/// names the file, and within four times its size of memory: the kernel refuses more
/// (`RLIMIT_DATA`), which would be a crash here. Large libraries are held to it by the resident
/// memory at its highest, beside that of a library of nothing.
///
/// A seeded few of the thousands of cases run each time; `SONDE_MUTATIONS=2000` runs so many of each
/// library, `SONDE_MUTATIONS=all` all, with `SONDE_TEST_PROGRAMS=.build/release` in bearable time.
@Suite struct DamagedLibraryTests {
  /// What a sound library of a few bytes needs: the program itself, the profiles that come with it,
  /// capstone, libdw, and what malloc takes from the kernel at once.
  private static let baseMemory = 48 << 20
  private static let count: Int =
    switch ProcessInfo.processInfo.environment["SONDE_MUTATIONS"] {
    case nil: 30
    case "all": .max
    case let number?: Int(number) ?? 30
    }

  /// Libraries of this project and of others; 32 and 64 bits, both byte orders.
  private static let samples: [(path: String, function: String)] =
    [
      ("versions", "retired"), ("tls", "tls_add"), ("cxx", "_ZN6shapes5ShapeD0Ev"),
      ("ifunc", "ifunc_add"),
      ("stripped", "stripped_number"),
    ]
    .map { (SampleLibraries.path($0.0), $0.1) }
    + [
      ("/usr/s390x-linux-gnu/lib/libdl.so.2", "dlopen"),
      ("/usr/mips-linux-gnu/lib/libutil.so.1", "openpty"),
      ("/usr/i686-linux-gnu/lib/libdl.so.2", "dlopen"),
      ("/usr/powerpc64le-linux-gnu/lib/libutil.so.1", "openpty"),
    ]
    .filter { fileExists($0.0) }

  private static func commands(_ path: String, _ function: String) -> [[String]] {
    [
      ["symbols", "--all", "--table", "all", "--json", path],
      ["info", path],
      ["disassemble", path, function],
      ["prototypes", path],
      ["types", path],
      ["info", "--json", path],
      ["symbols", "--all", "--table", "all", "--demangle", "--debug-symbols", path],
    ]
  }

  @Test func `there are libraries of both classes and byte orders`() throws {
    let kinds = try Set(Self.samples.map { try Array(readBytes(of: $0.path)[4...5]) })
    #expect(kinds.count == 4)
  }

  @Test(arguments: samples.indices)
  func `a damaged library is an error or a list, in time and memory`(index: Int) throws {
    let sample = Self.samples[index]
    let folder = try TemporaryDirectory()
    let path = folder.file("damaged.so")
    let runner = try LimitedRunner(folder)
    let commands = Self.commands(path, sample.function)
    let cases = try Self.cases(of: sample.path, seed: UInt64(index), count: Self.count)
    for (number, damaged) in cases.enumerated() {
      let bytes = damaged.bytes
      try write(bytes, to: path)
      let memory = Self.baseMemory + 4 * bytes.count
      for command in [commands[number % 2], commands[2 + number % 5]] {
        let run = try runner.run(command, memory: memory)
        let what = "\(sample.path), \(damaged.name): \(command.dropLast().joined(separator: " "))"
        #expect(run.status == 0 || run.status == 1, "\(what): \(run.ending)")
        if run.status == 1 {
          #expect(run.errorText.hasPrefix("sonde: "), "\(what): \(run.errorText)")
        }
        if damaged.isCut, command[0] == "symbols", !command.contains("--debug-symbols") {
          // Section headers are at the end of a file: a cut one has lost them, or more.
          #expect(run.status == 1 && run.errorText.contains(path), "\(what): \(run.errorText)")
        }
      }
    }
  }

  private static func cases(
    of path: String, seed: UInt64, count: Int
  ) throws -> ArraySlice<LibraryDamage.Case> {
    var damage = LibraryDamage(try readBytes(of: path), seed: seed)
    var random = SeededGenerator(seed: 7 &+ seed)
    return damage.all(flips: 400).shuffled(using: &random).prefix(count)
  }

  /// Megabytes, beside which what the program itself needs is little.
  @Test(arguments: ["libcrypto.so.3", "libstdc++.so.6"])
  func `a large damaged library takes four times its size of memory at most`(
    name: String
  ) throws {
    let library = try #require(
      ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu"].map { "\($0)/\(name)" }
        .first(where: fileExists))
    let folder = try TemporaryDirectory()
    let runner = try LimitedRunner(folder)
    let path = folder.file("damaged.so")
    let commands = Self.commands(path, "abort")
    try write(readBytes(of: SampleLibraries.path("stripped")), to: path)
    let floors = try commands.map { try runner.run($0).peakBytes }
    let cases = try Self.cases(of: library, seed: 5, count: max(3, Self.count / 10))
    var worst = 0.0
    for (number, damaged) in cases.enumerated() {
      let bytes = damaged.bytes
      try write(bytes, to: path)
      let index = number % commands.count
      let run = try runner.run(commands[index])
      #expect(run.status == 0 || run.status == 1, "\(damaged.name): \(commands[index])")
      guard bytes.count > 1 << 20 else { continue }
      let times = Double(run.peakBytes - floors[index]) / Double(bytes.count)
      #expect(times <= 4, "\(damaged.name): \(commands[index])")
      worst = max(worst, times)
    }
    print("\(name), \(cases.count) damaged forms: at most \(worst) times its size of memory")
  }

  @Test func `a library that shrinks while it is read is no crash`() throws {
    let folder = try TemporaryDirectory()
    let whole = try readBytes(of: SampleLibraries.path("cxx"))
    let path = folder.file("shrinking.so")
    try write(whole, to: path)
    let runner = try LimitedRunner(folder)
    let shrinker = Shrinker(path, whole)
    shrinker.start()
    defer { shrinker.finish() }
    for _ in 0..<max(8, Self.count / 10) {
      for command in Self.commands(path, "_ZN6shapes5ShapeD0Ev") {
        let run = try runner.run(command, memory: Self.baseMemory + 4 * whole.count)
        #expect(run.status == 0 || run.status == 1, "\(command): \(run.ending) \(run.errorText)")
      }
    }
  }

  /// The debug file of a stripped library, by build id and by link, damaged.
  @Test func `a damaged debug file beside a sound library is survived`() throws {
    let folder = try TemporaryDirectory()
    let sound = SampleLibraries.path("versions")
    let debug = folder.file("lib.so.debug")
    let stripped = folder.file("lib.so")
    try objcopy(["--only-keep-debug", sound, debug])
    try objcopy(["--strip-all", "--add-gnu-debuglink=\(debug)", sound, stripped])
    let bytes = try readBytes(of: debug)
    let cases = try Self.cases(of: debug, seed: 3, count: Self.count)
    let runner = try LimitedRunner(folder)
    let commands = Self.commands(stripped, "retired")
    for (number, damaged) in cases.enumerated() {
      try write(damaged.bytes, to: debug)
      // All but the first read what belongs to the debug file.
      for command in [commands[6], commands[1 + number % 5]] {
        let run = try runner.run(command, memory: Self.baseMemory + 4 * bytes.count)
        #expect(run.status == 0 || run.status == 1, "\(damaged.name): \(command): \(run.ending)")
      }
    }
  }

  /// 300 MB of zeros in 45 kB, as the packed symbols of a library.
  @Test func `packed debug symbols that unpack without end are given up`() throws {
    let folder = try TemporaryDirectory()
    let bomb = folder.file("bomb")
    try run("/bin/sh", ["-c", "head -c 300000000 /dev/zero | xz --threads=1 -1 >\(bomb)"])
    let path = folder.file("packed.so")
    try objcopy([
      "--strip-all", "--add-section", ".gnu_debugdata=\(bomb)", SampleLibraries.path("versions"),
      path,
    ])
    let size = try readBytes(of: path).count
    let runner = try LimitedRunner(folder)
    for command in Self.commands(path, "retired") {
      let run = try runner.run(command, memory: Self.baseMemory + 4 * size)
      #expect(run.status == 0 || run.status == 1, "\(command): \(run.ending)")
    }
  }

  private func objcopy(_ arguments: [String]) throws { try run("/usr/bin/objcopy", arguments) }

  private func run(_ program: String, _ arguments: [String]) throws {
    let done = try ProgramRun.run(program, arguments, environment: ["PATH": "/usr/bin:/bin"])
    #expect(done.ending == .exited(0), "\(program) \(arguments): \(done.errorText)")
  }
}

/// Makes a file shorter and whole again, all the time.
private final class Shrinker: @unchecked Sendable {
  private let path: String
  private let whole: [UInt8]
  private let lock = NSLock()
  private var isFinished = false
  private let done = DispatchSemaphore(value: 0)

  init(_ path: String, _ whole: [UInt8]) {
    self.path = path
    self.whole = whole
  }

  func start() {
    Thread.detachNewThread { [self] in
      var random = SeededGenerator(seed: 11)
      let descriptor = open(path, O_RDWR)
      while !lock.withLock({ isFinished }) {
        ftruncate(descriptor, Int.random(in: 0..<whole.count, using: &random))
        usleep(UInt32.random(in: 0..<3000, using: &random))
        _ = whole.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
        usleep(UInt32.random(in: 0..<10_000, using: &random))
      }
      close(descriptor)
      done.signal()
    }
  }

  func finish() {
    lock.withLock { isFinished = true }
    done.wait()
  }
}
