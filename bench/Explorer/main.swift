import BrowserUI
import CLanguage
import ELFModel
import Glibc
import Workbench

// Measures the explorer without its terminal: the first frame, and keys typed into the filter.
//
//   sonde-bench LIBRARY WORD…
//
// Prints one line a figure, in milliseconds: `first-frame`, the exports listed; `all-symbols`, the
// full table read and listed too, which the explorer does on a thread; `demangling`; for every word `word`,
// the time from an empty filter to all matches of the word as one piece of text; at last `key-…`,
// the times of single keys of all words typed and deleted again, each with the frame it takes.

/// How long something took: on the wall's clock, and of the processor, which other programs of a
/// busy machine do not lengthen.
struct Duration {
  var wall = 0.0
  var processor = 0.0

  init(_ body: () throws -> Void) rethrows {
    let start = (Self.now(CLOCK_MONOTONIC), Self.now(CLOCK_PROCESS_CPUTIME_ID))
    try body()
    wall = Self.now(CLOCK_MONOTONIC) - start.0
    processor = Self.now(CLOCK_PROCESS_CPUTIME_ID) - start.1
  }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}

func text(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  let digits = String(hundredths % 100)
  return "\(hundredths / 100).\(digits.count < 2 ? "0" : "")\(digits)"
}

func show(_ name: String, _ duration: Duration) {
  print("\(name) \(text(duration.wall)) \(text(duration.processor))")
}

let arguments = CommandLine.arguments.dropFirst()
guard let path = arguments.first else {
  print("usage: sonde-bench LIBRARY WORD…")
  exit(64)
}
let words = Array(arguments.dropFirst())

var opened: BrowserModel?
let firstFrame = try Duration {
  let library = try OpenLibrary(path)
  let demangler = SharedDemangler()
  let model = BrowserModel(
    image: library.image, header: library.knowledge.header, sources: library.knowledge.sources,
    profilePath: library.profilePath, size: FrameSize(columns: 200, rows: 60),
    demangle: { demangler.demangle($0) })
  _ = model.view()
  opened = model
}
guard var model = opened else { exit(1) }
show("first-frame", firstFrame)
show(
  "all-symbols",
  try Duration {
    let image = try LibraryFile.read(path, tables: [.symtab])
    _ = model.update(.symtab(image.symtab))
    _ = model.view()
  })

func press(_ key: Key) {
  _ = model.update(.key(key))
  _ = model.view()
}

func finishIdleWork() {
  while model.wantsIdle { _ = model.update(.idle) }
}

// All symbols of both tables, and the work that the first frames put off.
press(.backTab)
finishIdleWork()
press(.character("x"))
show("demangling", Duration { finishIdleWork() })
press(.escape)

for word in words {
  let time = Duration {
    _ = model.update(.paste(word))
    finishIdleWork()
    _ = model.view()
  }
  show("word \(word)", time)
  press(.escape)
}

var keys: [Duration] = []
for word in words {
  for character in word {
    keys.append(Duration { press(.character(character)) })
    finishIdleWork()
  }
  for _ in word { keys.append(Duration { press(.backspace) }) }
}
// Fast typing: nothing is finished between the keys.
for word in words {
  for character in word { keys.append(Duration { press(.character(character)) }) }
  press(.escape)
  finishIdleWork()
}
for (name, part) in [("key-median", 0.5), ("key-p99", 0.99), ("key-worst", 1.0)] where !keys.isEmpty
{
  let place = min(keys.count - 1, Int(Double(keys.count) * part))
  let (wall, processor) = (keys.map(\.wall).sorted()[place], keys.map(\.processor).sorted()[place])
  print("\(name) \(text(wall)) \(text(processor))")
}
