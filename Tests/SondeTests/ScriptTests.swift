import TestSupport
import Testing

/// Real libraries, used as their manuals have it.
///
/// Each script is a C program too, which gcc takes
/// without a warning and which prints the same.
@Suite struct ScriptTests {
  private func run(
    _ script: String, _ libraries: String..., expecting output: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let folder = try TemporaryDirectory()
    try write(script, to: folder.file("script.c"))
    let run = try runSonde(["run", folder.file("script.c")] + libraries)
    // A thread that a call has started may still run at the next one, which is then said.
    let complaints = run.errorText.split(separator: "\n").filter { !$0.contains("more thread") }
    #expect(complaints.isEmpty, sourceLocation: sourceLocation)
    run.expectStatus(0, sourceLocation: sourceLocation)
    #expect(run.text == output, sourceLocation: sourceLocation)
    try compare(
      output, withProgramOf: folder.file("script.c"), libraries, in: folder, sourceLocation)
  }

  /// Compiles what `--emit-c` makes of a script, and runs it.
  private func compare(
    _ output: String, withProgramOf script: String, _ libraries: [String],
    in folder: TemporaryDirectory, _ sourceLocation: SourceLocation
  ) throws {
    let emitted = try runSonde(["run", "--emit-c", script] + libraries)
    emitted.expectStatus(0, sourceLocation: sourceLocation)
    try write(emitted.text, to: folder.file("program.c"))
    // Its first line says how it is compiled.
    let linked = (emitted.lines.first ?? "").split(separator: " ").filter { $0.contains(".so") }
    let environment = ["PATH": "/usr/bin:/bin"]
    // A literal may be bytes at the console, as in C with this warning off.
    let compiler = try ProgramRun.run(
      "/usr/bin/env",
      [
        "gcc", "-Wall", "-Wno-unused", "-Wno-pointer-sign", "-o", folder.file("program"),
        folder.file("program.c"),
      ]
        + linked.map { String($0) }, environment: environment)
    compiler.expectStatus(0, sourceLocation: sourceLocation)
    #expect(compiler.errorText.isEmpty, sourceLocation: sourceLocation)
    let program = try ProgramRun.run(folder.file("program"), [], environment: environment)
    program.expectStatus(0, sourceLocation: sourceLocation)
    // What errno was stands behind a value as a comment, which the program does not print.
    let wanted = output.split(separator: "\n").map { line in
      line.firstRange(of: "  /*").map { line[..<$0.lowerBound] } ?? line
    }
    #expect(program.lines == wanted.map { String($0) }, sourceLocation: sourceLocation)
  }

  @Test func `sqlite3: open, exec with a callback, prepare, step, column`() throws {
    try run(
      """
      #pragma sonde library "libsqlite3.so.0"
      #pragma sonde library "libc.so.6"
      #include <sqlite3.h>
      #include <stdio.h>
      sqlite3 *db;
      int rows;
      int row(void *data, int n, char **values, char **names) { rows++; return n == 2 ? 0 : 1; }
      sqlite3_open(":memory:", &db) == SQLITE_OK;
      char *message;
      sqlite3_exec(db, "create table t(a int, b text);"
        "insert into t values (1, 'one'), (2, 'two')", 0, 0, &message);
      sqlite3_exec(db, "select * from t", row, 0, &message);
      rows;
      sqlite3_exec(db, "select missing", 0, 0, &message) == SQLITE_ERROR;
      message;
      sqlite3_stmt *statement;
      sqlite3_prepare_v2(db, "select a, b from t order by a desc", -1, &statement, 0);
      while (sqlite3_step(statement) == SQLITE_ROW) {
        printf("%d %s\\n", sqlite3_column_int(statement, 0),
          (const char *)sqlite3_column_text(statement, 1));
      }
      sqlite3_finalize(statement);
      sqlite3_close(db);
      """,
      expecting: "1\n0\n0\n2\n1\n\"no such column: missing\"\n0\n2 two\n1 one\n0\n0\n")
  }

