import CLanguage
import DebugInfo
import Glibc
import TestSupport
import Testing

/// Prototypes of system libraries against gdb's `whatis`, which reads DWARF by code of its own.
@Suite struct GdbAgreementTests {
  /// Where gdb has something else in mind, and why.
  private static let exceptions: [String: Set<String>] = [
    "libc.so.6": [
      // gdb takes the first of several versions; a program gets the default one.
      "pthread_attr_getaffinity_np", "pthread_attr_setaffinity_np", "pthread_getaffinity_np",
      "pthread_setaffinity_np", "sched_getaffinity", "sched_setaffinity", "timer_create",
      "timer_delete", "timer_getoverrun", "timer_gettime", "timer_settime",
      // The old version is plain code without debug information, the default one indirect.
      "memcpy",
      // gdb tells the parameters of a copy that the optimiser made, in its order.
      "__aio_remove_request", "__malloc_info",
    ]
  ]

  private static let libraries: [String] = [
    "/lib/x86_64-linux-gnu/libm.so.6", "/lib/x86_64-linux-gnu/libc.so.6",
    "/usr/lib/x86_64-linux-gnu/libpython3.11d.so.1.0",
  ]

  @Test(arguments: libraries.filter { access($0, R_OK) == 0 })
  func `every prototype is gdb's`(_ path: String) throws {
    let information = DebugDeclarations(path: path)
    try information.open()
    let home = try TemporaryDirectory()
    let environment = TestEnvironment.isolated(home: home)
    let symbols = try DynamicSymbols.functions(of: path, environment)
    let known = try information.prototypes(of: symbols, others: true)
    let names = known.filter { $0.text != nil }.map(\.name)
    let declared = information.declaring(
      functions: names.map { name in
        symbols.first { $0.name == name } ?? FunctionSymbol(name: name, address: nil)
      }, over: CHeader())
    let answers = try GdbAnswers.types(of: names, in: path, environment, home)
    let library = String(path.split(separator: "/").last ?? "")
    let exceptions = Self.exceptions[library] ?? []
    var compared = 0
    for name in names where !exceptions.contains(name) {
      guard let answer = answers[name] else { continue }
      guard case .function(let type)? = declared.header.function(named: name)?.kind else {
        Issue.record("\(name) is not declared: \(declared.refusals[name] ?? "")")
        continue
      }
      compared += 1
      #expect(
        Self.spelled(type, declared.header) == Self.normalised(answer), "\(name) in \(library)")
    }
    // All but the indirect ones: 414 of libm's, 57 of libc's.
    #expect(compared > names.count * 3 / 4 && compared > 1000)
  }

  /// Without parameter names and spaces, structs without tag without their members.
  private static func spelled(_ type: CFunctionType, _ header: CHeader) -> String {
    var type = type
    for index in type.parameters.indices { type.parameters[index].name = nil }
    return normalised(CPrinter(header: header).text(of: type, name: ""))
  }

  private static func normalised(_ text: String) -> String {
    var text = text.replacing(/\{[^{}]*\}/, with: "{...}")
    for (gdb, c) in [
      ("long long unsigned int", "unsigned long long"), ("long unsigned int", "unsigned long"),
      ("short unsigned int", "unsigned short"), ("long long int", "long long"),
      ("long int", "long"), ("short int", "short"), ("__int128 unsigned", "unsigned __int128"),
      ("complex long double", "long double _Complex"), ("complex double", "double _Complex"),
      ("complex float", "float _Complex"), ("complex _Float128", "_Float128 _Complex"),
      ("_Complex _Float128", "_Float128 _Complex"),
    ] {
      text = text.replacing(gdb, with: c)
    }
    text = text.replacing(/__[0-9]+\b/, with: "")
    return text.replacing(" ", with: "").replacing("(void)", with: "()")
  }
}
