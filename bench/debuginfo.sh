#!/bin/bash
# Times reading debug information side by side with its peers, in turns: bench/debuginfo.sh [LIBRARY…].
# Peers are a bare walk in C over libdw, gdb, pfunct and pahole (dwarves) and abidw (abigail-tools);
# one that is missing is said to be. Libraries carry their debug information in themselves; the default
# is libpython3.11d (libpython3.11-dbg). ROUNDS (15) and SONDE (the release build) may be set.
set -euo pipefail
cd "$(dirname "$0")/.."
sonde=${SONDE:-$PWD/.build/release/sonde}
rounds=${ROUNDS:-15}
[ -x "$sonde" ] || {
  echo "bench: $sonde is missing; run make build" >&2
  exit 1
}
[ $# -gt 0 ] || set -- /usr/lib/x86_64-linux-gnu/libpython3.11d.so.1.0

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cc -O2 -o "$scratch/walk" bench/walk.c -ldw
# Nobody's profiles, and no server.
export XDG_DATA_HOME="$scratch" SONDE_PROFILES='' DEBUGINFOD_URLS=''

for library; do
  printf '\n%s: %s; all of them %s\n' "$library" "$("$scratch/walk" "$library")" \
    "$("$scratch/walk" -a "$library")"
  python3 - "$rounds" "$sonde" "$scratch/walk" "$library" <<'PYTHON'
import os, shutil, statistics, subprocess, sys, time

rounds, sonde, walk, library = int(sys.argv[1]), *sys.argv[2:]


def measure(command):
    """Wall and processor milliseconds and peak megabytes of one run."""
    start = time.perf_counter()
    with open(os.devnull, "r+b") as null:
        child = subprocess.Popen(command, stdin=null, stdout=null, stderr=null)
        _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    wall = (time.perf_counter() - start) * 1000
    return wall, (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024


def race(title, ours, peers):
    print(f"\n{title}\n{'wall ms':>10} {'CPU ms':>9} {'peak MB':>8} {'sonde/it: wall':>15} {'CPU':>7} {'goal':>7}")
    there = [("sonde", ours, None)]
    for peer in peers:
        if shutil.which(peer[1][0]):
            there.append(peer)
        else:
            print(f"{'':52}        {peer[0]} is not installed")
    times = {name: [] for name, _, _ in there}
    for _ in range(rounds):
        for name, command, _ in there:
            times[name].append(measure(command))
    medians = {name: [statistics.median(c) for c in zip(*t)] for name, t in times.items()}
    mine = medians["sonde"]
    for name, command, goal in there:
        wall, cpu, peak = medians[name]
        ratios = f"{mine[0] / wall:15.3f} {mine[1] / cpu:7.3f}" if name != "sonde" else " " * 23
        wanted = f"<= {goal}" if goal else ""
        print(f"{wall:10.1f} {cpu:9.1f} {peak:8.1f} {ratios} {wanted:>7}  {name}")


race("all prototypes", [sonde, "prototypes", library], [
    ("walk over the children of units", [walk, library], 3),
    ("walk over every entry", [walk, "-a", library], 3),
    ("pfunct -P", ["pfunct", "-P", library], 0.1),
    ("gdb info functions", ["gdb", "-q", "-nx", "-batch", "-ex", "info functions -n", library], 0.1),
])
race("one prototype", [sonde, "prototypes", library, "Py_Initialize"], [
    ("gdb whatis", ["gdb", "-q", "-nx", "-batch", "-ex", "whatis Py_Initialize", library], None),
])
race("all types with their layouts", [sonde, "types", library], [
    ("pahole", ["pahole", "-M", library], None),
    ("abidw", ["abidw", "--no-corpus-path", library], None),
])
PYTHON
done