  @Test func `zlib: a round trip through compress and uncompress`() throws {
    try run(
      """
      #include <zlib.h>
      #include <string.h>
      #define TEXT "hello hello hello " "hello hello"
      crc32(0, (const Bytef *)"hello", 5)
      char text[] = TEXT;
      Bytef packed[128];
      uLongf n = sizeof packed;
      compress(packed, &n, (Bytef *)text, sizeof text) == Z_OK;
      n < sizeof text;
      Bytef back[128];
      uLongf m = sizeof back;
      uncompress(back, &m, packed, n) == Z_OK && m == sizeof text;
      (char *)back;
      z_stream s = {0};
      deflateInit_(&s, Z_BEST_COMPRESSION, ZLIB_VERSION, sizeof s);
      s.next_in = (Bytef *)text, s.avail_in = sizeof text;
      s.next_out = packed, s.avail_out = sizeof packed;
      deflate(&s, Z_FINISH) == Z_STREAM_END;
      s.total_out < sizeof text;
      deflateEnd(&s);
      """, "libz.so.1",
      expecting: "907060870\n1\n1\n1\n\"hello hello hello hello hello\"\n0\n30\n128\n1\n1\n0\n")
  }

  @Test func `functions of the libraries that a library needs are known to its scripts`() throws {
    try run(
      """
      #pragma sonde library "libz.so.1"
      #include <zlib.h>
      for (int i = 0; i < 3; i++) printf("%d\\n", i);
      crc32(0, "hello", 5) == 907060870;
      """, expecting: "0\n1\n2\n1\n")
  }

  @Test func `libcrypto: SHA-256 of a text`() throws {
    // FIPS 180-2, appendix B.1.
    try run(
      """
      #pragma sonde library "libcrypto.so.3"
      #pragma sonde library "libc.so.6"
      #include <openssl/sha.h>
      #include <stdio.h>
      unsigned char digest[SHA256_DIGEST_LENGTH];
      SHA256((const unsigned char *)"abc", 3, digest) == digest;
      for (int i = 0; i < SHA256_DIGEST_LENGTH; i++) printf("%02x", digest[i]);
      """,
      expecting: "1\nba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n")
  }

  @Test func `libc: sorting, searching, formatting, reading numbers`() throws {
    try run(
      """
      #include <stdlib.h>
      #include <stdio.h>
      int numbers[] = {5, 3, 1, 4, 2};
      int ascending(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }
      qsort(numbers, 5, sizeof numbers[0], ascending);
      numbers;
      int key = 4;
      (int *)bsearch(&key, numbers, 5, sizeof(int), ascending) - numbers;
      const char *words[] = {"pear", "fig", "apple"};
      int by_text(const void *a, const void *b) {
        const char *x = *(const char **)a, *y = *(const char **)b;
        while (*x && *x == *y) { x++; y++; }
        return *x - *y;
      }
      qsort(words, 3, sizeof *words, by_text);
      words;
      char buffer[32];
      snprintf(buffer, sizeof buffer, "%s-%03d-%.2f", "x", 7, 1.5);
      buffer;
      char *end;
      strtol("123abc", &end, 0);
      end;
      div(17, 5);
      ldiv(-17, 5).rem;
      """,
      expecting: """
        (void)
        {1, 2, 3, 4, 5}
        3
        (void)
        {"apple", "fig", "pear"}
        10
        "x-007-1.50"
        123
        "abc"
        {.quot = 3, .rem = 2}
        -2

        """)
  }

