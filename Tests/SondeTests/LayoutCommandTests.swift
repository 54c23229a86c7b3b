import Foundation
import TestSupport
import Testing

@Suite struct LayoutCommandTests {
  private let sample = """
    #pragma pack(push, 2)
    struct tight { char c; int i; };
    #pragma pack(pop)
    typedef struct { char c; long l; unsigned char b[4]; } rec;
    struct s { char c; unsigned a : 3, b : 7; struct { int u; union { float f; char z; }; };
      struct tight *next; char tail[]; };
    enum color { RED, GREEN = 5 };
    typedef enum color color_t;
    struct later;

    """

  @Test func `every type of a text is shown as C with offsets, holes and padding`() throws {
    try runSonde("layout", "-", input: sample).expectOutput(
      """
      #pragma pack(push, 2)
      struct tight {
        char c; /*     0     1 */
        /* hole: 1 byte */
        int i;  /*     2     4 */
      };        /* size: 6, alignment: 2, members: 2, holes: 1 (1 byte) */
      #pragma pack(pop)

      typedef struct {
        char c;             /*     0     1 */
        /* hole: 7 bytes */
        long l;             /*     8     8 */
        unsigned char b[4]; /*    16     4 */
        /* padding: 4 bytes */
      } rec;                /* size: 24, alignment: 8, members: 3, holes: 1 (7 bytes), padding: 4 bytes */

      struct s {
        char c;             /*     0     1 */
        unsigned int a : 3; /*   1:0     4 */
        unsigned int b : 7; /*   1:3     4 */
        /* hole: 1 byte and 6 bits */
        struct {
          int u;            /*     4     4 */
          union {
            float f;        /*     8     4 */
            char z;         /*     8     1 */
          };                /*     8     4 */
        };                  /*     4     8 */
        /* hole: 4 bytes */
        struct tight *next; /*    16     8 */
        char tail[];        /*    24     0 */
      };                    /* size: 24, alignment: 8, members: 6, holes: 2 (5 bytes and 6 bits) */

      enum color {
        RED = 0,
        GREEN = 5,
      }; /* size: 4, alignment: 4 */

      typedef enum color color_t; /* size: 4, alignment: 4 */

      """)
  }

  @Test func `what is shown reads back as the same types`() throws {
    let first = try runSonde("layout", "-", input: sample)
    first.expectStatus(0)
    try runSonde("layout", "-", input: first.text).expectOutput(first.text)
  }

  @Test func `JSON has one object a type, and bit offsets of bit-fields only`() throws {
    try runSonde("layout", "-", "rec", "struct s", "color_t", "--json", input: sample).expectOutput(
      #"{"kind":"typedef","name":"rec","type":"struct {...}","size":24,"alignment":8,"members":["#
        + #"{"name":"c","type":"char","offset":0,"size":1},"#
        + #"{"name":"l","type":"long","offset":8,"size":8},"#
        + #"{"name":"b","type":"unsigned char[4]","offset":16,"size":4}],"enumerators":[]}"# + "\n"
        + #"{"kind":"struct","name":"s","size":24,"alignment":8,"members":["#
        + #"{"name":"c","type":"char","offset":0,"size":1},"#
        + #"{"name":"a","type":"unsigned int","offset":1,"size":4,"bit_offset":8,"bit_width":3},"#
        + #"{"name":"b","type":"unsigned int","offset":1,"size":4,"bit_offset":11,"bit_width":7},"#
        + #"{"name":"","type":"struct {...}","offset":4,"size":8,"members":["#
        + #"{"name":"u","type":"int","offset":4,"size":4},"#
        + #"{"name":"","type":"union {...}","offset":8,"size":4,"members":["#
        + #"{"name":"f","type":"float","offset":8,"size":4},"#
        + #"{"name":"z","type":"char","offset":8,"size":1}]}]},"#
        + #"{"name":"next","type":"struct tight *","offset":16,"size":8},"#
        + #"{"name":"tail","type":"char[]","offset":24,"size":0}],"enumerators":[]}"# + "\n"
        + #"{"kind":"typedef","name":"color_t","type":"enum color","size":4,"alignment":4,"#
        + #""members":[],"enumerators":[{"name":"RED","value":0},{"name":"GREEN","value":5}]}"#
        + "\n")
  }

  /// Sizes by the ABI documents.
  @Test(arguments: [
    ("x86_64-linux-gnu", 16, 32), ("i686-linux-gnu", 12, 16), ("aarch64-linux-gnu", 16, 32),
    ("arm-linux-gnueabihf", 16, 16), ("riscv64-linux-gnu", 16, 32), ("s390x-linux-gnu", 16, 24),
    ("powerpc64le-linux-gnu", 16, 32),
  ])
  func `the target decides`(triple: String, first: Int, second: Int) throws {
    let text = "struct a { char c; double d; }; struct b { void *p; long double l; };"
    let run = try runSonde("layout", "-", "--target", triple, "--json", input: text)
    run.expectStatus(0)
    for (tag, size) in zip(["a", "b"], [first, second]) {
      #expect(run.text.contains(#""name":"\#(tag)","size":\#(size),"#), "\(run.text)")
    }
  }

