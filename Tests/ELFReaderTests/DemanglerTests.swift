import ELFReader
import Testing

@Suite struct DemanglerTests {
  // Expected: c++filt of binutils 2.40.
  @Test(arguments: [
    ("_ZN3foo3barEi", "foo::bar(int)"),
    (
      "_ZNSt6vectorIiSaIiEE9push_backERKi",
      "std::vector<int, std::allocator<int> >::push_back(int const&)"
    ),
    ("_ZN4core3fmt9Formatter3pad17h0123456789abcdefE", "core::fmt::Formatter::pad"),
    ("_RNvC6_123foo3bar", "123foo::bar"),
    ("_D3std5stdio7writelnFZv", "std.stdio.writeln()"),
    ("_GLOBAL__I__Z1fv", "global constructors keyed to f()"),
  ])
  func `names of each language`(mangled: String, expected: String) {
    var demangler = NameDemangler()
    #expect(demangler.demangle(mangled) == expected)
  }

  @Test(arguments: [
    "", "_", "_Z", "printf", "_ZN", "_Zzzzz", "_Rx", "_Dfoo", "_GLOBAL", "_ZN3fooE\u{1}",
  ])
  func `other names stay as they are`(name: String) {
    var demangler = NameDemangler()
    #expect(demangler.demangle(name) == nil)
  }

  @Test func `a name whose result would fill the memory is given up`() {
    // Each template argument list holds the one before twice: 2 to the 60th.
    var name = "_Z1f1aIiiE"
    for index in 0..<60 {
      let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
      let seed = index < 36 ? "S\(digits[index])_" : "S1\(digits[index - 36])_"
      name += "1aI\(seed)\(seed)E"
    }
    var demangler = NameDemangler()
    _ = demangler.demangle(name)
    var types = "_D1aFHii"
    for _ in 0..<300 { types += "HQfQh" }
    _ = demangler.demangle(types + "Zv")
    // Whatever became of those, the demangler works on.
    #expect(demangler.demangle("_Z1fv") == "f()")
  }

  @Test func `a deeply nested name does not exhaust the stack`() {
    var demangler = NameDemangler()
    #expect(demangler.demangle("_Z1f" + String(repeating: "P", count: 60_000) + "i") == nil)
    #expect(demangler.demangle("_R" + String(repeating: "INv", count: 15_000)) == nil)
    #expect(demangler.demangle("_D" + String(repeating: "1a", count: 30_000)) == nil)
    #expect(demangler.demangle("_Z1fv") == "f()")
  }
}
