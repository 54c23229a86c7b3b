#!/bin/bash
# The whole gate, cheapest first; `make check` and CI run exactly this.
#
# Tests drive the programs of the test build; the release build is proved by what it links and by
# the demonstration.
set -euo pipefail
cd "$(dirname "$0")/.."

step() { printf '\n== %s\n' "$*"; }

fail() {
  echo "check: $*" >&2
  exit 1
}

step "scripts"
shellcheck scripts/*.sh bench/*.sh .ci/run

step "format"
swift format lint --strict --parallel --recursive Sources Tests Package.swift

step "sample libraries, warnings as errors"
samples=$(mktemp -d)
trap 'rm -rf "$samples"' EXIT
make --silent -C sample-libs BUILD="$samples" STRICT=-Werror

step "build with tests, warnings as errors"
swift build --build-tests --explicit-target-dependency-import-check error \
  -Xswiftc -warnings-as-errors

step "release build"
make --no-print-directory release

step "what the release programs link"
needs() { readelf -d ".build/release/$1" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p'; }
needs sonde-probe
# All that the probe links shares a symbol namespace with the library under inspection.
if needs sonde-probe | grep -vE '^(libc|libm|libstdc\+\+|libgcc_s|ld-linux-[a-z0-9-]+)\.so\.[0-9]+$'; then
  fail "sonde-probe links more than it may (above)"
fi
if needs sonde | grep -E '^(libffi|libFoundation|libswift|lib_Foundation)'; then
  fail "sonde links what it may not (above): calls happen in the probe, Swift is linked statically"
fi

step "demonstration, release build"
scripts/demo.sh

step "tests"
# A crashing Swift program otherwise starts a backtracer that can hang for minutes.
export SWIFT_BACKTRACE=enable=no
# Tests that need a process without others' children come first, in a run of their own.
SONDE_TESTS_ALONE=1 timeout --kill-after=10 300 \
  swift test --skip-build -Xswiftc -warnings-as-errors --filter ProfilesTests.DurabilityTests
timeout --kill-after=10 900 swift test --skip-build -Xswiftc -warnings-as-errors

# A test run leaves the tree as it found it: no golden rewritten, no generated page stale.
if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
  git diff --exit-code -- Tests docs || fail "the tests changed files (above)"
fi
