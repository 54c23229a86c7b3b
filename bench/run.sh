#!/bin/bash
# Measures sonde beside its peers, in one run on one machine: rounds alternate between the programs,
# so that what else the machine does hits all of them; medians of wall and processor time are
# printed, and sonde's ratio to each peer.
#
#   bench/run.sh [ROUNDS]     21 rounds unless said otherwise
#
# SONDE names the program, the release build otherwise; SONDE_BENCH_LIBRARY names the large
# library, libLLVM-15 or the largest libLLVM found otherwise. Listing is measured on it, on libz and
# on the largest library of the machine.
set -euo pipefail
cd "$(dirname "$0")/.."

sonde=${SONDE:-$PWD/.build/release/sonde}
rounds=${1:-21}
[ -x "$sonde" ] || {
  echo "bench: $sonde is missing; run make build" >&2
  exit 1
}
command -v python3 >/dev/null || {
  echo "bench: python3 is needed (it starts the programs and keeps the times)" >&2
  exit 1
}

# Where the dynamic loader finds a library.
library() { ldconfig -p 2>/dev/null | sed -n "s,.*$1 (.*x86-64.*) => ,,p; s,.*$1 (.*AArch64.*) => ,,p" | head -n 1; }

large=${SONDE_BENCH_LIBRARY:-}
if [ -z "$large" ]; then
  large=$(readlink -f "$(library 'libLLVM-15\.so\.1')" || true)
fi
if [ -z "$large" ]; then
  # The links resolved, the largest file first.
  large=$(find /usr/lib /usr/local/lib /opt -name 'libLLVM*.so*' -exec readlink -f {} + 2>/dev/null |
    sort -u | xargs -r ls -S 2>/dev/null | head -n 1 || true)
fi
small=$(readlink -f "$(library 'libz\.so\.1')" || true)
# By the bytes of its dynamic symbols: icudata is large and exports one name.
largest=$(find /usr/lib /usr/local/lib /opt -name '*.so*' -type f -size +8M -exec sh -c '
  for file; do
    size=$(readelf -W --section-headers "$file" 2>/dev/null | sed -n "s/.* DYNSYM  *[0-9a-f]* [0-9a-f]* \([0-9a-f]*\) .*/\1/p")
    [ -z "$size" ] || echo "$((0x$size)) $file"
  done' sh {} + | sort -rn | sed -n '1s/^[0-9]* //p')
[ "$largest" != "$large" ] || largest=

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export XDG_DATA_HOME="$scratch/data" HOME="$scratch"
"$sonde" profile add libz.so.1 \
  'unsigned long crc32(unsigned long crc, const unsigned char *buf, unsigned int len);' >/dev/null

cat >"$scratch/call.py" <<'PYTHON'
import ctypes, sys
crc32 = ctypes.CDLL(sys.argv[1]).crc32
crc32.restype = ctypes.c_ulong
crc32.argtypes = [ctypes.c_ulong, ctypes.c_char_p, ctypes.c_uint]
print(crc32(0, b"hello", 5))
PYTHON

python3 bench/measure.py "$sonde" "$rounds" "$large" "$small" "$largest" "$scratch"
echo
python3 bench/repeat.py "$sonde"
if command -v gdb >/dev/null; then
  echo
  python3 bench/calls.py "$sonde" 5
else
  echo "bench: the round trip of a call skipped: gdb is not installed"
fi
echo
bench/filter.sh
