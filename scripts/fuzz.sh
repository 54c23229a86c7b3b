#!/bin/bash
# Fuzzes the decoders and parsers: every Tests/Fuzz/*.swift for FUZZTIME seconds (60).
#
# A driver names its pure module in its first line, `// fuzz: ProbeWire`, and defines
# LLVMFuzzerTestOneInput. It is compiled together with the module's files as one module; the
# toolchain brings libFuzzer. Inputs that ever crashed belong in Tests/Fuzz/corpus/<driver>/, which
# the tests replay.
set -euo pipefail
cd "$(dirname "$0")/.."

work=.build/fuzz
mkdir -p "$work"
# Swift's tagged pointers look like leaks to the sanitizer.
export ASAN_OPTIONS=detect_leaks=0
drivers=(Tests/Fuzz/*.swift)
[ -e "${drivers[0]}" ] || {
  echo "fuzz: no driver in Tests/Fuzz" >&2
  exit 1
}

for driver in "${drivers[@]}"; do
  name=$(basename "$driver" .swift)
  module=$(sed -n '1s,^// fuzz: *,,p' "$driver")
  if [ -z "$module" ]; then
    # The readers of ELF and DWARF need several modules and libraries: they have scripts of their own.
    case $name in ReadELF | ReadDWARF) continue ;; esac
    echo "fuzz: the first line of $driver has to be: // fuzz: MODULE" >&2
    exit 1
  fi
  mapfile -t sources < <(find "Sources/$module" -name '*.swift')
  swiftc -parse-as-library -swift-version 6 -package-name sonde -sanitize=fuzzer,address -O \
    "${sources[@]}" "$driver" -o "$work/$name"
  # New inputs go to the first folder, what is committed stays as it is.
  mkdir -p "$work/$name.found" "Tests/Fuzz/corpus/$name"
  echo "fuzz: $name for ${FUZZTIME:-60} seconds"
  SWIFT_BACKTRACE=enable=no "$work/$name" -max_total_time="${FUZZTIME:-60}" -print_final_stats=1 \
    -artifact_prefix="$work/$name." "$work/$name.found" "Tests/Fuzz/corpus/$name"
done

scripts/fuzz-elf.sh "${FUZZTIME:-60}"
scripts/fuzz-dwarf.sh "${FUZZTIME:-60}"
