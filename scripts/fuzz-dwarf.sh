#!/bin/sh
# Fuzzes the reader of debug information with libFuzzer and AddressSanitizer:
# scripts/fuzz-dwarf.sh [SECONDS]. New inputs go to .build/fuzz/dwarf-corpus; what crashed is left in
# .build/fuzz as crash-*, timeout-* or oom-*.
set -eu
cd "$(dirname "$0")/.."
out=.build/fuzz
corpus=$out/dwarf-corpus
mkdir -p "$corpus" Tests/Fuzz/corpus/ReadDWARF

flags="-O -package-name sonde -swift-version 6 -parse-as-library -sanitize=address
  -enable-upcoming-feature InternalImportsByDefault -enable-upcoming-feature MemberImportVisibility
  -I $out/dwarf-modules"
mkdir -p "$out/dwarf-modules"
cat >"$out/dwarf-modules/module.modulemap" <<'MAP'
module CDwarf { header "../../../Sources/CDwarf/include/CDwarf.h" export * }
MAP
cc -O1 -c -D_Nonnull= -D_Nullable= -I Sources/CDwarf/include -o "$out/cdwarf.o" Sources/CDwarf/cdwarf.c

module() {
  # shellcheck disable=SC2086
  swiftc $flags -sanitize=fuzzer -wmo -emit-module -emit-module-path "$out/dwarf-modules/$1.swiftmodule" \
    -module-name "$1" -c -o "$out/dwarf-$1.o" Sources/"$1"/*.swift
}
module CLanguage
module DebugInfo
# shellcheck disable=SC2086
swiftc $flags -sanitize=fuzzer -module-name ReadDWARF -o "$out/read-dwarf" Tests/Fuzz/ReadDWARF.swift \
  "$out/dwarf-CLanguage.o" "$out/dwarf-DebugInfo.o" "$out/cdwarf.o" -Xlinker -l:libdw.a -Xlinker -l:libelf.a \
  -Xlinker -l:liblzma.a -Xlinker -l:libbz2.a -Xlinker -l:libzstd.a -Xlinker -l:libz.a

# The sections of small libraries, as the driver puts them together again.
cat >"$out/seed.cc" <<'SOURCE'
namespace n { struct s { int a : 3; double b; s *next; virtual int f(int) const; }; enum e { one = 1 }; }
int n::s::f(int x) const { return x + a; }
extern "C" int g(n::s *p, int (*h)(n::e, ...), const char *const *t) { return h(n::one) + p->a + **t; }
typedef float v __attribute__((vector_size(16)));
template <typename... T> long sum(T... t) { return (0l + ... + t); }
template long sum(int, char);
v k(v a) { return a; }
SOURCE
for version in 2 3 4 5; do
  g++ -std=c++17 -c -O1 -fPIC -gdwarf-$version -o "$out/seed-$version.o" "$out/seed.cc"
  g++ -shared -nostdlib -o "$out/seed-$version.so" "$out/seed-$version.o"
  : >"$corpus/seed-$version"
  for section in info abbrev str line line_str str_offsets addr types rnglists ranges; do
    objcopy -O binary --only-section=.debug_$section --set-section-flags .debug_$section=alloc \
      "$out/seed-$version.so" "$out/section" 2>/dev/null || : >"$out/section"
    size=$(stat -c %s "$out/section")
    # Two bytes of length, the lower first, and the section.
    printf '%b' "$(printf '\\0%03o\\0%03o' $((size % 256)) $((size / 256 % 256)))" >>"$corpus/seed-$version"
    head -c 65535 "$out/section" >>"$corpus/seed-$version"
  done
done

ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no "$out/read-dwarf" -max_total_time="${1:-60}" \
  -max_len=32768 -timeout=5 -rss_limit_mb=2048 -artifact_prefix="$out/" -print_final_stats=1 \
  "$corpus" Tests/Fuzz/corpus/ReadDWARF
