#!/bin/bash
# Measures the explorer's first frame and its filter beside `fzf --filter`, in one run on one machine:
#
#   bench/filter.sh [LIBRARY]
#
# Without LIBRARY the largest symbol table at hand is taken: liblldb of the Swift toolchain (300,000
# symbols), else a library of as many functions, generated and compiled here. Goals: the first
# frame within 100 ms; a key within 8 ms at the 99th percentile, and within 0.1 of fzf.
set -euo pipefail
cd "$(dirname "$0")/.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

generated() {
  awk 'BEGIN {
    split("open read write close parse print find insert remove update lock hash sort merge", verbs, " ")
    split("file tree list symbol string buffer node table index value context stream", nouns, " ")
    for (i = 0; i < 300000; i++)
      printf "int lib%d_%s_%s_%d(void) { return %d; }\n", i % 97, verbs[i % 14 + 1], nouns[i % 12 + 1], i, i
  }' >"$scratch/many.c"
  cc -O0 -shared -fPIC -o "$scratch/libmany.so" "$scratch/many.c"
  echo "$scratch/libmany.so"
}

library=${1:-}
if [ -z "$library" ]; then
  swift_folder=$(dirname "$(dirname "$(readlink -f "$(command -v swift || echo /usr/bin/swift)")")")
  library=$(find "$swift_folder/lib" -name 'liblldb.so*' -type f 2>/dev/null | head -n 1 || true)
  [ -n "$library" ] || library=$(generated)
fi

swift build -c release --static-swift-stdlib --product sonde-bench >/dev/null
words=(e init get type llvm crc ctx value Symbol lldb_private SBFrame memcpy strm)
echo "explorer on $library, milliseconds: wall, processor"
.build/release/sonde-bench "$library" "${words[@]}" | tee "$scratch/ours"

# The second figure of a line is processor time, which other programs do not lengthen.
figure() { awk -v name="$1" -v column="$2" '$1 == name { print $column }' "$scratch/ours"; }
judge() {
  awk -v what="$1" -v reached="$2" -v goal="$3" \
    'BEGIN { printf "  goal: %s at most %s: %s, %s\n", what, goal, reached, reached <= goal ? "reached" : "MISSED" }'
}
judge 'first frame, ms' "$(figure first-frame 2)" 100
judge 'key at the 99th percentile, ms, wall' "$(figure key-p99 2)" 8
judge 'key at the 99th percentile, ms, processor' "$(figure key-p99 3)" 8

command -v fzf >/dev/null || {
  echo "fzf skipped: it is not installed"
  exit 0
}
{ nm -D "$library"; nm "$library" 2>/dev/null; } | awk '{ print $NF }' >"$scratch/names"
printf '\n%s names, processor time; sonde searches them demangled too\n' "$(wc -l <"$scratch/names")"
printf '%-16s %12s %12s %8s %12s %8s\n' word 'sonde all' fzf ratio 'sonde key' ratio
TIMEFORMAT='%U %S'
key=$(figure key-p99 3)
for word in "${words[@]}"; do
  ours=$(awk -v word="$word" '$1 == "word" && $2 == word { print $4 }' "$scratch/ours")
  for _ in 1 2 3 4 5; do
    { time fzf --filter "$word" <"$scratch/names" >/dev/null; } 2>&1 | awk '{ print ($1 + $2) * 1000 }' || true
  done | sort -n | awk -v word="$word" -v ours="$ours" -v key="$key" \
    'NR == 3 { printf "%-16s %12.2f %12.2f %8.3f %12.2f %8.3f\n", word, ours, $1, ours / $1, key, key / $1 }' |
    tee -a "$scratch/ratios"
done
judge "key at the 99th percentile, of fzf at worst" \
  "$(awk '{ print $6 }' "$scratch/ratios" | sort -n | tail -n 1)" 0.1
