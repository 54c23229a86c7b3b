import CLanguage
import Foundation
import TestSupport
import Testing

/// The headers of the machine: every one parses without a complaint, and every prototype prints as
/// one that the compiler finds compatible with the original.
@Suite struct SystemHeaderTests {
  private static let headers = [
    // The C library.
    "aio.h", "argp.h", "arpa/inet.h", "complex.h", "ctype.h", "dirent.h", "dlfcn.h", "elf.h",
    "err.h", "execinfo.h", "fcntl.h", "fenv.h", "fts.h", "ftw.h", "glob.h", "grp.h", "iconv.h",
    "ifaddrs.h", "inttypes.h", "langinfo.h", "libintl.h", "link.h", "locale.h", "malloc.h",
    "math.h", "mntent.h", "mqueue.h", "net/if.h", "netdb.h", "netinet/in.h", "netinet/tcp.h",
    "obstack.h", "poll.h", "printf.h", "pthread.h", "pty.h", "pwd.h", "regex.h", "resolv.h",
    "sched.h", "search.h", "semaphore.h", "setjmp.h", "shadow.h", "signal.h", "spawn.h",
    "stdatomic.h", "stdio.h", "stdio_ext.h", "stdlib.h", "string.h", "sys/epoll.h", "sys/ipc.h",
    "sys/mman.h", "sys/procfs.h", "sys/ptrace.h", "sys/resource.h", "sys/socket.h", "sys/stat.h",
    "sys/time.h", "sys/timex.h", "sys/ucontext.h", "sys/uio.h", "sys/user.h", "sys/wait.h",
    "syslog.h", "termios.h", "tgmath.h", "threads.h", "time.h", "uchar.h", "ucontext.h",
    "unistd.h", "utmpx.h", "wchar.h", "wctype.h", "wordexp.h",
    // The kernel.
    "linux/audit.h", "linux/bpf.h", "linux/btrfs.h", "linux/can.h", "linux/cdrom.h",
    "linux/ethtool.h", "linux/filter.h", "linux/fs.h", "linux/fuse.h", "linux/futex.h",
    "linux/input.h", "linux/io_uring.h", "linux/ipv6.h", "linux/kvm.h", "linux/landlock.h",
    "linux/netlink.h", "linux/nl80211.h", "linux/perf_event.h", "linux/ptrace.h",
    "linux/rtnetlink.h", "linux/seccomp.h", "linux/tcp.h", "linux/videodev2.h",
    // Libraries.
    "curl/curl.h", "elfutils/libdw.h", "elfutils/libdwfl.h", "form.h", "gelf.h", "glib-object.h",
    "glib.h", "gmp.h", "libelf.h", "menu.h", "ncurses.h", "openssl/bio.h", "openssl/bn.h",
    "openssl/cms.h", "openssl/evp.h", "openssl/ssl.h", "openssl/x509v3.h", "panel.h", "png.h",
    "sqlite3.h", "sqlite3ext.h", "term.h", "thread_db.h", "X11/XKBlib.h", "X11/Xlib.h",
    "X11/Xutil.h", "zlib.h",
    // The compiler's own, with vectors.
    "xmmintrin.h",
  ]

  private static let options = [
    "-D_GNU_SOURCE", "-I/usr/include/glib-2.0", "-I/usr/lib/x86_64-linux-gnu/glib-2.0/include",
  ]

  private static func compile(_ text: String, _ arguments: [String]) throws -> ProgramRun {
    try ProgramRun.run(
      "/usr/bin/cc", options + arguments + ["-"], environment: ["PATH": "/usr/bin:/bin"],
      input: Array(text.utf8), within: 60)
  }

  @Test(arguments: headers)
  func `a header parses, and its prototypes print as compatible ones`(name: String) throws {
    let includes = "#include <sys/types.h>\n#include <stdio.h>\n#include <\(name)>\n"
    let preprocessed = try Self.compile(includes, ["-E", "-x", "c"])
    try #require(preprocessed.ending == .exited(0), "\(preprocessed.errorText)")
    let text = preprocessed.text
    var header = CHeader()
    header.skipsFunctionBodies = true
    let problems = header.declare(text, file: name)
    #expect(problems.isEmpty, "\(problems.map { $0.rendered(in: text) })")

    let printer = CPrinter(header: header)
    var printed: [String] = []
    for var declaration in header.declarations {
      guard case .function = declaration.kind else { continue }
      // A second declaration may not repeat these.
      declaration.storage = nil
      declaration.specifiers.remove(.inline)
      printed.append(printer.text(of: declaration))
    }
    #expect(!printed.isEmpty)
    let both = text + "\n" + printed.joined(separator: "\n") + "\n"
    let checked = try Self.compile(both, ["-w", "-fsyntax-only", "-fpreprocessed", "-x", "c"])
    #expect(checked.errorText.isEmpty, "\(checked.errorText.prefix(2000))")
  }
}
