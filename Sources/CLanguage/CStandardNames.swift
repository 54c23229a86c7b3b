/// The names of the system headers that declarations cannot do without.
///
/// Widths and definitions are those of glibc on the target (`bits/typesizes.h`, and the compiler's
/// `__SIZE_TYPE__` and kin); structs whose layout is no library's business are only declared.
struct CStandardNames {
  private let target: CTarget
  private let is64Bit: Bool
  /// The integer of 64 bits that `int64_t` is, and its suffix.
  private let wide: String
  private let wideSuffix: String
  /// The integer as wide as a pointer, and its suffix.
  private let word: String
  private let wordSuffix: String

  init(_ target: CTarget) {
    self.target = target
    is64Bit = target.longSize == 8
    wide = is64Bit ? "long" : "long long"
    wideSuffix = is64Bit ? "L" : "LL"
    word = is64Bit ? "long" : "int"
    wordSuffix = is64Bit ? "L" : ""
  }

  /// The headers that `#include` accepts, each with what it declares.
  private var table: [(header: String, text: String)] {
    integers + types + rest
  }

  private var integers: [(header: String, text: String)] {
    [
      (
        "stddef.h",
        """
        typedef unsigned \(word) size_t; typedef \(word) ptrdiff_t;
        typedef \(target.wideCharacter.rawValue) wchar_t;
        typedef struct { long long ll __attribute__((aligned(8))); \
        long double ld __attribute__((aligned(\(target.longDoubleAlignment)))); \
        \(target == .i386Linux ? "_Float128 f128;" : "") } max_align_t;
        """
      ),
      ("stdbool.h", "typedef _Bool bool;\n#define true 1\n#define false 0"),
      (
        "stdint.h",
        """
        typedef signed char int8_t; typedef short int16_t; typedef int int32_t;
        typedef \(wide) int64_t; typedef unsigned char uint8_t; typedef unsigned short uint16_t;
        typedef unsigned int uint32_t; typedef unsigned \(wide) uint64_t;
        typedef signed char int_least8_t; typedef short int_least16_t;
        typedef int int_least32_t; typedef \(wide) int_least64_t;
        typedef unsigned char uint_least8_t; typedef unsigned short uint_least16_t;
        typedef unsigned int uint_least32_t; typedef unsigned \(wide) uint_least64_t;
        typedef signed char int_fast8_t; typedef \(word) int_fast16_t; typedef \(word) int_fast32_t;
        typedef \(wide) int_fast64_t; typedef unsigned char uint_fast8_t;
        typedef unsigned \(word) uint_fast16_t; typedef unsigned \(word) uint_fast32_t;
        typedef unsigned \(wide) uint_fast64_t; typedef \(word) intptr_t;
        typedef unsigned \(word) uintptr_t; typedef \(wide) intmax_t;
        typedef unsigned \(wide) uintmax_t;
        #define INT8_MAX 127
        #define INT16_MAX 32767
        #define INT32_MAX 2147483647
        #define INT64_MAX 9223372036854775807\(wideSuffix)
        #define INT8_MIN (-128)
        #define INT16_MIN (-32767-1)
        #define INT32_MIN (-2147483647-1)
        #define INT64_MIN (-9223372036854775807\(wideSuffix)-1)
        #define UINT8_MAX 255
        #define UINT16_MAX 65535
        #define UINT32_MAX 4294967295U
        #define UINT64_MAX 18446744073709551615U\(wideSuffix)
        #define SIZE_MAX \(is64Bit ? "18446744073709551615" : "4294967295")U\(wordSuffix)
        """
      ),
      (
        "limits.h",
        """
        #define CHAR_BIT 8
        #define SCHAR_MAX 127
        #define SCHAR_MIN (-128)
        #define UCHAR_MAX 255
        #define CHAR_MAX \(target.isCharSigned ? 127 : 255)
        #define CHAR_MIN \(target.isCharSigned ? "(-128)" : "0")
        #define SHRT_MAX 32767
        #define SHRT_MIN (-32768)
        #define USHRT_MAX 65535
        #define INT_MAX 2147483647
        #define INT_MIN (-2147483647-1)
        #define UINT_MAX 4294967295U
        #define LONG_MAX \(is64Bit ? "9223372036854775807" : "2147483647")L
        #define LONG_MIN (-LONG_MAX-1)
        #define ULONG_MAX \(is64Bit ? "18446744073709551615" : "4294967295")UL
        #define LLONG_MAX 9223372036854775807LL
        #define LLONG_MIN (-9223372036854775807LL-1)
        #define ULLONG_MAX 18446744073709551615ULL
        """
      ),
    ]
  }

