import TestSupport
import Testing

/// Functions of C++ as statements call them.
///
/// What they give is said in `cxx.h`.
@Suite struct CxxCallTests {
  private static let rectangle = "struct shapes__Rectangle r"

  @Test(arguments: [
    // An object in the console's memory, built and ended by the class's own functions.
    Spoken(
      "sample:cxx", "", rectangle, "shapes::Rectangle::Rectangle(&r, 3, 4)",
      "shapes::Rectangle::area(&r)", "shapes::Rectangle::scale(&r, 2)", "r.width",
      "shapes::Shape::count", "shapes::Rectangle::~Rectangle(&r)", "shapes::Shape::count",
      gives: "(void)\n12\n(void)\n6\n1\n(void)\n0\n"),
    Spoken(
      "sample:cxx", "", rectangle, "_ZN6shapes9RectangleC1Eii(&r, 3, 4)",
      "_ZNK6shapes9Rectangle4areaEv(&r)", "_ZN6shapes9RectangleD1Ev(&r)",
      gives: "(void)\n12\n(void)\n"),
    Spoken(
      "sample:cxx", "", "struct shapes__Rectangle a, b;", "shapes::Rectangle::Rectangle(&a, 1, 2)",
      "shapes::Rectangle::Rectangle(&b, 3, 4)", "shapes::larger(&a, &b) == &b",
      "auto sum = shapes::Rectangle::operator+(&a, &b)", "shapes::Rectangle::area(&sum)",
      gives: "(void)\n(void)\n1\n24\n"),
    // Overloads: exactly these types, or the one that is named.
    Spoken(
      "sample:cxx", "", "shapes::describe(1)", "shapes::describe(1.0)", #"shapes::describe("x")"#,
      "'shapes::describe(double)'(1)", gives: "1\n2\n3\n2\n"),
    Spoken(
      "sample:cxx", "", "shapes::largest<int>(3, 4)", "shapes::largest<double>(3, 4)",
      "'shapes::largest<double>(double, double)'(1, 2)", gives: "4\n4.0\n2.0\n"),
    Spoken("sample:cxx", "", "shapes::Token::add(2, 3)", gives: "5\n"),
    // References are pointers.
    Spoken("sample:cxx", "", "int n = 3", "shapes::increment(&n)", "n", gives: "(void)\n4\n"),
    // Objects that are passed by address, in and out.
    Spoken(
      "sample:cxx", "", "shapes::wrap(7).value", "shapes::Token::alive",
      "struct shapes__Token t", "shapes::Token::Token(&t, 9)", "shapes::unwrap(&t)", "t.value",
      gives: "7\n1\n(void)\n9\n0\n"),
    Spoken(
      "sample:cxx", "", "auto v = shapes::count_to(3)",
      "v._Vector_base_int_std__allocator_int._M_impl._Vector_impl_data._M_start[2]",
      gives: "3\n"),
  ])
  func `a function of C++ is called by its name`(spoken: Spoken) throws {
    try spoken.run().expectOutput(spoken.output)
  }

