#!/bin/sh
# Fuzzes the ELF reader with libFuzzer and AddressSanitizer: scripts/fuzz-elf.sh [SECONDS].
# New inputs go to .build/fuzz/corpus; what crashed is left in .build/fuzz as crash-*.
set -eu
cd "$(dirname "$0")/.."
out=.build/fuzz
mkdir -p "$out/corpus"

flags="-O -package-name sonde -swift-version 6 -parse-as-library -sanitize=address
  -enable-upcoming-feature InternalImportsByDefault -enable-upcoming-feature MemberImportVisibility
  -Xcc -fmodule-map-file=Sources/CElf/module.modulemap -I Sources/CDemangle/include -I Sources/CLzma/include -I $out"

cat >"$out/module.modulemap" <<'MAP'
module CDemangle { header "../../Sources/CDemangle/include/CDemangle.h" export * }
module CLzma { header "../../Sources/CLzma/include/CLzma.h" export * }
MAP
cc -O1 -c -D_Nonnull= -I Sources/CDemangle/include -o "$out/demangle.o" Sources/CDemangle/demangle.c
cc -O1 -c -I Sources/CLzma/include -o "$out/lzma.o" Sources/CLzma/clzma.c

module() {
  # shellcheck disable=SC2086
  swiftc $flags -sanitize=fuzzer -wmo -emit-module -emit-module-path "$out/$1.swiftmodule" \
    -module-name "$1" -c -o "$out/$1.o" Sources/"$1"/*.swift
}
module ELFModel
module ELFReader
# shellcheck disable=SC2086
swiftc $flags -sanitize=fuzzer -module-name ReadELF -o "$out/read-elf" Tests/Fuzz/ReadELF.swift \
  "$out/ELFModel.o" "$out/ELFReader.o" "$out/demangle.o" "$out/lzma.o" -llzma -Xlinker -l:libelf.a -lzstd -lz -Xlinker -l:libiberty.a

# Small files of every kind to start from.
printf 'int d = 1; int f(void) { return d; }\n' >"$out/seed.c"
cc -shared -fPIC -nostartfiles -Wl,--hash-style=both -o "$out/corpus/seed.so" "$out/seed.c"
cc -c -g -o "$out/corpus/seed.o" "$out/seed.c"
ar rcs "$out/corpus/seed.a" "$out/corpus/seed.o"
strip -o "$out/corpus/stripped.so" "$out/corpus/seed.so"
(cd "$out/corpus" && rm -f thin.a && ar rcsT thin.a seed.o)
# Other machines: 32 bits, big-endian, hash tables with wide entries.
for library in /usr/*-linux-gnu*/lib/libdl.so.2; do
  if [ -e "$library" ] && [ "$(stat -L -c %s "$library")" -lt 65536 ]; then
    cp "$library" "$out/corpus/$(basename "$(dirname "$(dirname "$library")")").so"
  fi
done

SWIFT_BACKTRACE=enable=no "$out/read-elf" -max_total_time="${1:-60}" -max_len=65536 -timeout=5 \
  -rss_limit_mb=2048 -artifact_prefix="$out/" "$out/corpus" Tests/Fuzz/corpus/ReadELF