  private var types: [(header: String, text: String)] {
    [
      (
        "stdarg.h",
        """
        typedef \(variableArguments); typedef __builtin_va_list va_list;
        typedef __builtin_va_list __gnuc_va_list;
        """
      ),
      (
        "sys/types.h",
        """
        typedef \(word) ssize_t; typedef long off_t; typedef \(wide) off64_t; typedef \(wide) loff_t;
        typedef int pid_t; typedef unsigned int uid_t; typedef unsigned int gid_t;
        typedef unsigned int id_t; typedef unsigned int mode_t; typedef unsigned \(wide) dev_t;
        typedef unsigned long ino_t; typedef unsigned \(wide) ino64_t;
        typedef unsigned \(linkCount) nlink_t;
        typedef \(blockSize) blksize_t; typedef long blkcnt_t; typedef unsigned long fsblkcnt_t;
        typedef unsigned long fsfilcnt_t; typedef int key_t; typedef unsigned int useconds_t;
        typedef long suseconds_t; typedef char *caddr_t; typedef int daddr_t;
        typedef unsigned char u_char; typedef unsigned short u_short; typedef unsigned int u_int;
        typedef unsigned long u_long; typedef unsigned short ushort; typedef unsigned int uint;
        typedef unsigned long ulong; typedef unsigned char u_int8_t;
        typedef unsigned short u_int16_t; typedef unsigned int u_int32_t;
        typedef unsigned \(wide) u_int64_t; typedef \(word) register_t;
        """
      ),
      (
        "time.h",
        """
        typedef long time_t; typedef long clock_t; typedef int clockid_t; typedef void *timer_t;
        struct tm { int tm_sec; int tm_min; int tm_hour; int tm_mday; int tm_mon; int tm_year; \
        int tm_wday; int tm_yday; int tm_isdst; long tm_gmtoff; const char *tm_zone; };
        struct timespec { long tv_sec; long tv_nsec; };
        """
      ),
      ("sys/time.h", "struct timeval { long tv_sec; long tv_usec; };"),
      ("sys/socket.h", "typedef unsigned int socklen_t; struct sockaddr;"),
    ]
  }

  private var rest: [(header: String, text: String)] {
    [
      (
        "stdio.h",
        """
        typedef struct _IO_FILE FILE;
        typedef struct _G_fpos_t { long __pos; struct { int __count; \
        union { unsigned int __wch; char __wchb[4]; } __value; } __state; } fpos_t;
        #define EOF (-1)
        #define SEEK_SET 0
        #define SEEK_CUR 1
        #define SEEK_END 2
        #define BUFSIZ 8192
        """
      ),
      (
        "stdlib.h",
        """
        typedef struct { int quot; int rem; } div_t; typedef struct { long quot; long rem; } ldiv_t;
        typedef struct { long long quot; long long rem; } lldiv_t;
        #define EXIT_SUCCESS 0
        #define EXIT_FAILURE 1
        """
      ),
      (
        "wchar.h",
        """
        typedef unsigned int wint_t; typedef struct { int __count; \
        union { unsigned int __wch; char __wchb[4]; } __value; } mbstate_t;
        """
      ),
      ("wctype.h", "typedef unsigned long wctype_t; typedef const int *wctrans_t;"),
      (
        "uchar.h",
        """
        typedef unsigned char char8_t; typedef unsigned short char16_t;
        typedef unsigned int char32_t;
        """
      ),
      ("locale.h", "typedef struct __locale_struct *locale_t; struct lconv;"),
      ("signal.h", "typedef int sig_atomic_t; typedef void (*sighandler_t)(int);"),
      ("dirent.h", "typedef struct __dirstream DIR; struct dirent;"),
      ("sys/stat.h", "struct stat;"),
      ("complex.h", ""), ("errno.h", ""), ("float.h", ""), ("inttypes.h", ""), ("math.h", ""),
      ("string.h", ""), ("unistd.h", ""), ("stdalign.h", ""), ("stdnoreturn.h", ""),
      ("assert.h", ""), ("ctype.h", ""), ("strings.h", ""),
    ]
  }

  /// What `__builtin_va_list` is, by the calling convention of each target.
  private var variableArguments: String {
    switch target {
    case .amd64Linux:
      """
      struct __va_list_tag { unsigned int gp_offset; unsigned int fp_offset; \
      void *overflow_arg_area; void *reg_save_area; } __builtin_va_list[1]
      """
    case .arm64Linux:
      """
      struct __va_list { void *__stack; void *__gr_top; void *__vr_top; int __gr_offs; \
      int __vr_offs; } __builtin_va_list
      """
    case .armLinux: "struct __va_list { void *__ap; } __builtin_va_list"
    case .s390xLinux:
      """
      struct __va_list_tag { long __gpr; long __fpr; void *__overflow_arg_area; \
      void *__reg_save_area; } __builtin_va_list[1]
      """
    case .i386Linux, .ppc64leLinux: "char *__builtin_va_list"
    default: "void *__builtin_va_list"
    }
  }

