import CLanguage
import DebugInfo
import TestSupport
import Testing

/// C++ through debug information: what a caller written in C has to pass.
@Suite struct CxxPrototypeTests {
  private static let source = """
    #include <string>
    namespace ns {
    struct Plain { int a; double b; };
    struct Copied { int a; Copied(const Copied &); };
    struct Ended { int a; ~Ended(); };
    struct Defaulted { int a; Defaulted() = default; Defaulted(const Defaulted &) = default;
      ~Defaulted() = default; };
    struct Virtual { virtual int go() const; int a; };
    struct Holder { Copied held; };
    class Shape {
     public:
      Shape(double side);
      ~Shape();
      double area(double factor) const;
      static int count(int a);
      double side;
    };
    Shape::Shape(double s) : side(s) {}
    Shape::~Shape() { side = 0; }
    double Shape::area(double factor) const { return side * factor; }
    int Shape::count(int a) { return a; }
    int Virtual::go() const { return a; }
    int plain(Plain p) { return p.a; }
    int copied(Copied p) { return p.a; }
    int ended(Ended p) { return p.a; }
    int defaulted(Defaulted p) { return p.a; }
    int virtualised(Virtual p) { return p.a; }
    int holder(Holder p) { return p.held.a; }
    Copied give(int a);
    int reference(int &a, const Plain &b, int &&c) { return a + b.a + c; }
    std::string text(const std::string &a) { return a; }
    template <typename T> T largest(T a, T b) { return a > b ? a : b; }
    template int largest<int>(int, int);
    template <typename... T> double added(double a, T... rest) { return (a + ... + rest); }
    template double added<int, float>(double, int, float);
    template double added<>(double);
    enum class Colour : unsigned char { red, green };
    Colour turn(Colour c) { return c; }
    }
    extern "C" int c_name(ns::Shape *s, bool b, wchar_t w, char16_t u) { return s->side > b + w + u; }
    """

  /// Expected: gcc's own calls, by the Itanium C++ ABI, section 3.1.2.3.
  private static let expected: [(symbol: String, text: String)] = [
    ("_ZN2ns5ShapeC1Ed", "void _ZN2ns5ShapeC1Ed(struct ns__Shape *const this, double s)"),
    ("_ZN2ns5ShapeD1Ev", "void _ZN2ns5ShapeD1Ev(struct ns__Shape *const this)"),
    (
      "_ZNK2ns5Shape4areaEd",
      "double _ZNK2ns5Shape4areaEd(const struct ns__Shape *const this, double factor)"
    ),
    ("_ZN2ns5Shape5countEi", "int _ZN2ns5Shape5countEi(int a)"),
    ("_ZN2ns5plainENS_5PlainE", "int _ZN2ns5plainENS_5PlainE(struct ns__Plain p)"),
    ("_ZN2ns6copiedENS_6CopiedE", "int _ZN2ns6copiedENS_6CopiedE(struct ns__Copied *p)"),
    ("_ZN2ns5endedENS_5EndedE", "int _ZN2ns5endedENS_5EndedE(struct ns__Ended *p)"),
    (
      "_ZN2ns9defaultedENS_9DefaultedE",
      "int _ZN2ns9defaultedENS_9DefaultedE(struct ns__Defaulted p)"
    ),
    (
      "_ZN2ns11virtualisedENS_7VirtualE",
      "int _ZN2ns11virtualisedENS_7VirtualE(struct ns__Virtual *p)"
    ),
    ("_ZN2ns6holderENS_6HolderE", "int _ZN2ns6holderENS_6HolderE(struct ns__Holder *p)"),
    (
      "_ZN2ns9referenceERiRKNS_5PlainEOi",
      "int _ZN2ns9referenceERiRKNS_5PlainEOi(int *a, const struct ns__Plain *b, int *c)"
    ),
    (
      "_ZN2ns7largestIiEET_S1_S1_", "int _ZN2ns7largestIiEET_S1_S1_(int a, int b)"
    ),
    (
      "_ZN2ns5addedIJifEEEddDpT_",
      "double _ZN2ns5addedIJifEEEddDpT_(double a, int, float)"
    ),
    ("_ZN2ns5addedIJEEEddDpT_", "double _ZN2ns5addedIJEEEddDpT_(double a)"),
    (
      "_ZN2ns4turnENS_6ColourE",
      "enum ns__Colour _ZN2ns4turnENS_6ColourE(enum ns__Colour c)"
    ),
    ("c_name", "int c_name(struct ns__Shape *s, _Bool b, wchar_t w, char16_t u)"),
  ]

  @Test(arguments: [["-gdwarf-5"], ["-gdwarf-4"], ["-gdwarf-4", "-fdebug-types-section"]])
  func `functions of C++ are as C has to call them`(_ flags: [String]) throws {
    let found = try CompiledLibrary(Self.source, flags, language: "cc").prototypes(
      ofSymbols: true)
    for (symbol, text) in Self.expected {
      #expect(found[symbol]?.text == text, "\(found[symbol]?.refusal ?? "")")
    }
    // The result's place comes first, and what it holds is passed by address.
    let text = found["_ZN2ns4textERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE"]?.text
    #expect(text?.contains("(") == true)
    let parameters = text?.split(separator: "(").last?.split(separator: ",")
    #expect(parameters?.count == 2 && parameters?.first?.hasSuffix("*result") == true)
  }
}
