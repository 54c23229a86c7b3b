import ELFModel
import Testing

@Suite struct SymbolLanguageTests {
  // Names as g++, rustc, swiftc and ldc make them.
  @Test(
    arguments: [
      ("_ZN3foo3barEi", .cPlusPlus), ("_ZTV3Foo", .cPlusPlus), ("_Z1fv", .cPlusPlus),
      ("_ZN4core3fmt9Formatter3pad17h0123456789abcdefE", .rust), ("_RNvC6_123foo3bar", .rust),
      ("_RINvNtC3std3mem8align_ofdE", .rust), ("$s4main3fooyyF", .swift), ("_T0s5print", .swift),
      ("_D3std5stdio7writelnFZv", .d), ("printf", nil), ("_DYNAMIC", nil), ("_ReadFile", nil),
      ("", nil), ("_", nil), ("_Dmain", nil), ("__Z", nil),
    ] as [(String, SymbolLanguage?)])
  func `a name and its language`(name: String, language: SymbolLanguage?) {
    #expect(SymbolLanguage(mangled: Array(name.utf8)[...]) == language)
  }
}
