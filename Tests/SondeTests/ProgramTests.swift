import TestSupport
import Testing

/// What sonde computes, and what gcc makes of the same statements: each row becomes a C program
/// that prints its values.
@Suite struct ProgramTests {
  private static let rows: [[String]] = [
    // Integer promotions, usual conversions, wrapping.
    [
      "1 + 2 * 3 - 4 / 3 % 2", "(char)200", "(unsigned char)300", "(short)70000", "-1 < 0u",
      "-1 < (unsigned char)1", "2147483647 + 1u", "0xFFFFFFFFu * 2", "(char)1 + (short)2",
      "sizeof((char)1 + (char)1)", "1u - 2", "-7 / 2", "-7 % 3", "7 % -3", "~0", "~0u", "!5",
      "1 << 10", "-8 >> 1", "0x80000000u >> 31", "(long)-1 >> 60", "5 & 3 | 4 ^ 1",
      "(unsigned short)-1 + 1", "'a' + 1", "'\\377'", "(_Bool)0.5", "3 == 3 && 2 > 1 || 0",
      "9223372036854775807", "18446744073709551615u", "(int)3.99", "(unsigned)3e9",
      "1 ? 2 : 3.0", "(1, 2, 3)", "0x7fffffffffffffff + (unsigned long)1", "-2147483647 - 1",
      "(__int128)1 << 100", "(unsigned __int128)-1",
    ],
    // Floating types.
    [
      "0.1 + 0.2", "0.1f + 0.2f", "1.0f / 3", "1.0 / 3", "1.0L / 3", "1e308 * 10", "-1.0 / 0.0",
      "0.0 / 0.0 == 0.0 / 0.0", "(float)0.1", "(double)(float)0.1", "1e-5", "0.0001", "1e16",
      "123456789.0f", "9007199254740993.0", "(float)16777217", "5 / 2.0", "-0.0", "1e22",
      "3.0f * 2",
      "1.5 > 1", "(long double)0.1", "(float)1e30 * (float)1e10", "1.0 + 2.0 * I * 3.0",
      "(1.0 + 2.0i) * (3.0 - 1.0i)", "-(1.0f + 1.0fi)", "(double _Complex)3",
      "1.0 + 1.0i == 1.0 + 1.0i",
    ],
    // Variables, assignments, pointers, arrays.
    [
      "int i = 5", "i++ + ++i", "i", "i += 3, i -= 1, i *= 2, i /= 3, i <<= 2, i |= 1, i", "i--",
      "unsigned char c = 250", "c += 10", "c", "c = 300", "c", "char s[] = \"hello\"", "s", "s[1]",
      "*s", "s + 1", "sizeof s", "int a[5] = {1, 2, [3] = 9}", "a", "*(a + 3)", "3[a]",
      "&a[4] - &a[1]", "int *p = a", "*p++", "*p", "p - a", "p == &a[1]", "p > a", "*--p",
      "int m[2][3] = {{1, 2}, {4}}", "m", "m[1][0]", "sizeof m[0]", "(*m)[1]",
      "int flat[2][2] = {1, 2, 3, 4}", "flat", "int (*row)[3] = m", "row[1][0]", "double d = 1",
      "d /= 3", "float f = d", "f", "d = f", "_Bool b = 7", "b", "b = 0.5", "long l = -1",
      "(unsigned)l", "const char *words[] = {\"a\", \"bc\"}", "words[1][1]",
      "sizeof words / sizeof *words",
      "char t[8] = {'a', 'b'}", "t", "char u[2] = \"xy\"", "u", "s[0] = 'J', s",
    ],
    // Structs, unions, bit-fields.
    [
      "struct point { int x, y; } p = {.y = 2, .x = 1}", "p", "p.x + p.y", "struct point q = p",
      "q.x = 10", "p.x", "q", "(struct point){3}", "(struct point){3}.y", "struct point *r = &q",
      "r->x++", "*r",
      "struct nest { struct point at[2]; char name[4]; } n = {{{1, 2}, {3}}, \"ab\"}",
      "n", "n.at[1]", "struct nest n2 = {1, 2, 3, 4, \"xyz\"}", "n2", "n2 = n", "n2.name[1]",
      "struct bits { unsigned a : 3; int b : 5; unsigned long c : 40; } bits = {9, -3, 1ul << 39}",
      "bits", "bits.a = 15", "bits.b++", "bits.b = 15", "bits.c >> 39", "bits",
      "union either { int i; float f; unsigned char bytes[4]; } e = {.f = 1.0f}", "e.i",
      "e.bytes[3]", "e.i = 0x41424344", "e.bytes",
      "struct { int a; struct { int b, c; }; } anon = {1, {2, 3}}",
      "anon.c", "enum color { RED, GREEN = 5, BLUE }", "enum color col = GREEN", "col", "col + 1",
      "(enum color)6", "struct point pts[] = {[1] = {5, 6}, {7}}", "pts", "sizeof pts",
      "p.x ? p : q", "(p.x, q)",
    ],
    // Control flow and functions.
    [
      "int sum = 0",
      "for (int i = 0; i < 10; i++) { if (i == 3) continue; if (i == 8) break; sum += i; }",
      "sum", "int n = 0", "while (n < 5) n++;", "n", "do { n--; } while (n > 2);", "n",
      "int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }", "fib(15)",
      "int kind(int c) { switch (c) { case 1: return 10; case 2: case 3: c += 100; break; case 4 ... 6: return 46; default: return -1; } return c; }",
      "kind(1)", "kind(2)", "kind(3)", "kind(5)", "kind(9)",
      "void bump(int *p) { (*p)++; }", "bump(&n)", "n",
      "int counter(void) { static int calls = 10; return ++calls; }", "counter()", "counter()",
      "struct point { int x, y; } mirror(struct point p) { struct point r = {p.y, p.x}; return r; }",
      "mirror((struct point){1, 2})", "mirror((struct point){1, 2}).x",
      "int apply(int (*f)(int), int x) { return f(x); }", "apply(fib, 10)", "(*fib)(7)",
      "int total(const int *a, int n) { int t = 0; for (int i = 0; i < n; i++) t += a[i]; return t; }",
      "total((int[]){1, 2, 3}, 3)", "int a = 1, *pa = &a", "*pa += 4", "a",
      "({ int x = 3; x * x; })",
      "5 ?: 2", "0 ?: 2", "unsigned char low(int x) { return x; }", "low(300)",
      "int local(void) { int v = 1; int *p = &v; *p = 7; return v; }", "local()",
      "int deep(int n) { int a[4] = {n}; return n ? a[0] + deep(n - 1) : 0; }", "deep(20)",
      "long fact(int n) { long r = 1; while (n > 1) r *= n--; return r; }", "fact(15)",
      "_Generic(1.0f, float: 1, double: 2)", "sizeof(int[3])", "_Alignof(long double)",
    ],
    // Calls of the library.
    [
      "#declare size_t strlen(const char *); char *strcpy(char *, const char *); int abs(int);",
      "strlen(\"hello\")", "abs(-3) + 1", "char buf[16]", "strcpy(buf, \"copied\")", "buf",
      "size_t n = strlen(buf)", "n * 2", "strlen(buf + 2)", "size_t (*f)(const char *) = strlen",
      "f(\"abc\")", "abs(abs(-2) - 7)",
    ],
  ]

