import ELFModel

/// Libraries that allocate without malloc: the ledger knows nothing of what those give.
enum OwnAllocator {
  /// What jemalloc, mimalloc, tcmalloc and their like export.
  private static let names = ["malloc", "je_malloc", "mi_malloc", "tc_malloc", "rpmalloc"]
    .map { Array($0.utf8) }

  /// One line for each of the libraries that brings an allocator along.
  ///
  /// The probe's malloc comes before that of any library, so only calls of the library's own to
  /// itself, and those that name its function, get around the ledger. The C library's is the one
  /// that the ledger stands before.
  static func remarks(of images: [ELFImage]) -> [String] {
    images.filter { !$0.profileName.hasPrefix("libc.so") && bringsAllocator($0) }.map {
      "\($0.profileName) brings an allocator of its own; blocks that it gives are not in the list of "
        + "allocations, and writing past their end is not noticed"
    }
  }

  private static func bringsAllocator(_ image: ELFImage) -> Bool {
    let lengths = Set(names.map(\.count))
    return image.dynsym.symbols.contains { symbol in
      guard symbol.isDefined, symbol.type == .function else { return false }
      let name = image.dynsym.nameBytes(of: symbol)
      return lengths.contains(name.count) && names.contains { $0.elementsEqual(name) }
    }
  }
}
