#!/usr/bin/env python3
"""Calls, side by side with the peers, in one run: medians and ratios.

    bench/repeat.py [SONDE]      the release build unless said otherwise

- a million calls of cos: `sonde call --repeat` beside the same loop in C over libffi, and beside
  Python's ctypes and cffi;
- a comparator in C at the console for qsort: 100,000 callbacks.
"""

import json, os, statistics, subprocess, sys, tempfile, time, timeit

here = os.path.dirname(os.path.abspath(__file__))
sonde = sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, "../.build/release/sonde")
rounds = 15

def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout

def show(name, value, unit, ours=None):
    ratio = f"   sonde/it {ours / value:7.3f}" if ours else ""
    print(f"  {name:28} {value:10.2f} {unit}{ratio}")

def loop(scratch):
    print("1,000,000 calls of cos, nanoseconds a call")
    count, argument = 1_000_000, 0.5
    program = os.path.join(scratch, "ffi_loop")
    output("cc", "-O2", "-o", program, os.path.join(here, "ffi_loop.c"), "-lffi")
    ours, peer = [], []
    for _ in range(rounds):
        report = output(sonde, "call", "libm.so.6", "--json", "--declare", "double cos(double);",
                        "--repeat", str(count), "cos(0.5)")
        ours.append(json.loads(report)["repeat"]["median_ns"])
        peer.append(float(output(program, str(count))))
    mine = statistics.median(ours)
    show("sonde --repeat", mine, "ns")
    show("C over libffi", statistics.median(peer), "ns", mine)
    import ctypes
    cos = ctypes.CDLL("libm.so.6").cos
    cos.restype, cos.argtypes = ctypes.c_double, [ctypes.c_double]
    show("ctypes", min(timeit.repeat(lambda: cos(argument), number=count, repeat=3)) / count * 1e9,
         "ns", mine)
    try:
        import cffi
    except ImportError:
        print("  cffi: not installed")
        return
    ffi = cffi.FFI()
    ffi.cdef("double cos(double);")
    cos = ffi.dlopen("libm.so.6").cos
    show("cffi", min(timeit.repeat(lambda: cos(argument), number=count, repeat=3)) / count * 1e9,
         "ns", mine)

def callbacks():
    print("a comparator at the console, called by qsort")
    statements = [
        "int a[8192]; for (int i = 0; i < 8192; i++) a[i] = i * 7919 % 8191;",
        "int count = 0; int compare(const void *x, const void *y) "
        "{ count++; return *(const int *)x - *(const int *)y; }",
        "qsort(a, 8192, 4, compare);", "count",
    ]
    command = [sonde, "call", "libc.so.6", "--timeout", "100", "--declare",
               "void qsort(void *, unsigned long, unsigned long, "
               "int (*)(const void *, const void *));"]
    times, count = [], 0
    for _ in range(3):
        start = time.perf_counter()
        count = int(output(*command, *statements).split()[-1])
        times.append(time.perf_counter() - start)
    total = statistics.median(times)
    show(f"{count} callbacks", total, "s")
    show("100,000 would take", total / count * 100_000, "s")

with tempfile.TemporaryDirectory() as scratch:
    os.environ["XDG_DATA_HOME"] = scratch
    loop(scratch)
    callbacks()