  /// Sixteen characters do not fit the object itself any more.
  @Test(arguments: [
    Spoken(
      "sample:cxx", "", #"shapes::greet("bob")"#, #"shapes::greet("a name of many letters")"#,
      gives: "\"hello, bob\"\n\"hello, a name of many letters\"\n"),
    Spoken(
      "sample:cxx", "", #"shapes::length_of("")"#, #"shapes::length_of("fifteen letters")"#,
      #"shapes::length_of("sixteen letters!")"#, #"shapes::length_of("with \0 inside")"#,
      gives: "0\n15\n16\n13\n"),
    Spoken(
      "sample:cxx", "", #"shapes::shout("fifteen letters")"#, #"shapes::shout("0123456789abcdef")"#,
      gives: "\"fifteen letters!\"\n\"0123456789abcdef!\"\n"),
    Spoken(
      "sample:cxx", "", "const char *name = \"bob\"", "shapes::greet(name)", "shapes::motto()",
      gives: "\"hello, bob\"\n\"look, then call\"\n"),
    Spoken(
      "sample:cxx", "", "for (int i = 0; i < 3; i++) shapes::greet(\"x\");",
      #"auto s = shapes::greet("x")"#, #"shapes::append(&s, ", and y")"#, "s",
      gives: "(void)\n\"hello, x, and y\"\n"),
    Spoken(
      "sample:cxx", "", #"shapes::wide_length(L"h\u00e9llo")"#, gives: "5\n"),
    Spoken(
      "sample:cxx", "", #"shapes::make_person("bob", 40).age"#,
      #"shapes::make_person("bob", 40).name"#, #"shapes::make_person("bob", 40)"#,
      gives: "40\n\"bob\"\n{.name = \"bob\", .age = 40}\n"),
  ])
  func `a string of C++ is made of text and shown as text`(spoken: Spoken) throws {
    try spoken.run().expectOutput(spoken.output)
  }

  @Test func `a string object is a string in JSON, and nothing of it is left behind`() throws {
    let run = try runSonde(
      "call", SampleLibraries.path("cxx"), "--json", #"shapes::length_of("a text of 20 letters")"#,
      #"shapes::greet("bob")"#, "shapes::motto()")
    run.expectStatus(0)
    let reports = try objects(run)
    let allocations = try #require(reports[0]["allocations"] as? [String: Any])
    #expect((allocations["live"] as? [Any])?.isEmpty == true)
    #expect((reports[1]["value"] as? [String: Any])?["string"] as? String == "hello, bob")
    #expect((reports[2]["value"] as? [String: Any])?["string"] as? String == "look, then call")
    #expect(reports[1]["text"] as? String == "\"hello, bob\"")
  }

  @Test(arguments: [
    ("shapes::describe(1.5f)", "'shapes::describe(double)'"),
    ("shapes::describe(&n)", "'shapes::describe(char const*)'"),
    ("shapes::increment(n)", "write & before it"),
    ("shapes::greet(3)", "argument 1 of 'shapes::greet'"),
    ("shapes::greet(L\"wide\")", "argument 1 of 'shapes::greet'"),
    ("shapes::greet()", "'shapes::greet' takes 1 argument (const std__string *name), 0 given"),
  ])
  func `what C++ would convert has to be said`(statement: String, message: String) throws {
    let run = try runSonde("call", SampleLibraries.path("cxx"), "int n = 1;", statement)
    run.expectStatus(64)
    #expect(run.errorText.contains(message), "\(run.errorText)")
  }

  /// What the name does not tell, the result, is declared; the rest is as sonde says it.
  @Test func `libstdc++ itself is called by the names of its functions`() throws {
    let string = "struct std____cxx11__basic_string_char_std__char_traits_char_std__allocator_char"
    let capacity = "_ZNKSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE8capacityEv"
    let refused = try runSonde("call", "libstdc++.so.6", "std::string::capacity(\"hello\")")
    refused.expectStatus(64)
    #expect(refused.errorText.contains("'RESULT \(capacity)(const \(string) *this);'"))
    let run = try runSonde(
      "call", "libstdc++.so.6", "--declare", "unsigned long \(capacity)(const \(string) *this);",
      "--declare", "void _ZSt20__throw_out_of_rangePKc(const char *);",
      "std::string::capacity(\"hello\")",
      "'std::string::find(const char *, unsigned long)'(\"hello world\", \"wor\", 0)",
      "std::string::substr(\"hello world\", 6, 3)",
      "auto s = std::string::substr(\"a text of some length\", 2, 17)", "std::string::size(&s)",
      "s",
      "std::__throw_out_of_range(\"beyond\")")
    run.expectStatus(70)
    #expect(run.text == "15\n6\n\"wor\"\n17\n\"text of some leng\"\n")
    #expect(run.errorText.contains("threw std::out_of_range: beyond"))
  }

  @Test func `std::string is known to a library that needs libstdc++, without debug information`()
    throws
  {
    let folder = try TemporaryDirectory()
    try ProgramRun.run(
      "/usr/bin/env",
      ["strip", "-g", "-o", folder.file("libcxx.so"), SampleLibraries.path("cxx")],
      environment: ["PATH": "/usr/bin:/bin"]
    ).expectStatus(0)
    let greet = "_ZN6shapes5greetERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE"
    let run = try runSonde(
      "call", folder.file("libcxx.so"),
      "std__string *\(greet)(std__string *result, const std__string *name);",
      #"shapes::greet("bob")"#, "std__string t = shapes::greet(\"a name of many letters\");", "t")
    run.expectOutput("\"hello, bob\"\n\"hello, a name of many letters\"\n")
  }

  @Test func `a program in C leaves out what is C++, and what needs it`() throws {
    let run = try runSonde(
      "call", SampleLibraries.path("cxx"), "--emit-c", "int n = 1", "shapes::increment(&n)",
      #"auto s = shapes::greet("x")"#, "s", "at_index(1)")
    run.expectStatus(0)
    #expect(run.text.contains("/* left out, it is C++: shapes::increment(&n) */"))
    #expect(run.text.contains("/* left out, it needs 's': s */"))
    #expect(run.text.contains("(at_index(1))"))
  }
}