  @Test(arguments: rows.indices)
  func `values are those of a compiled program`(index: Int) throws {
    var statements = Self.rows[index]
    var options: [String] = []
    if let first = statements.first, first.hasPrefix("#declare ") {
      options = ["--declare", String(first.dropFirst(9))]
      statements.removeFirst()
    }
    let folder = try TemporaryDirectory()
    let run = try runSonde(["call", "libc.so.6"] + options + ["--"] + statements)
    run.expectStatus(0)
    let emitted = try runSonde(["call", "libc.so.6", "--emit-c"] + options + ["--"] + statements)
    emitted.expectStatus(0)
    try write(emitted.text, to: folder.file("session.c"))
    try ProgramRun.run(
      "/usr/bin/env",
      ["gcc", "-w", "-fwrapv", "-o", folder.file("session"), folder.file("session.c")],
      environment: ["PATH": "/usr/bin:/bin"]
    ).expectStatus(0)
    let judge = try ProgramRun.run(folder.file("session"), [], environment: [:])
    judge.expectStatus(0)
    for (ours, theirs) in zip(run.lines, judge.lines)
    where !(ours.hasPrefix("0x") && theirs.hasPrefix("0x")) {
      #expect(ours == theirs)
    }
    #expect(run.lines.count == judge.lines.count)
  }
}
