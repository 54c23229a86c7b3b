import CLanguage
import Testing

@testable import Profiles

/// Whatever a file holds, an edit changes what it names or throws; it never traps and never loses
/// another declaration.
@Suite struct AnyBytesTests {
  /// splitmix64 (Steele and others, 2014): the same in every run.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  private static let profile = """
    // The file.
    #pragma sonde library "libx.so.1"
    #include <stddef.h>
    #ifdef __cplusplus
    #define restrict __restrict
    #endif

    /* Points. */
    typedef struct point { double x, y; } point;  // both in metres
    enum color { red, green = 5, blue };
    #define LIMIT 16 /* rows */
    extern int first, *second, third[LIMIT];\r
    [[sonde::owned("free")]] char *render(int width, char *restrict to);

    int f(void); int g(point p); // two
    struct later;
    /* tail */
    """

  private let forced = ProfileEdit(path: "x.h", isForced: true)
  private let plain = ProfileEdit(path: "x.h", isForced: false)
  private let addition = "/* new */ long f(size_t n, FILE *out); // here\nint brand_new(point *);"

  /// The names of functions, objects and types that a text declares.
  private func names(_ bytes: [UInt8]) -> Set<ProfileName> {
    Set(ProfileText(bytes, file: nil).units.flatMap(\.names))
  }

  private func check(_ bytes: [UInt8]) {
    let before = names(bytes)
    if let added = try? forced.add(addition, to: bytes, profileName: "x") {
      #expect(names(added).isSuperset(of: before))
      #expect(names(added).contains(.ordinary("brand_new")))
    }
    for edit in [plain, forced] {
      for name in ["second", "f", "point", "LIMIT", "render"] {
        guard let removed = try? edit.remove(name, from: bytes) else { continue }
        let gone: Set<ProfileName> = [.ordinary(name), .tag(name)]
        #expect(names(removed) == before.subtracting(gone), "\(name)")
      }
    }
  }

  @Test func `the profile of these tests can be edited`() throws {
    let bytes = Array(Self.profile.utf8)
    #expect(ProfileText(bytes, file: nil).problems.isEmpty)
    #expect(names(try plain.add(addition, to: bytes, profileName: "x")).count == 14)
    #expect(names(try plain.remove("second", from: bytes)).count == 12)
  }

  @Test func `cut off in many places`() {
    let bytes = Array(Self.profile.utf8)
    for end in stride(from: 0, to: bytes.count, by: 5) { check(Array(bytes[..<end])) }
  }

  @Test func `with bytes changed, left out and doubled`() {
    var generator = Generator(state: 4)
    let signs = Array("{}()[];,*/\\\"'#\n\r \u{0}".utf8) + [0xFF, 0xEF]
    for _ in 0..<120 {
      var bytes = Array(Self.profile.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: bytes.indices, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[place] = signs.randomElement(using: &generator) ?? 0
        case 1: bytes.insert(signs.randomElement(using: &generator) ?? 0, at: place)
        case 2: bytes.remove(at: place)
        default:
          let end = min(place + 20, bytes.count)
          bytes.insert(contentsOf: bytes[place..<end], at: place)
        }
      }
      check(bytes)
    }
  }
}