  @Test func `libc: addresses, files, times, expressions, threads, modules`() throws {
    try run(
      """
      #include <netdb.h>
      #include <arpa/inet.h>
      #include <sys/stat.h>
      #include <stdlib.h>
      #include <stdio.h>
      #include <errno.h>
      #include <time.h>
      #include <regex.h>
      #include <pthread.h>
      #include <link.h>
      #include <unistd.h>
      struct addrinfo hints = {.ai_flags = AI_NUMERICHOST, .ai_socktype = SOCK_STREAM}, *list;
      getaddrinfo("127.0.0.1", "80", &hints, &list);
      char text[INET_ADDRSTRLEN];
      int ports;
      for (struct addrinfo *a = list; a; a = a->ai_next) {
        struct sockaddr_in *in = (struct sockaddr_in *)a->ai_addr;
        inet_ntop(a->ai_family, &in->sin_addr, text, sizeof text);
        ports += ntohs(in->sin_port);
      }
      text;
      ports;
      freeaddrinfo(list);
      struct stat st;
      stat("/", &st);
      (st.st_mode & S_IFMT) == S_IFDIR;
      setenv("TZ", "UTC", 1);
      time_t day = 86400;
      struct tm tm;
      localtime_r(&day, &tm) == &tm;
      tm.tm_year * 10000 + tm.tm_mon * 100 + tm.tm_mday;
      regex_t re;
      regcomp(&re, "b\\\\(a*\\\\)n", 0);
      regmatch_t m[2];
      regexec(&re, "xbaan", 2, m, 0);
      m;
      regfree(&re);
      int modules;
      int seen(struct dl_phdr_info *info, size_t size, void *data) {
        modules++;
        return *(int *)data;
      }
      int go_on = 0;
      dl_iterate_phdr(seen, &go_on);
      modules > 2;
      void *work(void *argument) { *(int *)argument = 42; return argument; }
      int shared;
      pthread_t thread;
      void *result;
      pthread_create(&thread, 0, work, &shared);
      pthread_join(thread, &result);
      shared + (result == &shared);
      optind = 7;
      optind;
      environ[0] != NULL;
      fopen("/nonexistent", "r") == NULL;
      errno == ENOENT;
      """,
      expecting: """
        0
        "127.0.0.1"
        80
        (void)
        0
        1
        0
        1
        700002
        0
        0
        {{.rm_so = 1, .rm_eo = 5}, {.rm_so = 2, .rm_eo = 4}}
        (void)
        0
        1
        0
        0
        43
        7
        7
        1
        1  /* errno 2 ENOENT: No such file or directory */
        1

        """)
  }

  @Test func `libm: complex and long double`() throws {
    try run(
      """
      #include <math.h>
      #include <complex.h>
      sqrt(2.0);
      sqrtl(2.0L);
      double complex z = cexp(I * M_PI);
      creal(z) < -0.999999 && cabs(3.0 + 4.0 * I) == 5;
      conj(1.0 + 2.0 * I);
      int e;
      frexp(48.0, &e);
      e;
      """, "libm.so.6",
      expecting: """
        1.4142135623730951
        1.4142135623730950488
        1
        1.0 - 2.0 * I
        0.75
        6

        """)
  }

  @Test func `libpng: its version as a number`() throws {
    try run(
      """
      #pragma sonde library "libpng16.so.16"
      unsigned png_access_version_number(void);
      const char *png_get_libpng_ver(const void *);
      unsigned n = png_access_version_number();
      const char *text = png_get_libpng_ver(0);
      n / 10000 == text[0] - '0' && text[1] == '.';
      """, expecting: "1\n")
  }

  @Test func `libcurl: a struct of versions`() throws {
    try run(
      """
      #pragma sonde library "libcurl.so.4"
      #pragma sonde library "libc.so.6"
      #include <curl/curl.h>
      #include <string.h>
      curl_version_info_data *info = curl_version_info(CURLVERSION_NOW);
      info->age >= CURLVERSION_FIRST && info->version_num >> 16 >= 7;
      strstr(curl_version(), info->version) != NULL;
      int found;
      for (const char *const *p = info->protocols; *p; p++) if (strcmp(*p, "https") == 0) found++;
      found;
      (info->features & CURL_VERSION_SSL) != 0;
      """, expecting: "1\n1\n1\n1\n")
  }
}
