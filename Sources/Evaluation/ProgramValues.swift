import CLanguage

/// C that prints a value as reports do.
struct ProgramValues {
  let header: CHeader

  /// Elements of an array that are shown.
  private static let elementLimit = 64

  /// Statements that print the value of an expression, which is evaluated more than once.
  func print(_ expression: String, _ type: CType, depth: Int = 0) -> String {
    switch header.resolved(type) {
    case .void, .function, .vector, .bitInt, .typedef: return "sonde_text(\"?\");"
    case .bool: return "__builtin_printf((\(expression)) ? \"true\" : \"false\");"
    case .integer(.char): return "sonde_character(\(expression));"
    case .integer(let kind): return integer(expression, kind)
    case .enumeration(let name): return enumerator(expression, name)
    case .floating(let kind): return real(expression, kind)
    case .complex(let kind):
      let part: CFloatingKind = kind
      return real("__real__(\(expression))", part)
        + " __builtin_printf(__builtin_signbit(__imag__(\(expression))) ? \" - \" : \" + \"); "
        + real(
          "(__builtin_signbit(__imag__(\(expression))) ? -__imag__(\(expression)) : "
            + "__imag__(\(expression)))", part) + " __builtin_printf(\" * I\");"
    case .pointer:
      return header.textPrefix(ofPointer: type) == CStringPrefix.none
        ? "sonde_string(\(expression));" : "sonde_pointer((const void *)(\(expression)));"
    case .array(let element, let count): return array(expression, element.type, count ?? 0, depth)
    case .record(let name): return record(expression, name, depth)
    }
  }

  private func integer(_ expression: String, _ kind: CIntegerKind) -> String {
    if kind == .int128 || kind == .unsignedInt128 {
      return "sonde_wide(\(expression), \(kind == .int128 ? 1 : 0));"
    }
    return header.target.isSigned(kind)
      ? "__builtin_printf(\"%lld\", (long long)(\(expression)));"
      : "__builtin_printf(\"%llu\", (unsigned long long)(\(expression)));"
  }

  private func enumerator(_ expression: String, _ name: CEnumerationName) -> String {
    let cases = (header.definition(of: name)?.enumerators ?? []).map {
      "(long long)(\(expression)) == \($0.value)LL ? \"\($0.name)\" : "
    }
    return "{ const char *name = \(cases.joined())(const char *)0; if (name) "
      + "__builtin_printf(\"%s\", name); else __builtin_printf(\"%lld\", (long long)(\(expression))); }"
  }

  private func real(_ expression: String, _ kind: CFloatingKind) -> String {
    let code =
      switch kind {
      case .float, .float32, .float16: 0
      case .double, .float64, .float32x: 1
      case .longDouble, .float128, .float64x, .decimal32, .decimal64, .decimal128: 2
      }
    return "sonde_real(\(expression), \(code));"
  }