  /// `bits/typesizes.h` of glibc: the generic one makes it 32 bits wide everywhere.
  private var linkCount: String {
    [.amd64Linux, .s390xLinux, .ppc64leLinux].contains(target) ? "long" : "int"
  }

  private var blockSize: String {
    [.arm64Linux, .riscv64Linux].contains(target) ? "int" : "long"
  }

  /// Types that the compiler knows without any header.
  private var builtin: String {
    var text = ""
    if target.hasInt128 {
      text += "typedef __int128 __int128_t; typedef unsigned __int128 __uint128_t;"
    }
    switch target.longDouble {
    case .x87: text += "typedef long double __float80;"
    case .doubleDouble: text += "typedef long double __ibm128; typedef _Float128 __ieee128;"
    case .binary64, .binary128: break
    }
    if [.arm64Linux, .armLinux].contains(target) { text += "typedef _Float16 __fp16;" }
    return text
  }

  static let headers = Set(CStandardNames(.amd64Linux).table.map(\.header))

  /// The header that declares each name, as its text says.
  static let includeByName: [String: String] = {
    var result: [String: String] = [:]
    for declaration in CHeader.standard.declarations where !declaration.name.isEmpty {
      if let file = declaration.file { result[declaration.name] = file }
    }
    return result
  }()

  /// A header with all of it.
  static func header(for target: CTarget) -> CHeader {
    let names = CStandardNames(target)
    var header = CHeader(target: target)
    var problems = header.declare(names.builtin)
    for (name, text) in names.table { problems += header.declare(text, file: name) }
    for name in ["NULL", "nullptr"] {
      header.add(null(named: name))
    }
    precondition(problems.isEmpty, "the standard names do not parse: \(problems)")
    return header
  }

  /// `NULL` is a pointer, which no constant expression is.
  private static func null(named name: String) -> CDeclaration {
    let start = CSourceLocation(offset: 0, line: 1, column: 1)
    let range = CSourceRange(start: start, end: start)
    return CDeclaration(
      name: name, kind: .constant(0, .pointer(CQualifiedType(.void))), range: range,
      nameRange: range, file: "stddef.h")
  }
}

extension CHeader {
  /// C's own type names (`size_t`, `uint32_t`, `FILE`, …) and nothing else, for x86-64 Linux.
  package static let standard = CStandardNames.header(for: .amd64Linux)

  /// The same for another target.
  package static func standard(for target: CTarget) -> CHeader {
    target == standard.target ? standard : CStandardNames.header(for: target)
  }

  /// Whether a header, as between the angle brackets, is one of those of C and POSIX whose names
  /// are known without reading it.
  package static func isStandardHeader(_ name: String) -> Bool {
    CStandardNames.headers.contains(name)
  }

  /// Whether the names of a system header are known without reading it.
  package static func knowsHeader(_ name: String) -> Bool {
    CStandardNames.headers.contains(name)
  }

  /// The system header that declares a standard name, as between the angle brackets.
  ///
  /// - Returns: nil for a name that is not standard or needs no header.
  package static func standardInclude(for name: String) -> String? {
    CStandardNames.includeByName[name]
  }
}

extension CHeader {
  /// The system headers that a compiler needs to know the types of these declarations.
  ///
  /// Names that this header, or one between it and the standard names, declares itself need none.
  /// In order of first use, each once.
  package func standardIncludes(neededBy declarations: [CDeclaration]) -> [String] {
    var includes: [String] = []
    func note(_ name: String) {
      guard let include = Self.standardInclude(for: name), !includes.contains(include),
        isStandard(name)
      else { return }
      includes.append(include)
    }
    func visit(_ type: CType) {
      switch type {
      case .typedef(let name): note(name)
      case .record(let name):
        if case .tag(let tag) = name.name { note(tag) }
      case .pointer(let inner), .array(let inner, _): visit(inner.type)
      case .function(let function):
        visit(function.result.type)
        for parameter in function.parameters { visit(parameter.type.type) }
      case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .enumeration: break
      }
    }
    for declaration in declarations {
      switch declaration.kind {
      case .function(let type): visit(.function(type))
      case .object(let type, _), .typedef(let type): visit(type.type)
      case .record(let name):
        for member in definition(of: name)?.members ?? [] { visit(member.type.type) }
      case .macro(let expression, _): expression.types.forEach(visit)
      case .enumeration, .constant: break
      }
    }
    return includes
  }

  /// Whether a name means here what the standard header says.
  private func isStandard(_ name: String) -> Bool {
    let standard = CHeader.standard
    if let typedef = typedef(named: name) { return typedef == standard.typedef(named: name) }
    if let kind = standard.kind(ofTag: name), kind != .enum {
      let record = CRecordName(kind == .union ? .union : .struct, .tag(name))
      return definition(of: record) == standard.definition(of: record)
    }
    return false
  }
}
