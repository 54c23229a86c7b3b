internal import CLanguage

/// What stands before the declarations: the pragma, `#include` lines, and what C++ needs.
enum ProfilePreamble {
  /// The text of a profile that declares nothing yet.
  static func newFile(for profileName: String) -> [UInt8] {
    Array(
      """
      // C declarations for sonde; C and C++ compilers take this file too.
      #pragma sonde library \(quoted(profileName))

      """.utf8)
  }

  /// Keywords of C that C++ compilers refuse, and what they take instead.
  ///
  /// gcc's manual names `__restrict` (section 7.2) and `__thread` (section 6.66) for C++.
  private static let spellings: [(keyword: String, replacement: String)] = [
    ("restrict", "__restrict"), ("_Noreturn", "[[noreturn]]"), ("_Alignas", "alignas"),
    ("_Alignof", "alignof"), ("_Thread_local", "__thread"), ("_Static_assert", "static_assert"),
  ]

  /// Finds the system headers that declarations need so that a compiler takes them.
  ///
  /// - Parameters:
  ///   - bodies: the declarations.
  ///   - declared: what the profile declares itself, then also when a system header does.
  /// - Returns: their names as between the angle brackets, in order of need.
  static func includes(for bodies: [[UInt8]], declared: Set<ProfileName>) -> [String] {
    var result: [String] = []
    for body in bodies {
      // Whether the next name is a tag: not when a brace stands between.
      var isTagged = false
      for piece in ProfileScanner.pieces(of: body) {
        switch piece.kind {
        case .space, .newline, .comment: continue
        case .symbol, .literal, .directive: isTagged = false
        case .word:
          let word = String(decoding: body[piece.range], as: UTF8.self)
          if let include = include(for: word, isTagged: isTagged, declared: declared),
            !result.contains(include)
          {
            result.append(include)
          }
          isTagged = ["struct", "union", "enum"].contains(word)
        }
      }
    }
    return result
  }

  private static func include(
    for word: String, isTagged: Bool, declared: Set<ProfileName>
  ) -> String? {
    // g++ knows `_Bool` only from there.
    if word == "_Bool" { return "stdbool.h" }
    if declared.contains(isTagged ? .tag(word) : .ordinary(word)) { return nil }
    guard let include = CHeader.standardInclude(for: word) else { return nil }
    let isOrdinary = CHeader.standard.declaration(named: word) != nil
    return isOrdinary || isTagged ? include : nil
  }

  /// Names that glibc declares only after `_GNU_SOURCE` or one of its kin is defined
  /// (feature_test_macros(7)).
  private static let gnuNames: Set<String> = ["ino64_t", "off64_t", "sighandler_t", "useconds_t"]

  /// Finds the lines that a text needs for new declarations.
  ///
  /// - Parameters:
  ///   - includes: the system headers that they need.
  ///   - bodies: the declarations that are new.
  ///   - declared: what the profile declares itself.
  ///   - text: the profile as it is.
  /// - Returns: lines with their ends, and the offset where they go; nothing that is there.
  static func insertions(
    includes: [String], bodies: [[UInt8]], declared: Set<ProfileName>, in text: ProfileText
  ) -> [(place: Int, lines: [UInt8])] {
    let (place, beforeIncludes) = places(in: text)
    return [
      (beforeIncludes, gnuLines(bodies: bodies, declared: declared, in: text)),
      (place, lines(includes: includes, bodies: bodies, in: text)),
    ].filter { !$0.lines.isEmpty }
  }

  private static func gnuLines(
    bodies: [[UInt8]], declared: Set<ProfileName>, in text: ProfileText
  ) -> [UInt8] {
    let needed = gnuNames.filter { !declared.contains(.ordinary($0)) }
    guard bodies.flatMap(words).contains(where: needed.contains),
      !definedNames(in: text.bytes).contains("_GNU_SOURCE")
    else { return [] }
    return ["#ifndef _GNU_SOURCE", "#define _GNU_SOURCE", "#endif"]
      .flatMap { Array($0.utf8) + text.newline }
  }