  private func array(
    _ expression: String, _ element: CType, _ count: Int, _ depth: Int
  ) -> String {
    let index = "i\(depth)"
    let each = print("(\(expression))[\(index)]", element, depth: depth + 1)
    let list =
      "__builtin_printf(\"{\"); for (int \(index) = 0; \(index) < \(min(count, Self.elementLimit)); "
      + "\(index)++) { if (\(index)) __builtin_printf(\", \"); \(each) } "
      + "__builtin_printf(\"\(count > Self.elementLimit ? ", …}" : "}")\");"
    guard header.resolved(element) == .integer(.char) else { return list }
    return "if (sonde_is_text((const char *)(\(expression)), \(count))) "
      + "sonde_string((const char *)(\(expression))); else { \(list) }"
  }

  private func record(_ expression: String, _ name: CRecordName, _ depth: Int) -> String {
    guard let definition = header.definition(of: name) else { return "sonde_text(\"{…}\");" }
    var parts: [String] = []
    for member in definition.members {
      if case .array(_, nil) = header.resolved(member.type.type) { continue }
      guard let field = member.name else {
        continue
      }
      parts.append(
        "sonde_text(\"\(parts.isEmpty ? "" : ", ").\(field) = \"); "
          + print("(\(expression)).\(field)", member.type.type, depth: depth + 1))
    }
    return "sonde_text(\"{\"); \(parts.joined(separator: " ")) sonde_text(\"}\");"
  }

  /// What the statements of ``print(_:_:depth:)`` call.
  static let prelude = #"""
    extern double sonde_strtod(const char *, char **) __asm__("strtod");
    extern float sonde_strtof(const char *, char **) __asm__("strtof");
    extern long double sonde_strtold(const char *, char **) __asm__("strtold");
    static void sonde_text(const char *text) { __builtin_printf("%s", text); }
    static void sonde_escaped(unsigned char c, char quote, int is_char) {
      const char *simple = "\aa\bb\tt\nn\vv\ff\rr";
      for (const char *s = simple; *s; s += 2)
        if (c == (unsigned char)*s) { __builtin_printf("\\%c", s[1]); return; }
      if (c == '\\' || c == (unsigned char)quote) __builtin_printf("\\%c", c);
      else if (c < 32 || c == 127 || (is_char && c > 127)) __builtin_printf("\\%03o", c);
      else __builtin_printf("%c", c);
    }
    static void sonde_character(char c) {
      sonde_text("'"); sonde_escaped((unsigned char)c, '\'', 1); sonde_text("'");
    }
    static void sonde_string(const char *s) {
      if (!s) { sonde_text("NULL"); return; }
      sonde_text("\"");
      for (; *s; s++) sonde_escaped((unsigned char)*s, '"', 0);
      sonde_text("\"");
    }
    static int sonde_is_text(const char *s, unsigned long n) {
      unsigned long i = 0;
      while (i < n && s[i]) i++;
      if (i == n) return 0;
      while (i < n && !s[i]) i++;
      return i == n;
    }
    static void sonde_pointer(const void *p) {
      if (p) __builtin_printf("0x%lx", (unsigned long)p); else sonde_text("NULL");
    }
    static void sonde_wide(unsigned __int128 v, int is_signed) {
      char digits[40]; int n = 0;
      if (is_signed && (__int128)v < 0) { sonde_text("-"); v = -v; }
      do digits[n++] = '0' + (int)(v % 10); while (v /= 10);
      while (n) __builtin_printf("%c", digits[--n]);
    }
    /* The shortest digits that read back as the same number: 0 float, 1 double, 2 long double. */
    static void sonde_real(long double v, int kind) {
      if (__builtin_isnan(v)) { sonde_text(__builtin_signbit(v) ? "-NAN" : "NAN"); return; }
      if (__builtin_isinf(v)) { sonde_text(v < 0 ? "-INFINITY" : "INFINITY"); return; }
      char text[64], digits[64]; int p, n = 0, e;
      for (p = 0; p < 22; p++) {
        __builtin_snprintf(text, sizeof text, "%.*Le", p, v);
        if (kind == 0 ? sonde_strtof(text, 0) == (float)v
            : kind == 1 ? sonde_strtod(text, 0) == (double)v : sonde_strtold(text, 0) == v) break;
      }
      char *s = text;
      if (*s == '-') { sonde_text("-"); s++; v = -v; }
      for (; *s && *s != 'e'; s++) if (*s != '.') digits[n++] = *s;
      e = (int)sonde_strtod(s + 1, 0) + 1;
      while (n > 1 && digits[n - 1] == '0') n--;
      digits[n] = 0;
      long double limit = kind == 0 ? 0x1p24L : kind == 1 ? 0x1p53L : 0x1p64L;
      if (v == 0) sonde_text("0.0");
      else if (e < -3 || v > limit) {
        __builtin_printf("%c%s%s", digits[0], n > 1 ? "." : "", digits + 1);
        __builtin_printf("e%c%02d", e - 1 < 0 ? '-' : '+', e - 1 < 0 ? 1 - e : e - 1);
      } else if (e <= 0) {
        sonde_text("0.");
        while (e++ < 0) sonde_text("0");
        sonde_text(digits);
      } else {
        for (int i = 0; i < e || i < n; i++) {
          if (i == e) sonde_text(".");
          __builtin_printf("%c", i < n ? digits[i] : '0');
        }
        if (n <= e) sonde_text(".0");
      }
    }
    """#
}
