#!/bin/sh
# Installs the Debian packages that are missing, and nothing else.
#
#   scripts/setup.sh run    what building and running needs
#   scripts/setup.sh test   what the tests need in addition
set -eu

# Words separated by spaces; each with its reason.
run_packages="
  make            the list of tasks
  git             fetches the package swift-argument-parser
  ca-certificates lets git trust where it fetches from
  gcc             compiles the C parts and the sample libraries
  g++             compiles the C++ sample library; brings libstdc++ to link
  libelf-dev      reads ELF files
  libdw-dev       reads debug information (linked statically, as what it needs:)
  liblzma-dev     .gnu_debugdata
  libbz2-dev      compressed images
  libzstd-dev     compressed sections, where libelf knows them
  zlib1g-dev      compressed sections
  libffi-dev      makes the calls (linked statically)
  libiberty-dev   demangles C++ names (linked statically)
  libncurses-dev  draws the explorer
  libcapstone-dev disassembles; brings libcapstone4, which is loaded when it is needed
"
test_packages="
  binutils          readelf, the truth that symbol lists are compared with
  elfutils          eu-readelf, a second opinion
  libc6-arm64-cross libraries of other machines to look at: 64 bits,
  libc6-armhf-cross 32 bits,
  libc6-i386-cross  32 bits of the family of x86-64,
  libc6-mips-cross  32 bits, big-endian, with a symbol table of its own kind,
  libc6-ppc64el-cross 64 bits with a table of contents,
  libc6-riscv64-cross 64 bits, which capstone does not know,
  libc6-s390x-cross 64 bits, big-endian
  binutils-aarch64-linux-gnu     objdump of other machines, the truth that code is compared with:
  binutils-arm-linux-gnueabihf   ARM and Thumb
  binutils-mips-linux-gnu        MIPS
  binutils-powerpc64le-linux-gnu PowerPC64
  binutils-s390x-linux-gnu       S/390
  xz-utils          packs debug symbols into a library
  libcurl4-openssl-dev a header that has to parse
  libglib2.0-dev   a header that has to parse
  libgmp-dev       a header that has to parse
  libpng-dev       a header that has to parse
  libx11-dev       a header that has to parse
  linux-libc-dev   headers that have to parse
  gcc-aarch64-linux-gnu     the truth about layouts on another machine
  gcc-arm-linux-gnueabihf   the truth about layouts on another machine
  gcc-i686-linux-gnu        the truth about layouts on another machine
  gcc-powerpc64le-linux-gnu the truth about layouts on another machine
  gcc-riscv64-linux-gnu     the truth about layouts on another machine
  gcc-s390x-linux-gnu       the truth about layouts on another machine
  libc6-dev-arm64-cross     what the C library's headers say there
  libc6-dev-armhf-cross     what the C library's headers say there
  libc6-dev-i386-cross      what the C library's headers say there
  libc6-dev-ppc64el-cross   what the C library's headers say there
  libc6-dev-riscv64-cross   what the C library's headers say there
  libc6-dev-s390x-cross     what the C library's headers say there
  libsqlite3-0      a library to call
  libsqlite3-dev    a header to import
  libssl-dev        headers to import
  zlib1g-dev        a header to import
  libssl3           a library to call
  libstdc++6        a library to call
  zlib1g            a library to call
  ltrace            prototypes in a language of its own, to import
  gdb               a second reader of debug information: prototypes are compared with its
  dwarves           a third one: pahole's sizes and offsets of members
  dwz               debug information shared between files
  libc6-dbg         debug information of a library that has none itself
  libpython3.11-dbg a large library with debug information
  debuginfod        a server of debug information, on the loopback interface
  libdebuginfod1    what libdw asks such a server through
  python3           starts what the benchmarks compare
  python3-cffi      a caller that the benchmarks compare with
  gfortran          debug information of another language
  abigail-tools     abidw, which sonde is measured beside
  tmux              a terminal for the tests of the explorer
  shellcheck        checks the scripts
"