  private static func lines(
    includes: [String], bodies: [[UInt8]], in text: ProfileText
  ) -> [UInt8] {
    var result: [UInt8] = []
    let present = Set(text.header.includes.map(\.name))
    for include in includes where !present.contains(include) {
      result += Array("#include <\(include)>".utf8) + text.newline
    }
    let used = Set(bodies.flatMap(words))
    let defined = definedNames(in: text.bytes)
    result += floatLines(used.subtracting(defined), text.newline)
    let missing = spellings.filter { used.contains($0.keyword) && !defined.contains($0.keyword) }
    guard !missing.isEmpty else { return result }
    result += Array("#ifdef __cplusplus".utf8) + text.newline
    for spelling in missing {
      result += Array("#define \(spelling.keyword) \(spelling.replacement)".utf8) + text.newline
    }
    return result + Array("#endif".utf8) + text.newline
  }

  /// Binary types of C23, annex H, that clang and g++ before 13 do not know, and what has their
  /// formats there.
  private static let floats: [(keyword: String, replacement: String)] = [
    ("_Float32", "float"), ("_Float32x", "double"), ("_Float64", "double"),
    ("_Float64x", "long double"), ("_Float128", "__float128"),
  ]

  private static func floatLines(_ words: Set<String>, _ newline: [UInt8]) -> [UInt8] {
    let missing = floats.filter { words.contains($0.keyword) }
    guard !missing.isEmpty else { return [] }
    let lines =
      ["#if defined __clang__ || (defined __cplusplus && __GNUC__ < 13)"]
      + missing.map { "#define \($0.keyword) \($0.replacement)" } + ["#endif"]
    return lines.flatMap { Array($0.utf8) + newline }
  }

  /// Where such lines go: behind the last `#include` or `#pragma` line that no condition encloses
  /// and that stands before the first declaration, else at the start; and where that comes which
  /// has to be before every `#include`.
  private static func places(in text: ProfileText) -> (place: Int, beforeIncludes: Int) {
    let hasMark = text.bytes.starts(with: [0xEF, 0xBB, 0xBF])
    var place = hasMark ? 3 : 0
    var firstInclude: Int?
    var depth = 0
    let end = text.units.first?.range.lowerBound ?? text.bytes.count
    for piece in ProfileScanner.pieces(of: text.bytes, in: 0..<end)
    where piece.kind == .directive {
      let name = directiveName(text.bytes[piece.range])
      switch name {
      case "if", "ifdef", "ifndef": depth += 1
      case "endif": depth -= 1
      case "include" where depth == 0, "pragma" where depth == 0:
        if name == "include" && firstInclude == nil { firstInclude = piece.range.lowerBound }
        place = text.lineEnd(of: piece.range.upperBound - 1)
      default: break
      }
    }
    return (place, firstInclude ?? place)
  }

  /// `include` of `#  include <stddef.h>`.
  static func directiveName(_ line: ArraySlice<UInt8>) -> String {
    words(of: Array(line.dropFirst())).first ?? ""
  }

  /// The names and keywords of a piece of C text, without those in comments and strings.
  static func words(of bytes: [UInt8]) -> [String] {
    ProfileScanner.pieces(of: bytes).filter { $0.kind == .word }
      .map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  private static func definedNames(in bytes: [UInt8]) -> Set<String> {
    var names: Set<String> = []
    for piece in ProfileScanner.pieces(of: bytes) where piece.kind == .directive {
      let words = words(of: Array(bytes[piece.range].dropFirst()))
      if words.first == "define", words.count > 1 { names.insert(words[1]) }
    }
    return names
  }

  /// A C string literal; bytes that could end it are octal escapes (C11, section 6.4.4.4).
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0..<0x20, 0x7F:
        let digits = String(byte, radix: 8)
        result += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
      case 0x80...0xFF: result += "\\" + String(byte, radix: 8)
      default: result.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return result + "\""
  }
}
