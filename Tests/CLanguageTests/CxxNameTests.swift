import CLanguage
import Testing

@Suite struct CxxNameTests {
  /// What of a text is one name.
  @Test(arguments: [
    ("a::b(1)", "a::b"), ("a::b::~b(x)", "a::b::~b"), ("a :: b + 1", "a :: b"),
    ("v::largest<int>(3, 4)", "v::largest<int>"),
    ("v::map<int, v::p<char> >::at(m, 1)", "v::map<int, v::p<char> >::at"),
    ("std::vector<int>::size(v)", "std::vector<int>::size"), ("a::b < c", "a::b"),
    ("a::b<c>::d", "a::b<c>::d"), ("a::operator+(x)", "a::operator+"),
    ("a::operator()(x)", "a::operator()"), ("a::operator[](x)", "a::operator[]"),
    ("a::b<\"x\">(1)", "a::b"), ("a::b<c", "a::b"), ("a::", nil), ("a", nil), ("a < b > (c)", nil),
    ("1::a", nil), ("a:b", nil), ("a::1", nil),
  ])
  func `a name ends where C++ would have it end`(text: String, name: String?) {
    let bytes = Array(text.utf8)
    let end = CxxName.end(of: bytes, from: 0)
    #expect(end.map { String(decoding: bytes[..<$0], as: UTF8.self) } == name)
  }

  @Test(arguments: [
    ("a::f( int , const char * )", "a::f(int,char const*)"), ("a::f(void)", "a::f()"),
    ("a::f(unsigned int)", "a::f(unsigned int)"),
    ("a::f(char const*) const", "a::f(char const*)const"),
    (
      "f(std::__cxx11::basic_string<char, std::char_traits<char>, std::allocator<char> > const&)",
      "f(std::string const&)"
    ),
    ("f(const std::string &)", "f(std::string const&)"), ("a::motto[abi:cxx11]()", "a::motto()"),
    ("f(const std::vector<int> &)", "f(std::vector<int>const&)"),
    ("f(std::vector<int> const&)", "f(std::vector<int>const&)"), ("a::count", "a::count"), ("", ""),
    (")", ")"), ("a::f)(", "a::f)("),
  ])
  func `what means the same is spelled the same`(name: String, normalized: String) {
    #expect(CxxName.normalized(name) == normalized)
  }

  @Test(arguments: [
    ("'a::f(int)'", true), ("'f(int)'", true), ("'abcd'", false), ("'a::b'", false),
    ("'a\\n::b'", false),
    ("'::'", false),
  ])
  func `a character literal that can be none is a name`(literal: String, isName: Bool) {
    // Four characters are a number in C.
    let content = literal.utf8.dropFirst().dropLast()
    #expect((CxxName.quoted(content) != nil) == isName)
  }

  @Test(arguments: [
    ("int v::largest<int>(int, int)", ["v::largest<int>", "v::largest<int>(int,int)"]),
    ("v::p::area() const", ["v::p::area", "v::p::area()", "v::p::area()const"]),
    ("v::p::operator()(int)", ["v::p::operator()", "v::p::operator()(int)"]),
    (
      "(anonymous namespace)::f(int)",
      ["(anonymous namespace)::f", "(anonymous namespace)::f(int)"]
    ),
    ("vtable for v::p", ["vtable for v::p"]),
  ])
  func `a symbol has the names that statements give it`(demangled: String, names: [String]) {
    #expect(CxxName.spellings(ofDemangled: demangled) == names)
  }

  @Test(arguments: [
    ("a::f", "f"), ("a::f(int,b::c)", "f"), ("a::b::~b", "b"), ("a::f<int>", "f"),
    ("a::f<b<c>>(d<e>)const", "f"), ("a::operator+", "a"), ("a::operator()(int)", "a"),
    ("operator<<(a,b)", ""), ("(anonymous namespace)::f", "f"), ("", ""), (">", ""), (")", ""),
  ])
  func `a mangled name has this identifier in it`(name: String, identifier: String) {
    #expect(CxxName.lastIdentifier(of: name) == identifier)
  }
}
