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

func milliseconds(_ body: () throws -> Void) rethrows -> Double {
  var start = timespec()
  var end = timespec()
  clock_gettime(CLOCK_MONOTONIC, &start)
  try body()
  clock_gettime(CLOCK_MONOTONIC, &end)
  return Double(end.tv_sec - start.tv_sec) * 1e3 + Double(end.tv_nsec - start.tv_nsec) / 1e6
}

func show(_ name: String, _ value: Double) {
  let hundredths = Int((value * 100).rounded())
  let digits = String(hundredths % 100)
  print("\(name) \(hundredths / 100).\(digits.count < 2 ? "0" : "")\(digits)")
}

let arguments = CommandLine.arguments.dropFirst()
guard let path = arguments.first else {
  print("usage: sonde-bench LIBRARY WORD…")
  exit(64)
}
let words = Array(arguments.dropFirst())

var opened: BrowserModel?
let firstFrame = try milliseconds {
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
  try milliseconds {
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
show("demangling", milliseconds { finishIdleWork() })
press(.escape)

for word in words {
  let time = milliseconds {
    _ = model.update(.paste(word))
    finishIdleWork()
    _ = model.view()
  }
  show("word \(word)", time)
  press(.escape)
}

var keys: [Double] = []
for word in words {
  for character in word {
    keys.append(milliseconds { press(.character(character)) })
    finishIdleWork()
  }
  for _ in word { keys.append(milliseconds { press(.backspace) }) }
}
// Fast typing: nothing is finished between the keys.
for word in words {
  for character in word { keys.append(milliseconds { press(.character(character)) }) }
  press(.escape)
  finishIdleWork()
}
keys.sort()
for (name, part) in [("key-median", 0.5), ("key-p99", 0.99), ("key-worst", 1.0)] where !keys.isEmpty
{
  show(name, keys[min(keys.count - 1, Int(Double(keys.count) * part))])
}
