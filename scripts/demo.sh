#!/bin/bash
# The main road without a terminal: look, declare, call, keep, survive a crash.
# Every command is printed before its output; a wrong status or output ends it with an error.
# SONDE names the program, the release build otherwise.
set -euo pipefail
cd "$(dirname "$0")/.."

sonde=${SONDE:-$PWD/.build/release/sonde}
[ -x "$sonde" ] || {
  echo "demo: $sonde is missing; run make build" >&2
  exit 1
}

# Nothing of the user's is read or written.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export XDG_DATA_HOME="$scratch/data" HOME="$scratch"
cd "$scratch"

# step STATUS TEXT ARGUMENT…: runs sonde, expects that exit status and that text in its output.
step() {
  local wanted_status=$1 wanted_text=$2 status=0 word
  shift 2
  printf '\n$ sonde'
  for word in "$@"; do
    if [[ $word =~ ^[[:alnum:]_./-]+$ ]]; then printf ' %s' "$word"; else printf ' %s' "${word@Q}"; fi
  done
  echo
  "$sonde" "$@" >"$scratch/output" 2>&1 </dev/null || status=$?
  if [ "$(wc -l <"$scratch/output")" -gt 12 ]; then
    head -n 12 "$scratch/output"
    echo "… $(wc -l <"$scratch/output") lines"
  else
    cat "$scratch/output"
  fi
  if [ "$status" -ne "$wanted_status" ] || [[ $(<"$scratch/output") != *"$wanted_text"* ]]; then
    echo "demo: expected exit status $wanted_status (got $status) and the text: $wanted_text" >&2
    exit 1
  fi
}

say() { printf '\n# %s\n' "$*"; }

crc32='unsigned long crc32(unsigned long crc, const unsigned char *buf, unsigned int len);'

say "What does zlib export?"
step 0 crc32 symbols libz.so.1
say "Prototypes of well-known libraries come with sonde."
step 0 907060870 call libz.so.1 'crc32(0, "hello", 5)'
step 0 '"value":907060870' call libz.so.1 'crc32(0, "hello", 5)' --json
step 0 '{1, 2, 3}' call libc.so.6 'int a[] = {3, 1, 2};' \
  'int cmp(const void *x, const void *y) { return *(int *)x - *(int *)y; }' \
  'qsort(a, 3, sizeof *a, cmp)' a
say "Without them a call that would rest on a guess is refused."
export SONDE_PROFILES=
step 64 crc32 call libz.so.1 'crc32(0, "hello", 5)'
say "Say once what the function looks like; it is kept."
step 0 '' profile add libz.so.1 "$crc32"
step 0 907060870 call libz.so.1 'crc32(0, "hello", 5)'
say "A prototype for one call only."
step 0 0.8775825618903728 call libm.so.6 'cos(0.5)' --declare 'double cos(double x);'
step 0 '"3.' call libsqlite3.so.0 'sqlite3_libversion()' \
  --declare 'const char *sqlite3_libversion(void);'
say "A crash is an outcome; the next call works."
step 139 SIGSEGV call libc.so.6 'strlen(0)' 'strlen("still here")' \
  --declare 'unsigned long strlen(const char *s);'
