import CLanguage
import Testing

@Suite struct TargetTests {
  @Test(arguments: [
    ("x86_64-linux-gnu", CTarget.amd64Linux), ("x86_64-pc-linux-gnu", .amd64Linux),
    ("x86_64-unknown-linux-musl", .amd64Linux), ("amd64", .amd64Linux),
    ("i386-linux-gnu", .i386Linux), ("i686-linux-gnu", .i386Linux), ("i686", .i386Linux),
    ("aarch64-linux-gnu", .arm64Linux), ("arm64", .arm64Linux),
    ("aarch64-unknown-linux-gnu", .arm64Linux),
    ("arm-linux-gnueabihf", .armLinux), ("armv7l-unknown-linux-gnueabihf", .armLinux),
    ("riscv64-linux-gnu", .riscv64Linux), ("s390x-linux-gnu", .s390xLinux),
    ("powerpc64le-linux-gnu", .ppc64leLinux), ("ppc64le", .ppc64leLinux),
  ])
  func `a triple names its target`(triple: String, target: CTarget) {
    #expect(CTarget(triple: triple) == target)
  }

  /// gcc's own messages say the same.
  @Test(arguments: [
    ("struct s { char c; } __attribute__((mode(QI)));", "mode 'QI' is not supported for this type"),
    ("enum e { A } __attribute__((mode(SF)));", "mode 'SF' is not supported for an enumeration"),
    ("enum e { A = 300 } __attribute__((mode(QI)));", "mode 'QI' is too small for these values"),
    (
      "struct s { char c; } __attribute__((vector_size(16)));",
      "a vector has to be one of integers or floating numbers"
    ),
    (
      "enum e { A } __attribute__((vector_size(16)));",
      "a vector has to be one of integers or floating numbers"
    ),
  ])
  func `an attribute that cannot apply is refused`(text: String, message: String) {
    var header = CHeader()
    #expect(header.declare(text).map(\.message) == [message])
  }

  /// i686-linux-gnu-gcc: elements that are not there count when an attribute aligns them.
  @Test(arguments: [
    ("union u { v8 m[0]; _Atomic long long x; };", 4),
    ("union u { struct v m[0]; _Atomic long long x; };", 4),
    ("union u { aligned m[0]; _Atomic long long x; };", 8),
    ("union u { aligned m[0][2]; _Atomic long long x; };", 8),
    ("union u { unsigned long long m[0][2]; _Atomic long long x; };", 4),
    ("union u { struct { _Decimal64 d; } s; };", 4),
    ("union u { struct { _Decimal64 d; } s, t[2]; };", 8),
  ])
  func `a union of eight bytes on i386 is aligned as gcc does it`(text: String, alignment: Int)
    throws
  {
    var header = CHeader(over: .standard(for: .i386Linux))
    let types = """
      typedef int v8 __attribute__((vector_size(8))); struct v { v8 m; };
      typedef int aligned __attribute__((aligned(4)));

      """
    #expect(header.declare(types + text).isEmpty)
    let layout = try header.layout(of: .record(CRecordName(.union, .tag("u"))))
    #expect(layout.alignment == alignment)
  }

  /// Other systems and ABIs of these machines have other layouts.
  @Test(arguments: [
    "", "-", "mips-linux-gnu", "x86_64-w64-mingw32", "x86_64-linux-gnux32", "x86_64-apple-darwin",
    "aarch64_be-linux-gnu", "powerpc64-linux-gnu", "powerpc64le-linux-musl", "s390-linux-gnu",
    "riscv32-linux-gnu", "x86_64-linux", "linux-gnu", "x86_64-a-b-linux-gnu", "aarch64-apple-macos",
    "x86_64-linux-gnu-gnu",
  ])
  func `a triple of another system is no target`(triple: String) {
    // `x86_64-linux` says the system, and every C library of it agrees.
    #expect(CTarget(triple: triple) == (triple == "x86_64-linux" ? .amd64Linux : nil))
  }

  @Test(arguments: [
    ("__int128 x;", CTarget.i386Linux, "'__int128' does not exist on i386-linux-gnu"),
    ("_Decimal64 x;", .arm64Linux, "'_Decimal64' does not exist on aarch64-linux-gnu"),
    ("_Float128 x;", .armLinux, "'_Float128' does not exist on arm-linux-gnueabihf"),
  ])
  func `a type that a machine lacks is refused there`(
    text: String, target: CTarget, message: String
  ) {
    var header = CHeader(over: .standard(for: target))
    #expect(header.declare(text).map(\.message) == [message])
    var native = CHeader()
    #expect(native.declare(text).isEmpty)
  }
}