  @Test func `what the compiler knows by itself is known`() throws {
    let text = "struct s { __SIZE_TYPE__ n; char c[__CHAR_BIT__]; };\n_Pragma(\"pack(1)\") int i;"
    try runSonde("layout", "-", "s", input: text).expectOutput(
      """
      struct s {
        unsigned long n; /*     0     8 */
        char c[8];       /*     8     8 */
      };                 /* size: 16, alignment: 8, members: 2 */

      """)
  }

  @Test func `bytes that are no UTF-8 matter only outside comments`() throws {
    let folder = try ScratchFolder()
    let comment = try folder.write(
      Array("/* ".utf8) + [0xE9] + Array(" */ struct s { char c; };".utf8), as: "comment.h")
    try runSonde("layout", comment).expectStatus(0)
    let name = try folder.write(
      Array("struct s { char ".utf8) + [0xE9] + Array("; };".utf8), as: "name.h")
    try runSonde("layout", name)
      .expectError(64, containing: "name.h:1:17: byte 0xE9 is not valid UTF-8")
  }

  @Test func `prototypes of included files are passed over, mistakes elsewhere are not`() throws {
    let folder = try ScratchFolder()
    _ = try folder.write(
      Array("int strange(odd_type *);\nstruct inner { short s; };\n".utf8), as: "inner.h")
    let good = try folder.write(
      Array("#include \"inner.h\"\nstruct outer { struct inner i[3]; };\n".utf8), as: "good.h")
    try runSonde("layout", good, "outer").expectStatus(0)
    let bad = try folder.write(
      Array("#include \"inner.h\"\nint own(odd_type *);\nstruct outer { int i; };\n".utf8),
      as: "bad.h")
    let run = try runSonde("layout", bad, "outer")
    run.expectStatus(64)
    #expect(run.errorText.contains("inner.h:1:13: unknown type name 'odd_type'"))
    #expect(run.errorText.contains("bad.h:2:9: unknown type name 'odd_type'"))
  }

  @Test func `a file that includes headers goes through the preprocessor`() throws {
    let folder = try ScratchFolder()
    _ = try folder.write(
      Array("#define COUNT(n) ((n) * 2)\nstruct inner { short s; };\n".utf8), as: "inner.h")
    let path = try folder.write(
      Array(
        """
        #include <sys/stat.h>
        #include "inner.h"
        #if defined(__x86_64__) && __GNUC__ >= 4
        struct outer { struct inner i[COUNT(3)]; struct stat st; };
        #endif

        """.utf8), as: "outer.h")
    let run = try runSonde("layout", path, "--json")
    run.expectStatus(0)
    // Only the file's own types are shown, but every one can be asked for.
    #expect(run.text.hasPrefix(#"{"kind":"struct","name":"outer","size":160,"alignment":8,"#))
    #expect(run.text.split(separator: "\n").count == 1)
    try runSonde("layout", path, "inner").expectOutput(
      "struct inner {\n  short s; /*     0     2 */\n};         /* size: 2, alignment: 2, members: 1 */\n"
    )
  }

  /// A machine with no compiler but its own: in the folder of the path only `cc` and what it runs.
  @Test(arguments: [
    ("i386-linux-gnu", 16), ("aarch64-linux-gnu", 32), ("s390x-linux-gnu", 32),
  ])
  func `macros work for a target without a compiler of its own`(triple: String, size: Int) throws {
    let folder = try TemporaryDirectory()
    for tool in ["cc", "as", "ld"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.file(tool), withDestinationPath: "/usr/bin/\(tool)")
    }
    let text = """
      #include <stdint.h>
      #define PAIR(type, name) type name[2]
      #if __SIZEOF_POINTER__ == 8
      struct s { PAIR(void *, p); uint64_t u; uint8_t c; };
      #else
      struct s { PAIR(void *, p); int32_t u; uint8_t c; };
      #endif

      """
    let run = try runSonde(
      "layout", "-", "--target", triple, "--json", environment: ["PATH": folder.path], input: text)
    run.expectStatus(0)
    #expect(run.text.contains(#""name":"s","size":\#(size),"#), "\(run.text)\(run.errorText)")
    #expect(run.errorText.contains("no C compiler for \(triple) is there"))
  }

  @Test func `a mistake in a preprocessed file is told with the file's own line`() throws {
    let text = "#include <stddef.h>\n\nstruct s { int x; nothing y; };\nstruct t { int x; };\n"
    let run = try runSonde("layout", "-", input: text)
    run.expectStatus(64)
    #expect(
      run.errorText == """
        sonde: <stdin>:3:19: unknown type name 'nothing'; declare it with typedef
          struct s { int x; nothing y; };
                            ^

        """)
    // The rest counts.
    #expect(run.text.hasPrefix("struct t {"))
  }

  @Test(arguments: [
    (["layout", "-", "none"], 1, "there is no struct, union, enum or typedef 'none'"),
    (["layout", "-", "union s"], 1, "there is no struct, union, enum or typedef 'union s'"),
    (["layout", "-", "later"], 1, "'later' has no size: 'struct later' is not defined"),
    (["layout", "-", "--target", "x86_64-w64-mingw32"], 64, "not among the targets known"),
    (["layout", "/nowhere.h"], 1, "/nowhere.h: No such file or directory"),
    (["layout", "/dev"], 1, "not a regular file"),
    (["layout"], 64, "header"),
  ])
  func `what cannot be shown is refused`(arguments: [String], status: Int, message: String) throws {
    try runSonde(arguments, input: sample).expectError(Int32(status), containing: message)
  }
}
