"""Runs sonde and its peers in turn and prints medians; started by run.sh."""

import os, shutil, statistics, subprocess, sys, time

sonde, rounds, large, small, largest, scratch = sys.argv[1], int(sys.argv[2]), *sys.argv[3:7]

def measure(command):
    """Wall and processor milliseconds and peak kilobytes of one run."""
    start = time.perf_counter()
    with open(os.devnull, "r+b") as null:
        child = subprocess.Popen(command, stdin=null, stdout=null, stderr=null)
        _, status, usage = os.wait4(child.pid, 0)
    wall = (time.perf_counter() - start) * 1000
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"bench: {' '.join(command)} ended with {child.returncode}")
    return wall, (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss

# A child's peak counts the moment before exec too, when it still was a copy of this program.
floor = None

def peak_text(kilobytes):
    return f"{'<' if kilobytes <= floor * 1.05 else ' '}{kilobytes / 1024:.1f}"

def judge(what, reached, goal):
    print(f"  goal: {what} at most {goal}: {reached:.3f}, {'reached' if reached <= goal else 'MISSED'}")

def race(title, ours, peers):
    """Prints the table; returns the medians by name: wall and processor time, peak."""
    print(f"\n{title}")
    entries = [("sonde", ours)]
    for name, command in peers:
        if shutil.which(command[0]):
            entries.append((name, command))
        else:
            print(f"  {name:24} skipped: {command[0]} is not installed")
    times = {name: [] for name, _ in entries}
    for name, command in entries:
        measure(command)  # The first run warms the page cache and does not count.
    for _ in range(rounds):
        for name, command in entries:
            times[name].append(measure(command))
    print(f"  {'':24} {'wall ms':>9} {'cpu ms':>9} {'peak MB':>9} {'sonde/it: wall':>15} {'cpu':>7}")
    medians = {n: [statistics.median(column) for column in zip(*t)] for n, t in times.items()}
    mine = medians["sonde"]
    for name, _ in entries:
        wall, cpu, peak = medians[name]
        ratios = "" if name == "sonde" else f"{mine[0] / wall:15.3f} {mine[1] / max(cpu, 1e-3):7.3f}"
        print(f"  {name:24} {wall:9.2f} {cpu:9.2f} {peak_text(peak):>9} {ratios}")
    return medians

def listing(path, goals):
    """`goals` takes the medians of the peers and ours."""
    medians = race(
        f"symbols of {os.path.basename(path)}, {rounds} rounds",
        [sonde, "symbols", path],
        [
            ("nm -D", ["nm", "-D", path]),
            ("eu-nm -D", ["eu-nm", "-D", path]),
            ("llvm-nm -D", ["llvm-nm", "-D", path]),
            ("readelf -W --dyn-syms", ["readelf", "-W", "--dyn-syms", path]),
        ])
    ours = medians.pop("sonde")
    goals(ours, medians)
    if "nm -D" in medians:
        judge("peak memory, of that of nm -D", ours[2] / medians["nm -D"][2], 1)

def large_goals(ours, peers):
    for column, what in ((0, "wall"), (1, "processor time")):
        fastest = min(peers, key=lambda name: peers[name][column], default=None)
        if fastest:
            judge(f"{what}, of the fastest peer ({fastest})", ours[column] / peers[fastest][column], 0.15)

def small_goals(ours, peers):
    for name, goal in (("nm -D", 0.2), ("readelf -W --dyn-syms", 2.5)):
        if name in peers:
            judge(f"wall, of {name}", ours[0] / peers[name][0], goal)

floor = measure(["true"])[2]

for path, what, goals in (
        (large, "no libLLVM found; name a large library in SONDE_BENCH_LIBRARY", large_goals),
        (small, "libz.so.1 not found", small_goals),
        (largest, "no library is larger", large_goals)):
    if path and os.path.exists(path):
        listing(path, goals)
    else:
        print(f"\nsymbols: skipped: {what}")

if small and os.path.exists(small):
    # gdb has no way to call into a library alone: it runs a process that has it loaded.
    gdb = ["gdb", "-nx", "-batch", "-ex", f"set environment LD_PRELOAD {small}", "-ex", "break main",
           "-ex", "starti", "-ex", "continue",
           "-ex", "print ((unsigned long (*)(unsigned long, const char *, unsigned))crc32)(0, \"hello\", 5)",
           "-ex", "kill", f"{scratch}/host"]
    with open(f"{scratch}/host.c", "w") as host:
        host.write("int main(void) { return 0; }\n")
    peers = [("python3 ctypes", [sys.executable, f"{scratch}/call.py", small])]
    if shutil.which("cc") and shutil.which("gdb"):
        subprocess.run(["cc", "-g", "-o", f"{scratch}/host", f"{scratch}/host.c"], check=True)
        answer = subprocess.run(gdb, capture_output=True, text=True).stdout
        if "907060870" in answer:
            peers.append(("gdb print", gdb))
        else:
            print("\ncall: gdb skipped: it did not give the right answer here")
    else:
        print("\ncall: gdb skipped: gdb or cc is not installed")
    race(f"crc32(0, \"hello\", 5) of libz from the shell, {rounds} rounds",
         [sonde, "call", "libz.so.1", "crc32(0, \"hello\", 5)"], peers)

def parsing(include, flags):
    """A header as the preprocessor leaves it, against compilers that read all of it.

    Twice: with line markers, where sonde's layout passes over the prototypes of included files,
    right or wrong, and has all types ready; and without, where it reads every declaration.
    """
    for option, what in (([], "every type ready, prototypes passed over"),
                         (["-P"], "every declaration read")):
        path = f"{scratch}/{os.path.basename(include)}{''.join(option)}.i"
        done = subprocess.run(["cc", "-E", "-x", "c", *option, *flags, "-o", path, "-"], text=True,
                              input=f"#include <{include}>\n", capture_output=True)
        if done.returncode != 0:
            print(f"\nparsing: {include} skipped: {done.stderr.splitlines()[0]}")
            return
        race(f"{include}, {os.path.getsize(path) >> 10} KiB preprocessed, {what}, {rounds} rounds",
             [sonde, "layout", path, "size_t"],
             [("gcc -fsyntax-only",
               ["gcc", "-fsyntax-only", "-w", "-fpreprocessed", "-x", "c", path]),
              ("clang -fsyntax-only", ["clang", "-fsyntax-only", "-w", "-x", "cpp-output", path])])

parsing("openssl/ssl.h", [])
parsing("gio/gio.h", ["-I/usr/include/glib-2.0", "-I/usr/lib/x86_64-linux-gnu/glib-2.0/include"])
