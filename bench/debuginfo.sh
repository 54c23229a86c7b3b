#!/bin/sh
# Times reading debug information side by side with its peers: bench/debuginfo.sh [LIBRARY…].
# Needs hyperfine, libdw-dev and a C compiler; peers are pfunct and pahole (dwarves), gdb, abidw
# (abigail-tools); one that is missing is left out. Libraries carry their debug information in
# themselves; the default is libpython3.11d (libpython3.11-dbg).
# Goals: all prototypes in at most 3 times the bare walk, 0.1 of pfunct -P and of gdb.
set -eu
cd "$(dirname "$0")/.."
sonde=.build/release/sonde
[ $# -gt 0 ] || set -- /usr/lib/x86_64-linux-gnu/libpython3.11d.so.1.0

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cc -O2 -o "$scratch/walk" bench/walk.c -ldw

compare() {
  hyperfine --shell=none --warmup 3 --runs 15 --style none --ignore-failure \
    --export-csv "$scratch/results" "$@" >/dev/null 2>&1
  # Columns: command, mean, deviation, median, user, system, least, most; seconds.
  tail -n +2 "$scratch/results" | awk -F, '
    NR == 1 { own = $4 }
    { printf "%10.2f %10.2f %8.3f  %s\n", $4 * 1000, ($5 + $6) * 1000, own / $4, $1 }'
}

for library; do
  printf '\n%s: %s\n' "$library" "$("$scratch/walk" "$library")"
  printf '%10s %10s %8s  %s\n' 'wall ms' 'CPU ms' 'ratio' 'command'
  set -- "$sonde prototypes $library" "$scratch/walk $library"
  if command -v pfunct >/dev/null; then set -- "$@" "pfunct -P $library"; fi
  if command -v gdb >/dev/null; then
    set -- "$@" "gdb -q -nx -batch -ex 'info functions -n' $library"
  fi
  compare "$@"
  set -- "$sonde types $library"
  if command -v pahole >/dev/null; then set -- "$@" "pahole -M $library"; fi
  if command -v abidw >/dev/null; then set -- "$@" "abidw $library"; fi
  compare "$@"
done
