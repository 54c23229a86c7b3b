"""Measures the round trip of a live call: sonde with a snapshot and a report of changes, sonde
without, and gdb's `call`; and the memory of thirty-two snapshots of a probe with a large heap.

    bench/calls.py SONDE ROUNDS

A round trip is the difference between a run with many calls and one with few, divided by their
number, so that the start of the program does not count. The medians of all rounds are printed.
"""

import glob
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

SONDE, ROUNDS = sys.argv[1], int(sys.argv[2])
CALLS = 300
PROTOTYPE = ("unsigned long crc32(unsigned long crc, const unsigned char *buf, "
             "unsigned int len);")
CALL = 'crc32(0, "hello", 5)'

HOST = r"""
unsigned long crc32(unsigned long, const unsigned char *, unsigned);
int main(void) { return crc32(0, (const unsigned char *)"hello", 5) == 0; }
"""

LOOP = r"""
import gdb, statistics, time
gdb.execute("set confirm off"); gdb.execute("break main"); gdb.execute("run")
call = '((unsigned long (*)(unsigned long, const unsigned char *, unsigned))crc32)(0, "hello", 5)'
assert int(gdb.parse_and_eval(call)) == 907060870
start = time.perf_counter()
for _ in range(%d): gdb.parse_and_eval(call)
print("SECONDS", (time.perf_counter() - start) / %d)
gdb.execute("kill")
"""


def sonde_seconds(options, count):
    command = [SONDE, "call", "libz.so.1", "--declare", PROTOTYPE, "--json", *options]
    start = time.perf_counter()
    output = subprocess.run(command + [CALL] * count, check=True, capture_output=True).stdout
    taken = time.perf_counter() - start
    lines = output.splitlines()
    assert len(lines) == count and all(json.loads(l)["value"] == 907060870 for l in lines)
    return taken


def sonde_round_trip(options):
    return (sonde_seconds(options, CALLS + 1) - sonde_seconds(options, 1)) / CALLS


def gdb_round_trip(folder):
    script = os.path.join(folder, "loop.py")
    with open(script, "w") as file:
        file.write(LOOP % (CALLS, CALLS))
    run = subprocess.run(["gdb", "-q", "-nx", "-batch", "-x", script, os.path.join(folder, "host")],
                         capture_output=True, text=True, timeout=300)
    for line in run.stdout.splitlines():
        if line.startswith("SECONDS"):
            return float(line.split()[1])
    raise SystemExit("bench: gdb did not call: " + run.stdout + run.stderr)


def descendants(process):
    found = []
    for path in glob.glob(f"/proc/{process}/task/*/children"):
        with open(path) as file:
            for child in file.read().split():
                found.append(int(child))
                found += descendants(int(child))
    return found


def rollup(process):
    values = {}
    with open(f"/proc/{process}/smaps_rollup") as file:
        for line in file.readlines()[1:]:
            name, number = line.split()[:2]
            values[name.rstrip(":")] = int(number) * 1024
    return values


def snapshot_memory(folder):
    """Sums what all processes of one session hold, while its last call sleeps."""
    source = os.path.join(folder, "heap.c")
    library = os.path.join(folder, "libheap.so")
    with open(source, "w") as file:
        file.write("#include <stdlib.h>\n#include <string.h>\n#include <unistd.h>\n"
                   "void *kept;\nvoid fill(unsigned long n) { memset(kept = malloc(n), 1, n); }\n"
                   "int count(void) { static int c; return ++c; }\n"
                   "void wait_here(void) { sleep(3); }\n")
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", library, source], check=True)
    statements = ["fill(100 << 20)"] + ["count()"] * 32 + ["wait_here()", ":undo"]
    run = subprocess.Popen(
        [SONDE, "call", library, "--declare",
         "void fill(unsigned long n); int count(void); void wait_here(void);", *statements],
        stdout=subprocess.DEVNULL)
    time.sleep(2)
    totals = []
    for process in descendants(run.pid):
        try:
            totals.append(rollup(process))
        except ProcessLookupError:
            pass  # it has ended and is not waited for yet
    run.wait()
    return len(totals), sum(t["Pss"] for t in totals), max(t["Rss"] for t in totals)


def main():
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "host.c"), "w") as file:
            file.write(HOST)
        subprocess.run(["cc", "-g", "-O0", "-o", os.path.join(folder, "host"),
                        os.path.join(folder, "host.c"), "-l:libz.so.1"], check=True)
        figures = {"sonde": [], "sonde --no-snapshot": [], "gdb call": []}
        for _ in range(ROUNDS):
            figures["sonde"].append(sonde_round_trip([]))
            figures["sonde --no-snapshot"].append(sonde_round_trip(["--no-snapshot"]))
            figures["gdb call"].append(gdb_round_trip(folder))
        peer = statistics.median(figures["gdb call"])
        print("round trip of a call (median):")
        for name, seconds in figures.items():
            median = statistics.median(seconds)
            print(f"  {name:22} {median * 1e3:8.3f} ms   {median / peer:6.2f} of gdb")
        count, total, largest = snapshot_memory(folder)
        print(f"memory: {count} processes of a session with 100 MB of heap hold "
              f"{total / 2**20:.1f} MB together, the largest alone {largest / 2**20:.1f} MB")


main()
