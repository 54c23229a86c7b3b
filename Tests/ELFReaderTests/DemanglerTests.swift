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
    // Expected: swift-demangle --no-sugar of Swift 6.3.
    ("$s4main3fooyySiF", "main.foo(Swift.Int) -> ()"),
    ("_$sSaySiGD", "Swift.Array<Swift.Int>"),
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
    // Dictionaries of the dictionary before: 2 to the 26th.
    var swift = "SaySiG"
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" { swift = "SDy\(swift)A\(letter)G" }
    #expect(demangler.demangle("$s\(swift)D") == nil)
    #expect(demangler.demangle("$sSaySiGD") == "Swift.Array<Swift.Int>")
    // Whatever became of those, the demangler works on.
    #expect(demangler.demangle("_Z1fv") == "f()")
  }

  @Test func `a deeply nested name does not exhaust the stack`() {
    var demangler = NameDemangler()
    #expect(demangler.demangle("_Z1f" + String(repeating: "P", count: 60_000) + "i") == nil)
    #expect(demangler.demangle("_R" + String(repeating: "INv", count: 15_000)) == nil)
    #expect(demangler.demangle("_D" + String(repeating: "1a", count: 30_000)) == nil)
    for part in ["Say", "x", "SDy", "ypXp", "1aV", "_t", "AA"] {
      _ = demangler.demangle("$s" + String(repeating: part, count: 60_000 / part.count))
      _ = demangler.demangle("$s1a" + String(repeating: part, count: 20_000 / part.count) + "F")
    }
    let depth = 10_000
    _ = demangler.demangle(
      "$s" + String(repeating: "Say", count: depth) + "Si" + String(repeating: "G", count: depth)
        + "D")
    #expect(demangler.demangle("_Z1fv") == "f()")
  }

  // Expected: c++filt --format=gnat of binutils 2.40.
  @Test(arguments: [
    ("ada__text_io__put_line__2", "ada.text_io.put_line"),
    ("_ada_hello", "hello"), ("system__img_int__image_integer", "system.img_int.image_integer"),
    ("pack__Oadd", "pack.\"+\""),
  ])
  func `names of Ada, in libraries that are`(mangled: String, expected: String) {
    var ada = NameDemangler(isAda: true)
    #expect(ada.demangle(mangled) == expected)
    #expect(ada.demangle("__gnat_malloc") == nil)
    #expect(ada.demangle("puts") == nil)
    var other = NameDemangler()
    #expect(other.demangle(mangled) == nil)
  }
}
