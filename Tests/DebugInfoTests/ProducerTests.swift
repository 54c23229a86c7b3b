import CLanguage
import DebugInfo
import TestSupport
import Testing

/// Debug information of other compilers and languages: what C can call has its prototype, what it
/// cannot is refused, and nothing fails.
@Suite struct ProducerTests {
  private func prototypes(
    _ compiler: String, _ arguments: [String], file: String, _ source: String
  ) throws -> [String: DebugPrototype] {
    let folder = try TemporaryDirectory()
    let environment = TestEnvironment.isolated(home: folder).merging(
      ["GOFLAGS": "-buildvcs=false", "GOCACHE": folder.file("cache"), "GO111MODULE": "off"]
    ) { $1 }
    try write(source, to: folder.file(file))
    let built = try ProgramRun.run(
      compiler, arguments + ["-o", folder.file("lib.so"), folder.file(file)],
      environment: environment, directory: folder.path, within: 120)
    try #require(built.ending == .exited(0), "\(built.errorText)")
    let information = DebugDeclarations(path: folder.file("lib.so"))
    let symbols = try DynamicSymbols.functions(of: folder.file("lib.so"), environment)
    let found = try information.prototypes(of: symbols, others: true)
    let header = information.declaring(types: nil, over: .standard)
    for outline in header.outlines() { #expect(outline.size >= 0) }
    _ = information.declaring(functions: symbols, over: .standard)
    return Dictionary(uniqueKeysWithValues: found.map { ($0.name, $0) })
  }

  @Test(arguments: ["-gdwarf-2", "-gdwarf-3", "-gdwarf-4", "-gdwarf-5"])
  func `clang's`(_ version: String) throws {
    let found = try prototypes(
      Self.clang, ["-g", version, "-O1", "-fPIC", "-shared"], file: "a.c",
      """
      struct pair { int a; double b; };
      struct pair swap(struct pair p, const char *text, int (*f)(long), ...) { p.a = 1; return p; }
      """)
    #expect(
      found["swap"]?.text
        == "struct pair swap(struct pair p, const char *text, int (*f)(long), ...)")
  }

  private static let clang =
    ["/usr/bin/clang", "/opt/swift/usr/bin/clang"].first(where: fileExists) ?? "clang"
  private static let swiftc = ["/usr/bin/swiftc", "/opt/swift/usr/bin/swiftc"]
    .first(where: fileExists)
  private static let rustc = fileExists("/usr/bin/rustc") ? "/usr/bin/rustc" : nil

  @Test(.enabled(if: fileExists("/usr/bin/gfortran")))
  func `Fortran's`() throws {
    let found = try prototypes(
      "/usr/bin/gfortran", ["-g", "-fPIC", "-shared"], file: "a.f90",
      """
      module stuff
        use iso_c_binding
        type, bind(c) :: point
          real(c_double) :: x, y
        end type
      contains
        function scaled(p, factor) bind(c, name="scaled") result(r)
          type(point), value :: p
          real(c_float), value :: factor
          type(point) :: r
          r%x = p%x * factor; r%y = p%y * factor
        end function
        subroutine rows(a, n, title)
          integer :: n
          real(8) :: a(n, *)
          character(len=*) :: title
          a(1, 1) = n
        end subroutine
        subroutine shaped(a)
          real(8) :: a(:)
          a(1) = 1
        end subroutine
        function named(n) result(r)
          integer :: n
          character(len=8) :: r
          write (r, '(i8)') n
        end function
      end module
      """)
    #expect(found["scaled"]?.text == "struct point scaled(struct point p, float factor)")
    // By address, and the length of the text behind.
    #expect(
      found["__stuff_MOD_rows"]?.text
        == "void __stuff_MOD_rows(double *a, int *n, char *title, const long _title)")
    #expect(found["__stuff_MOD_shaped"]?.text == nil && found["__stuff_MOD_shaped"]?.refusal != nil)
    // The result's place and its length come first.
    #expect(found["__stuff_MOD_named"]?.text?.hasSuffix(", int *n)") == true)
  }

  @Test(.enabled(if: fileExists("/usr/bin/gfortran")))
  func `optimised Fortran does not tell how it passes arguments`() throws {
    let found = try prototypes(
      "/usr/bin/gfortran", ["-g", "-O2", "-fPIC", "-shared"], file: "a.f90",
      "integer function twice(n)\n  integer :: n\n  twice = 2 * n\nend function\n")
    #expect(found["twice_"]?.text == nil && found["twice_"]?.refusal != nil)
  }

  @Test(.enabled(if: swiftc != nil))
  func `Swift's`() throws {
    let found = try prototypes(
      Self.swiftc ?? "", ["-g", "-emit-library", "-parse-as-library"], file: "a.swift",
      """
      @_cdecl("added") public func added(_ a: Int32, _ b: Double) -> Double { Double(a) + b }
      public enum Shape { case circle(Double), named(String) }
      public func area(_ s: Shape) -> Double { if case .circle(let r) = s { return r }; return 0 }
      """)
    // A function that is exported for C may be described as such; Swift's own never is.
    for (name, prototype) in found where name.hasPrefix("$s") {
      #expect(prototype.text == nil, "\(name)")
    }
  }

  @Test(.enabled(if: rustc != nil))
  func `Rust's`() throws {
    let found = try prototypes(
      Self.rustc ?? "", ["-g", "--crate-type=cdylib", "-Cpanic=abort"], file: "a.rs",
      """
      #[repr(C)] pub struct Point { x: f64, y: i32 }
      #[no_mangle] pub extern "C" fn moved(p: Point, by: i32, t: *const u8) -> f64
      { p.x + by as f64 + unsafe { *t } as f64 + p.y as f64 }
      #[no_mangle] pub fn own(v: Option<&str>) -> usize { v.map_or(0, |s| s.len()) }
      """)
    let moved = found["moved"]?.text
    #expect(moved?.hasPrefix("double moved(struct ") == true && moved?.contains("int by") == true)
    #expect(moved?.hasSuffix("unsigned char *t)") == true)
  }

  @Test(.enabled(if: fileExists("/usr/bin/go") && fileExists("/usr/lib/go-1.19")))
  func `Go's`() throws {
    let found = try prototypes(
      "/usr/bin/go", ["build", "-buildmode=c-shared"], file: "a.go",
      """
      package main
      import "C"
      //export Doubled
      func Doubled(a C.int) C.int { return 2 * a }
      func main() {}
      """)
    // What cgo wrote in C is called as C; Go's own functions are not.
    #expect(found["Doubled"]?.text != nil || found["Doubled"]?.refusal != nil)
    #expect(found.filter { $0.key.hasPrefix("main.") }.allSatisfy { $0.value.text == nil })
  }
}
