import CLanguage
package import Profiles

/// Writes what profiles declare as a header that any C and C++ compiler takes, without sonde's
/// annotations.
package enum ProfileExport {
  /// The header's text.
  ///
  /// - Parameters:
  ///   - profiles: most trusted first; of a name that several declare the first one's counts.
  ///   - name: the library's SONAME.
  /// - Returns: C.
  package static func header(of profiles: [LoadedProfile], for name: String) -> String {
    var declared = CHeader()
    var includes: [String] = []
    var body = ""
    for profile in profiles {
      let isCLibrary = declaresCLibrary(profile.header)
      let own = CSelection(of: profile.header, includes: isCLibrary ? .freestanding : .hosted) {
        _ in true
      }
      // The C library's own headers would declare everything a second time.
      let standard =
        isCLibrary ? [] : profile.header.standardIncludes(neededBy: own.declarations)
      for include in profile.header.includes.map(\.name) + standard + own.neededIncludes
      where !includes.contains(include) {
        includes.append(include)
      }
      for (declaration, piece) in CSelectionText.pieces(of: own.withoutAnnotations)
      where !declared.knows(declaration) {
        // Of names that more trusted profiles have otherwise the rest cannot be had either.
        let problems = profiles.count > 1 ? declared.declare(piece) : []
        guard problems.isEmpty || profile.path == profiles.first?.path else { continue }
        let macro = wordsOfCpp[declaration.name]
        body += macro.map { "#ifndef \($0)\n\(piece)\n#endif\n" } ?? piece + "\n"
      }
    }
    return framed(body, includes: includes, guardName: guardName(name), title: name)
  }

  private static func declaresCLibrary(_ header: CHeader) -> Bool {
    ["fopen", "malloc", "strlen", "exit"].allSatisfy { header.ownFunction(named: $0) != nil }
  }

  /// Types of C's library that are words of C++, and the macro that C++ defines then.
  private static let wordsOfCpp = [
    "char8_t": "__cpp_char8_t", "char16_t": "__cplusplus", "char32_t": "__cplusplus",
    "wchar_t": "__cplusplus",
  ]

  private static func framed(
    _ body: String, includes: [String], guardName: String, title: String
  ) -> String {
    let words = Set(CLexicalNames.names(in: body, hasKeywords: true))
    let missing = replacements.filter { words.contains($0.word) }
    let defines = missing.map {
      "#if \($0.condition)\n#define \($0.word) \($0.replacement)\n#endif\n"
    }
    let undefines = missing.map { "#if \($0.condition)\n#undef \($0.word)\n#endif\n" }
    var includes = includes
    if words.contains("_Bool") && !includes.contains("stdbool.h") { includes.append("stdbool.h") }
    return """
      /* \(title.replacing("*/", with: "* /")): what is known of its interface. */
      #ifndef \(guardName)
      #define \(guardName)
      \(includes.map { "#include <\($0)>\n" }.joined())\
      \(defines.joined())\
      #ifdef __cplusplus
      extern "C" {
      #endif

      \(body)
      #ifdef __cplusplus
      }
      #endif
      \(undefines.joined())\
      #endif

      """
  }

  /// What C++ or clang spell otherwise, and where.
  private static let replacements: [(word: String, replacement: String, condition: String)] = {
    let floats = "defined __clang__ || (defined __cplusplus && __GNUC__ < 13)"
    return [
      ("restrict", "__restrict", "defined __cplusplus"),
      ("_Noreturn", "[[noreturn]]", "defined __cplusplus"),
      ("_Thread_local", "__thread", "defined __cplusplus"),
      ("_Alignas", "alignas", "defined __cplusplus"),
      ("_Float32", "float", floats), ("_Float32x", "double", floats),
      ("_Float64", "double", floats), ("_Float64x", "long double", floats),
      ("_Float128", "__float128", floats),
    ]
  }()

  private static func guardName(_ name: String) -> String {
    let plain = name.uppercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
    return "SONDE_" + String(plain) + "_H"
  }
}
