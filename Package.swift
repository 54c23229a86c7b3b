// swift-tools-version: 6.2
import PackageDescription

/// Every module: internal imports by default, members only from modules the file imports.
let everywhere: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Pure modules hold values and functions only: no pointers, no libc, no Foundation.
let pure: [SwiftSetting] = everywhere + [.strictMemorySafety()]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "sonde",
  products: [
    .executable(name: "sonde", targets: ["sonde"]),
    .executable(name: "sonde-probe", targets: ["sonde-probe"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    // MARK: C rooms

    .systemLibrary(name: "CElf"),
    // Static, libelf too, which both rooms share: libdw and what it brings (three libraries of
    // compression) would otherwise cost every start of the program twice what listing takes.
    .target(
      name: "CDwarf",
      linkerSettings: [
        .linkedLibrary(":libdw.a"), .linkedLibrary(":libelf.a"), .linkedLibrary(":liblzma.a"),
        .linkedLibrary(":libbz2.a"), .linkedLibrary(":libzstd.a"), .linkedLibrary(":libz.a"),
      ]),
    .systemLibrary(name: "CFFI"),
    .systemLibrary(name: "CMemory"),
    // libstdc++ has to be seen by the linker, so that it uses the `operator new` of this room.
    .target(
      name: "CDemangle",
      linkerSettings: [.linkedLibrary(":libiberty.a"), .linkedLibrary("stdc++")]),
    .target(name: "CCapstone"),
    // A library is named once on the command line of the linker, and libdw needs this one too: it
    // has to stand behind libdw wherever both are linked.
    .target(
      name: "CLzma",
      linkerSettings: [
        .linkedLibrary(":libdw.a"), .linkedLibrary(":libelf.a"), .linkedLibrary(":liblzma.a"),
      ]),
    .target(name: "CCurses"),
    .target(name: "CProcess"),
    .target(name: "CProbe", dependencies: ["CFFI"]),

    // MARK: Pure modules

    .target(name: "ELFModel", swiftSettings: pure),
    .target(name: "CLanguage", swiftSettings: pure),
    .target(name: "ProbeWire", swiftSettings: pure),
    .target(name: "MemoryInspection", swiftSettings: pure),
    .target(name: "Marshalling", dependencies: ["CLanguage", "ProbeWire"], swiftSettings: pure),
    .target(
      name: "Evaluation", dependencies: ["CLanguage", "Marshalling", "ProbeWire"],
      swiftSettings: pure),
    .target(
      name: "BrowserUI", dependencies: ["CLanguage", "ELFModel", "Evaluation", "ProbeWire"],
      swiftSettings: pure),

    // MARK: Edges, one per outside thing

    .target(
      name: "ELFReader", dependencies: ["CDemangle", "CElf", "CLzma", "ELFModel"],
      swiftSettings: everywhere),
    .target(
      name: "DebugInfo", dependencies: ["CDwarf", "CLanguage"], swiftSettings: everywhere),
    .target(
      name: "Disassembly", dependencies: ["CCapstone", "ELFModel"], swiftSettings: everywhere),
    .target(name: "Profiles", dependencies: ["CLanguage"], swiftSettings: everywhere),
    .target(
      name: "ProbeHost", dependencies: ["CProcess", "MemoryInspection", "ProbeWire"],
      swiftSettings: everywhere),
    .target(
      name: "ProbeWorker", dependencies: ["CFFI", "CProbe", "ProbeWire"],
      swiftSettings: everywhere),
    .target(name: "SystemCompiler", dependencies: ["CProcess"], swiftSettings: everywhere),
    .target(name: "Terminal", dependencies: ["BrowserUI", "CCurses"], swiftSettings: everywhere),

    // MARK: Assembly

    .target(
      name: "Workbench",
      dependencies: [
        "CLanguage", "DebugInfo", "Disassembly", "ELFModel", "ELFReader", "Evaluation",
        "MemoryInspection", "ProbeHost", "ProbeWire", "Profiles", "SystemCompiler",
      ],
      swiftSettings: everywhere),
    .executableTarget(
      name: "sonde",
      dependencies: [
        "BrowserUI", "CLanguage", "CMemory", "ELFModel", "Evaluation", "Marshalling",
        "MemoryInspection", "ProbeWire", "Profiles", "SystemCompiler", "Terminal", "Workbench",
        argumentParser,
      ],
      swiftSettings: everywhere),
    .executableTarget(
      name: "sonde-probe", dependencies: ["ProbeWorker"], swiftSettings: everywhere),

    // MARK: Measuring

    .executableTarget(
      name: "sonde-bench", dependencies: ["BrowserUI", "CLanguage", "ELFModel", "Workbench"],
      path: "bench/Explorer", swiftSettings: everywhere),

    // MARK: Tests

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: everywhere),
    .testTarget(name: "ArchitectureTests", swiftSettings: everywhere),
    .testTarget(name: "ELFModelTests", dependencies: ["ELFModel"], swiftSettings: everywhere),
    .testTarget(
      name: "CLanguageTests", dependencies: ["CLanguage", "TestSupport"],
      swiftSettings: everywhere),
    .testTarget(
      name: "ProbeWireTests", dependencies: ["ProbeWire", "TestSupport"],
      swiftSettings: everywhere),
    .testTarget(
      name: "MemoryInspectionTests", dependencies: ["MemoryInspection"],
      swiftSettings: everywhere),
    .testTarget(
      name: "MarshallingTests", dependencies: ["CLanguage", "Marshalling", "ProbeWire"],
      swiftSettings: everywhere),
    .testTarget(
      name: "EvaluationTests",
      dependencies: ["CLanguage", "Evaluation", "Marshalling", "ProbeWire"],
      swiftSettings: everywhere),
    .testTarget(
      name: "BrowserUITests",
      dependencies: [
        "BrowserUI", "CLanguage", "ELFModel", "Evaluation", "ProbeWire", "TestSupport",
      ],
      exclude: ["Golden"], swiftSettings: everywhere),
    .testTarget(
      name: "ELFReaderTests", dependencies: ["ELFModel", "ELFReader", "TestSupport"],
      swiftSettings: everywhere),
    .testTarget(
      name: "DisassemblyTests",
      dependencies: ["Disassembly", "ELFModel", "ELFReader", "TestSupport"],
      swiftSettings: everywhere),
    .testTarget(
      name: "DebugInfoTests", dependencies: ["CLanguage", "DebugInfo", "TestSupport"],
      swiftSettings: everywhere),
    .testTarget(
      name: "WorkbenchTests",
      dependencies: [
        "CLanguage", "ELFModel", "ELFReader", "SystemCompiler", "TestSupport", "Workbench",
      ],
      swiftSettings: everywhere),
    .testTarget(
      name: "SystemCompilerTests", dependencies: ["SystemCompiler", "TestSupport"],
      swiftSettings: everywhere),
    .testTarget(
      name: "ProfilesTests", dependencies: ["CLanguage", "Profiles", "TestSupport"],
      swiftSettings: everywhere),
    .testTarget(
      name: "CallTests",
      dependencies: [
        "CLanguage", "Marshalling", "ProbeHost", "ProbeWire", "TestSupport", "sonde-probe",
      ],
      swiftSettings: everywhere),
    .testTarget(
      name: "ProbeHostTests",
      dependencies: [
        "MemoryInspection", "ProbeHost", "ProbeWire", "TestSupport", "sonde-probe",
      ],
      swiftSettings: everywhere),
    .testTarget(
      name: "SondeTests", dependencies: ["TestSupport", "sonde", "sonde-probe", argumentParser],
      swiftSettings: everywhere),
  ],
  swiftLanguageModes: [.v6]
)
