#!/bin/sh
# Times `sonde symbols` side by side with its peers and prints ratios: bench/listing.sh [LIBRARY…].
# Needs hyperfine, binutils, elfutils and llvm; a peer that is missing is left out.
# Goals: at most 0.15 of the fastest peer on libLLVM, 0.2 of nm -D and 2.5 of readelf on libz.
set -eu
cd "$(dirname "$0")/.."
sonde=.build/release/sonde
folder=$(dirname "$($sonde info libc.so.6 --json | sed 's/.*"path":"\([^"]*\)".*/\1/')")
if [ $# -eq 0 ]; then
  largest=$(find "$folder" -maxdepth 1 -type f -name 'lib*.so*' -size +1M -exec ls -S {} + | head -1)
  set -- "$folder/libz.so.1" "$largest"
  for library in "$folder"/libLLVM-*.so.1; do
    if [ -e "$library" ] && [ ! -L "$library" ] && [ "$library" != "$largest" ]; then set -- "$@" "$library"; fi
  done
fi

results=$(mktemp)
trap 'rm -f "$results"' EXIT
for library; do
  set -- "$sonde symbols $library"
  for peer in 'nm -D' 'eu-nm -D' 'llvm-nm -D' 'readelf -W --dyn-syms'; do
    if command -v "${peer%% *}" >/dev/null; then set -- "$@" "$peer $library"; fi
  done
  hyperfine --shell=none --warmup 5 --runs 40 --style none --export-csv "$results" "$@" >/dev/null 2>&1
  printf '\n%s\n%10s %10s %8s  %s\n' "$library" 'wall ms' 'CPU ms' 'ratio' 'command'
  # Columns: command, mean, deviation, median, user, system, least, most; seconds.
  tail -n +2 "$results" | awk -F, '
    NR == 1 { own = $4 }
    { sub(/ [^ ]*$/, "", $1)
      printf "%10.2f %10.2f %8.3f  %s\n", $4 * 1000, ($5 + $6) * 1000, own / $4, $1 }'
done
