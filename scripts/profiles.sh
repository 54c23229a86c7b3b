#!/bin/sh
# Makes the profiles that come with sonde anew, from the headers of this machine and the annotations
# in Resources/annotations; read the difference before it is committed. That of libstdc++, whose
# headers are no C, is written by hand.
#
#   scripts/profiles.sh [SONDE]    the program to do it with; .build/release/sonde without
set -eu
cd "$(dirname "$0")/.."
sonde=${1:-.build/release/sonde}
[ -x "$sonde" ] || {
  echo "profiles: $sonde is not there; run make build first" >&2
  exit 1
}

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export XDG_DATA_HOME="$scratch" SONDE_PROFILES=
mkdir -p "$scratch/sonde/profiles" Resources/profiles

# The header names, one a word, as options.
headers() {
  for header in "$@"; do printf -- '--header %s ' "$header"; done
}

# Imports into an empty profile: LIBRARY OPTIONS…
take() {
  library=$1
  shift
  "$sonde" profile import "$library" --user "$@" >/dev/null
}

# Puts the annotated prototypes in the place of the plain ones, and the outcome where it belongs.
finish() {
  "$sonde" profile add "$1" --user "$(cat "Resources/annotations/$1.h")" >/dev/null
  cp "$scratch/sonde/profiles/$1.h" "Resources/profiles/$1.h"
  echo "Resources/profiles/$1.h"
}

# shellcheck disable=SC2046  # The options are words to be split.
{
  take libz.so.1 $(headers zlib.h)
  finish libz.so.1

  take libsqlite3.so.0 $(headers sqlite3.h)
  finish libsqlite3.so.0

  take libm.so.6 -D_GNU_SOURCE $(headers math.h complex.h fenv.h)
  finish libm.so.6

  # C++ has words for these.
  cat >"$scratch/sonde/profiles/libc.so.6.h" <<'END'
// C declarations for sonde; C and C++ compilers take this file too.
#pragma sonde library "libc.so.6"
#ifndef __cplusplus
typedef unsigned short char16_t;
typedef unsigned int char32_t;
#endif
END
  take libc.so.6 -D_GNU_SOURCE $(headers \
    stdio.h stdlib.h string.h strings.h ctype.h wchar.h wctype.h uchar.h time.h sys/time.h \
    errno.h fcntl.h unistd.h sys/types.h sys/stat.h sys/statfs.h sys/statvfs.h sys/wait.h \
    sys/resource.h sys/mman.h sys/socket.h sys/un.h netinet/in.h netinet/tcp.h arpa/inet.h \
    netdb.h net/if.h ifaddrs.h poll.h sys/select.h sys/epoll.h sys/eventfd.h sys/timerfd.h \
    sys/signalfd.h sys/inotify.h sys/ioctl.h sys/uio.h sys/utsname.h sys/sysinfo.h \
    sys/random.h sys/file.h sys/ipc.h sys/shm.h sys/sem.h sys/msg.h sys/prctl.h \
    sys/sendfile.h sys/xattr.h sys/times.h sys/mount.h signal.h setjmp.h locale.h \
    langinfo.h iconv.h nl_types.h libintl.h dirent.h ftw.h glob.h fnmatch.h regex.h wordexp.h \
    search.h getopt.h argp.h argz.h envz.h err.h error.h obstack.h printf.h monetary.h pwd.h \
    grp.h shadow.h utmp.h utmpx.h utime.h syslog.h termios.h pty.h sched.h pthread.h \
    semaphore.h spawn.h threads.h dlfcn.h execinfo.h malloc.h mcheck.h mqueue.h aio.h \
    inttypes.h stdint.h limits.h float.h mntent.h fstab.h ucontext.h stdio_ext.h gnu/libc-version.h)
  take libc.so.6 -D_GNU_SOURCE --no-constants $(headers \
    link.h sys/auxv.h sys/ptrace.h sys/personality.h sys/fsuid.h sys/klog.h sys/reboot.h sys/swap.h \
    sys/timex.h resolv.h arpa/nameser.h ttyent.h)
  finish libc.so.6
}
