import Foundation
import TestSupport
import Testing

/// Functions called with arguments that mean nothing.
///
/// `SONDE_RANDOM_CALLS` sets how many calls are made of libc, and half as many of all other
/// libraries together; the numbers of calls, crashes and so on are printed.
@Suite(.serialized) struct RandomCallTests {
  private static let count =
    ProcessInfo.processInfo.environment["SONDE_RANDOM_CALLS"].flatMap(Int.init) ?? 200
  private static let seed =
    ProcessInfo.processInfo.environment["SONDE_RANDOM_SEED"].flatMap(UInt64.init) ?? 1
  /// Calls of one process.
  private static let batch = 100

  @Test func `calls into libc with random arguments never cost more than themselves`() throws {
    var random = SeededNumbers(seed: Self.seed)
    let functions = try Self.functions(of: "libc.so.6")
    let calls = (0..<Self.count).map { _ in Self.call(of: functions, &random) }
    try Self.carryOut(calls, on: "libc.so.6")
  }

  @Test func `so do calls into ten other libraries`() throws {
    let libraries = [
      "libm.so.6", "libz.so.1", "libsqlite3.so.0", "libcrypto.so.3", "libssl.so.3",
      "libstdc++.so.6", "libgcc_s.so.1", "libncursesw.so.6", "libtinfo.so.6", "libbz2.so.1.0",
      "liblzma.so.5", "libelf.so.1", "libcap.so.2", "libpcre2-8.so.0", "libselinux.so.1",
    ].filter { (try? Self.functions(of: $0).isEmpty) == false }
    #expect(libraries.count >= 10)
    var random = SeededNumbers(seed: Self.seed)
    let share = Self.count / 2 / libraries.count + 1
    for library in libraries {
      let functions = try Self.functions(of: library)
      try Self.carryOut((0..<share).map { _ in Self.call(of: functions, &random) }, on: library)
    }
  }

  private static func functions(of library: String) throws -> [String] {
    let run = try runSonde("symbols", library, "--json")
    return try objects(run).compactMap { symbol in
      // What only old programs are linked with cannot be asked for by its name.
      guard ["FUNC", "IFUNC"].contains(symbol["type"] as? String),
        symbol["version"] is NSNull || symbol["default"] as? Bool == true
      else { return nil }
      return symbol["name"] as? String
    }
  }

  private static func call(of functions: [String], _ random: inout SeededNumbers) -> String {
    let name = functions[random.next(below: functions.count)]
    let arguments = (0..<4).map { _ in argument(&random) }
    return "((long (*)(long, long, long, long))\(name))(\(arguments.joined(separator: ", ")))"
  }

  private static func argument(_ random: inout SeededNumbers) -> String {
    switch random.next(below: 8) {
    case 0: "0"
    case 1: "1"
    case 2: "-1"
    case 3: "\(random.next(below: 4096))"
    case 4: "(long)buffer"
    case 5: #"(long)"a text""#
    case 6: "(long)(buffer + \(random.next(below: 4096)))"
    default: "\(Int64(bitPattern: random.next() >> 1))"
    }
  }

  private static func carryOut(_ calls: [String], on library: String) throws {
    var outcomes: [String: Int] = [:]
    for start in stride(from: 0, to: calls.count, by: batch) {
      let part = Array(calls[start..<min(start + batch, calls.count)])
      let run = try runSonde(
        ["call", library, "--json", "--timeout", "0.5", "char buffer[4096];"] + part,
        within: 10 + Double(part.count))
      #expect(run.survivors.isEmpty, "processes left behind by \(library)")
      guard case .exited = run.ending else {
        Issue.record("sonde died over \(library): \(run.ending); \(run.errorText)")
        continue
      }
      let found = try objects(run)
      #expect(found.count == part.count + 1, "\(library): \(run.errorText)")
      for object in found.dropFirst() {
        outcomes[object["outcome"] as? String ?? "none", default: 0] += 1
      }
    }
    let total = outcomes.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    print("\(library): \(calls.count) calls: \(total.joined(separator: ", "))")
    // Calls were made: most of what comes back is not that nothing could be called.
    #expect(outcomes["error", default: 0] * 4 <= calls.count, "\(library): \(outcomes)")
  }
}

/// The same numbers for the same seed (splitmix64).
struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  mutating func next(below limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
