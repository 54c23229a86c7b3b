import Testing

@testable import BrowserUI

@Suite struct TypesScreenTests {
  /// Offsets by hand, after the System V ABI for x86-64.
  private static let profile = """
    typedef unsigned long uLong;
    struct packet { char tag; uLong length; unsigned int kind : 3; unsigned int rest : 5;
      char data[80]; };
    enum level { LOW, HIGH = 7 };
    typedef struct packet *packet_t;
    int inflate(packet_t p); void compress(enum level l); uLong crc32(const char *s);
    """

  private func explorer() -> Explorer {
    var explorer = Explorer(profile: Self.profile, columns: 110, rows: 34)
    explorer.press(.alt("6"))
    return explorer
  }

  @Test func `types are listed with how they lie in memory and who uses them`() {
    var explorer = explorer()
    #expect(explorer.shows("4 of 4 types"))
    explorer.type("pack")
    #expect(explorer.shows("2 of 4 types"))
    #expect(explorer.shows("struct packet"))
    #expect(explorer.shows("104 bytes · aligned to 8 · 5 members · 1 hole of 7 bytes"))
    #expect(explorer.shows("       1      7  · hole ·"))
    #expect(explorer.shows("      16:0      4  unsigned int kind : 3") || explorer.shows("16:0"))
    #expect(explorer.shows("      17     80  char data[80]"))
    #expect(explorer.shows("      97      7  · padding ·"))
    #expect(explorer.shows("used by 1 function"))
    #expect(explorer.shows("int inflate(packet_t p);"))
    #expect(!explorer.shows("int compress"))
  }

  @Test func `an enumeration shows its values`() {
    var explorer = explorer()
    explorer.type("level")
    #expect(explorer.shows("enum level"))
    #expect(explorer.shows("HIGH  7"))
    #expect(explorer.shows("void compress(enum level l);"))
    explorer.type("zzz")
    #expect(explorer.shows("No type is called like that."))
    explorer.press(.escape)
    #expect(explorer.shows("4 of 4 types"))
  }

  @Test func `without types it says where they come from`() {
    var explorer = Explorer()
    explorer.press(.alt("6"), .down, .pageDown, .enter)
    #expect(explorer.shows("No types are known"))
  }
}
