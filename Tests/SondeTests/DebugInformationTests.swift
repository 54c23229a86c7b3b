import Foundation
import TestSupport
import Testing

/// Debug information on the command line: found where it lies, enough for a call, and no harm when
/// it is damaged.
@Suite struct DebugInformationTests {
  private let folder: TemporaryDirectory

  init() throws { folder = try TemporaryDirectory() }

  /// Builds `libmade.so` in the folder.
  private func build(_ source: String, _ flags: [String] = []) throws -> String {
    try write(source, to: folder.file("made.c"))
    try tool("/usr/bin/gcc", ["-g", "-fPIC", "-shared", "-o", "libmade.so", "made.c"] + flags)
    return folder.file("libmade.so")
  }

  private func tool(_ program: String, _ arguments: [String]) throws {
    let done = try ProgramRun.run(
      program, arguments, environment: TestEnvironment.isolated(home: folder),
      directory: folder.path)
    try #require(done.ending == .exited(0), "\(done.errorText)")
  }

  @Test(.enabled(if: fileExists("/usr/lib/debug/.build-id")))
  func `libm is called with no declaration and no profile at all`() throws {
    let run = try runSonde(
      "call", "libm.so.6", "int e;", "frexp(10.0, &e)", "e", "ldexp(0.625, e)", "hypotf(3, 4)",
      environment: ["SONDE_PROFILES": ""])
    run.expectStatus(0)
    #expect(
      run.lines.filter { !$0.isEmpty && !$0.hasPrefix(" ") } == ["0.625", "4", "10.0", "5.0"])
  }

  @Test func `functions of C++ are called with what debug information says of them`() throws {
    let geometry = SampleLibraries.path("geometry")
    let calls = [
      ("_ZN8geometry8distanceERK5PointS0_(&a, b)", "5.0"),
      ("_ZN8geometry4moveER5Pointdd(&a, 1, 2)", nil), ("a.y", "2.0"),
      ("_ZN8geometry7kind_ofERK5Point(&b)", "3"), ("_ZN8geometry7kind_ofEd(1)", "2"),
      ("_ZN8geometry10other_unitE4Unit(25)", "millimetre"),
      ("_ZN8geometry8area_sumEiz(3, 1, 2, 3)", "6"),
      ("_ZNK5PointixEi(&b, 1)", "4.0"),
    ]
    let run = try runSonde(
      ["call", geometry, "--json", "struct Point a = {0, 0}, b = {3, 4};"] + calls.map(\.0),
      environment: ["SONDE_PROFILES": ""])
    run.expectStatus(0)
    let texts = try run.lines.filter { !$0.isEmpty }.dropFirst().map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return object?["text"] as? String ?? ""
    }
    for (text, call) in zip(texts, calls) {
      if let expected = call.1 { #expect(text == expected, "\(call.0)") }
    }
    #expect(texts.count == calls.count)

    // Arguments that a template takes any number of; objects passed by address; one that can be
    // moved only, in a register.
    let containers = SampleLibraries.path("containers")
    let values = try runSonde(
      "call", containers, "_ZN10containers3sumIdJifEEET_S1_DpT0_(1.5, 2, 3.25f)",
      "struct Counted c = {7};", "_ZN10containers7countedE7Counted(&c)",
      "struct Moved m = {9};", "_ZN10containers5movedE5Moved(m)",
      "_ZN10containers9make_pairEif(3, 2.5f)", environment: ["SONDE_PROFILES": ""])
    values.expectStatus(0)
    // 1.5 and the sum of the rest, which is an int: 5.
    #expect(values.lines.contains("6.5"), "\(values.text)")
    #expect(values.lines.contains("7") && values.lines.contains("9"))
    #expect(values.text.contains("3") && values.text.contains("2.5"))
  }

  @Test(.enabled(if: fileExists("/usr/bin/debuginfod")))
  func `debug information comes from a server that the environment names`() throws {
    let library = try build("int served(int a, double *b) { return a + *b; }")
    try tool("/usr/bin/mkdir", ["debug"])
    try tool("/usr/bin/objcopy", ["--only-keep-debug", "libmade.so", "debug/made.debug"])
    try tool("/usr/bin/strip", ["libmade.so"])
    let port = 20000 + Int(getpid()) % 20000
    let server = try StartedProgram(
      "/usr/bin/debuginfod",
      ["-F", folder.file("debug"), "-p", "\(port)", "-d", ":memory:"],
      environment: TestEnvironment.isolated(home: folder))
    defer { server.signal(SIGKILL) }
    // What is not served yet is remembered as missing: every attempt has a cache of its own.
    var text = ""
    for attempt in 0..<40 where text.isEmpty {
      _ = server.wait(within: 0.5) { false }
      text =
        try runSonde(
          "prototypes", library,
          environment: [
            "DEBUGINFOD_URLS": "http://127.0.0.1:\(port)",
            "DEBUGINFOD_CACHE_PATH": folder.file("cache\(attempt)"),
          ]
        ).text
    }
    #expect(text.hasPrefix("int served(int a, double *b);  /* DWARF: "))
    // Nobody answers: no prototype, and no long wait.
    let alone = try runSonde(
      "prototypes", library,
      environment: [
        "DEBUGINFOD_URLS": "http://127.0.0.1:9", "DEBUGINFOD_CACHE_PATH": folder.file("none"),
      ], within: 30)
    alone.expectStatus(0)
    #expect(alone.text.isEmpty)
  }

  @Test func `types that other profiles know are listed too`() throws {
    let library = try build(
      "#include <time.h>\nstruct own { struct timespec at; };\n"
        + "long f(struct own *o, struct tm *t) { return o->at.tv_sec + t->tm_sec; }")
    let names = try runSonde("types", library).lines.filter { $0.hasPrefix("struct ") }
      .map { String($0.dropFirst(7).prefix { $0 != " " }) }
    #expect(Set(names).isSuperset(of: ["own", "timespec", "tm"]), "\(names)")
    #expect(names.count == Set(names).count)
  }

  // MARK: Damage

  /// xorshift64: the same damage on every machine.
  private struct Random {
    var state: UInt64

    mutating func below(_ count: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(max(1, count)))
    }
  }

  /// Bytes are flipped, overwritten by extremes, copied elsewhere or cut.
  ///
  /// `SONDE_MUTATIONS` makes more of them.
  @Test func `damaged debug information ends in an answer or an error`() throws {
    let library = try build(
      """
      #include <stdio.h>
      typedef struct { int a : 3, b : 9; double c; union { long d; char e[7]; }; } record_t;
      enum kind { ONE, TWO = 70000 }; typedef int (*handler_t)(enum kind, record_t *, ...);
      struct list { struct list *next; record_t items[4]; handler_t handler; FILE *file; };
      int first(struct list *l, handler_t h) { return l->items[1].a + h(ONE, l->items); }
      record_t second(record_t r, const char *const *s, long double x) { r.c = x; return r; }
      static inline int third(int a) { return a * 2; }
      int fourth(int a) { return third(a) + third(a + 1); }
      """, ["-O2"])
    let whole = try readBytes(of: library)
    let sections = try sections(of: library)
    #expect(sections.count >= 5)
    let count = ProcessInfo.processInfo.environment["SONDE_MUTATIONS"].flatMap { Int($0) } ?? 40
    var random = Random(state: 0x5eed_0007)
    for number in 0..<count {
      var bytes = whole
      for _ in 0...random.below(4) {
        let (offset, size) = sections[random.below(sections.count)]
        let place = offset + random.below(size)
        switch random.below(5) {
        case 0: bytes[place] ^= UInt8(1 << random.below(8))
        case 1: bytes[place] = [0, 0x7f, 0x80, 0xff][random.below(4)]
        case 2: for index in place..<min(place + 8, bytes.count) { bytes[index] = 0xff }
        case 3:
          let from = offset + random.below(size)
          for step in 0..<min(16, whole.count - max(place, from)) {
            bytes[place + step] = whole[from + step]
          }
        default: bytes[place] = UInt8(random.below(256))
        }
      }
      if number % 8 == 7 { bytes.removeLast(random.below(bytes.count / 2)) }
      let file = folder.file("damaged.so")
      try write(bytes, to: file)
      for command in [["prototypes"], ["types", "--json"], ["prototypes", "first"]] {
        // 2 GiB of memory and 5 seconds are more than any answer needs.
        let run = try ProgramRun.run(
          "/bin/sh",
          ["-c", "ulimit -v 2097152; ulimit -t 5; exec \"$@\"", "sh", Programs.sonde]
            + [command[0], file] + command.dropFirst(),
          environment: TestEnvironment.isolated(home: folder), within: 30)
        let ending = run.ending
        if ending != .exited(0), ending != .exited(1) {
          try write(bytes, to: "/tmp/sonde-damaged-\(number).so")
          Issue.record("mutation \(number), \(command): \(ending) \(run.errorText.suffix(300))")
        }
      }
    }
  }

  /// Offset and size of the sections of debug information, as readelf lists them.
  private func sections(of path: String) throws -> [(offset: Int, size: Int)] {
    let listed = try ProgramRun.run(
      "/usr/bin/readelf", ["-SW", path], environment: TestEnvironment.isolated(home: folder))
    return listed.lines.compactMap { line in
      guard let start = line.range(of: "] .debug_") else { return nil }
      let words = line[start.lowerBound...].split(separator: " ")
      guard words.count > 6, let offset = Int(words[4], radix: 16),
        let size = Int(words[5], radix: 16), size > 0
      else { return nil }
      return (offset, size)
    }
  }
}