# What is measured beside sonde, and on.
bench_packages="
  python3           starts the programs and keeps the times
  binutils          nm and readelf
  elfutils          eu-nm
  llvm              llvm-nm
  libllvm15         45,795 exports to list
  fzf               a filter to compare with
  gdb               calls functions and reads debug information too
  dwarves           pfunct and pahole
  abigail-tools     abidw
  libpython3.11-dbg debug information to read
  python3-cffi      makes calls too
"

fail() {
  echo "setup: $*" >&2
  exit 1
}

# Names of packages that are installed, and of those that installed ones provide: libssl3 is called
# libssl3t64 on some systems.
installed() {
  # shellcheck disable=SC2016  # ${…} is dpkg-query's, not the shell's.
  dpkg-query --show --showformat '${db:Status-Abbrev} ${Package}, ${Provides}\n' |
    sed -n 's/^ii *//p' | sed 's/([^)]*)//g' | tr ',' '\n' | tr -d ' '
}

# The lines of the list whose package is not installed.
missing() {
  installed >"$scratch/installed"
  printf '%s\n' "$1" | while read -r package reason; do
    if [ -n "$package" ] && ! grep -qxF -- "$package" "$scratch/installed"; then
      echo "$package $reason"
    fi
  done
}

check_root() {
  if [ "$(id -u)" -eq 0 ]; then
    sudo=""
  elif ! command -v sudo >/dev/null; then
    fail "not root, and sudo is not there; as root run: apt-get install $names"
  elif [ -t 0 ]; then
    sudo="sudo"
  elif sudo -n true 2>/dev/null; then
    sudo="sudo -n"
  else
    # Without a terminal nobody can type it.
    fail "sudo wants a password; in a terminal run: sudo apt-get install $names"
  fi
}

as_root() {
  # shellcheck disable=SC2086  # $sudo is no word, or one or two.
  $sudo env DEBIAN_FRONTEND=noninteractive "$@"
}

install_packages() {
  # shellcheck disable=SC2086  # The names are words to be split.
  as_root apt-get install --yes --quiet --no-install-recommends $names
}

check_swift() {
  command -v swift >/dev/null ||
    fail "swift is not on the PATH; install Swift 6.2 or later from https://www.swift.org/install/linux/"
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
  major=${version%%.*}
  minor=${version#*.}
  if [ "${major:-0}" -lt 6 ] || { [ "$major" -eq 6 ] && [ "${minor:-0}" -lt 2 ]; }; then
    fail "Swift ${version:-of an unknown version} is too old; 6.2 or later is needed: https://www.swift.org/install/linux/"
  fi
}

case "${1:-}" in
  run) wanted=$run_packages ;;
  test) wanted="$run_packages$test_packages" ;;
  bench) wanted="$run_packages$bench_packages" ;;
  *)
    echo "usage: scripts/setup.sh run|test|bench" >&2
    exit 64
    ;;
esac

[ "$(uname -s)" = Linux ] || fail "sonde needs Linux; this is $(uname -s)"
if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  fail "this is no Debian-like system (no dpkg-query and apt-get); install what corresponds to:
$wanted
then build with: swift build -c release --static-swift-stdlib"
fi

check_swift

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

absent=$(missing "$wanted")
if [ -n "$absent" ]; then
  echo "setup: installing what is missing:"
  printf '%s\n' "$absent" | sed 's/^\([^ ]*\) /  \1: /'
  names=$(printf '%s\n' "$absent" | cut -d ' ' -f 1 | tr '\n' ' ')
  check_root
  # Package lists may be absent (a fresh container) or stale: updated only when installing fails.
  if ! install_packages >"$scratch/log" 2>&1; then
    echo "setup: updating the package lists first"
    as_root apt-get update --quiet >"$scratch/update" 2>&1 || {
      cat "$scratch/update" >&2
      fail "apt-get update failed; is the network there?"
    }
    install_packages >"$scratch/log" 2>&1 || {
      cat "$scratch/log" >&2
      fail "apt-get could not install: $names"
    }
  fi
  absent=$(missing "$wanted")
  [ -z "$absent" ] || fail "still missing after apt-get: $absent"
fi
