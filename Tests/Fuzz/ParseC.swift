// fuzz: CLanguage

/// libFuzzer's entry: any bytes as a header, as a statement and as an expression.
///
/// Whatever parses has to print as C that parses again. Compiled together with the module, as
/// one module (`-package-name sonde`), with `-sanitize=fuzzer,address`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: count))
  var header = CHeader()
  let problems = header.declare(bytes: bytes)
  let text = String(decoding: bytes, as: UTF8.self)
  for problem in problems { _ = problem.rendered(in: text) }
  // As an included file whose prototypes are passed over: the types are the same.
  var types = CHeader()
  types.passesIncludedPrototypes = true
  types.skipsFunctionBodies = true
  _ = types.declare(bytes: Array("# 1 \"own.c\"\n# 1 \"included.h\" 1\n".utf8) + bytes)
  let printed = CPrinter(header: header).textOfAllDeclarations()
  let layouts = CLayoutPrinter(header: header)
  for outline in header.outlines() { _ = layouts.text(of: outline) }
  var again = CHeader()
  let complaints = again.declare(printed)
  if problems.isEmpty && !complaints.isEmpty {
    fatalError("printed C does not parse: \(complaints[0].rendered(in: printed))")
  }
  if let statement = try? CParser.parseStatement(text, in: .standard),
    case .expression(let expression) = statement.kind
  {
    let printed = CPrinter().text(of: expression)
    guard let second = try? CParser.parseExpression(printed, in: .standard),
      CPrinter().text(of: second) == printed
    else { fatalError("printed expression does not parse: \(printed)") }
    _ = try? CHeader.standard.type(of: expression)
  }
  return 0
}
