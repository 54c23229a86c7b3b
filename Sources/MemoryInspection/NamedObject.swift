/// A piece of memory that has a name.
package struct NamedObject: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Declared in the session; the number is the caller's.
    case variable(Int)
    /// Of a library.
    case global
    /// What `malloc` gave.
    case heapBlock
    /// Known, and no change of it is told.
    case ignored
  }

  package var name: String
  package var range: Range<UInt64>
  package var kind: Kind

  package init(name: String, range: Range<UInt64>, kind: Kind) {
    self.name = name
    self.range = range
    self.kind = kind
  }
}

/// Objects by address; where several overlap, the one added first is meant.
package struct ObjectMap: Sendable {
  private var objects: [NamedObject] = []

  /// Objects in order of their importance.
  package init(_ objects: [NamedObject]) {
    var sorted = objects.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    sorted.removeAll { $0.element.range.isEmpty }
    var kept: [(offset: Int, element: NamedObject)] = []
    for entry in sorted {
      guard let last = kept.last, last.element.range.overlaps(entry.element.range) else {
        kept.append(entry)
        continue
      }
      // The more important one wins; of the other what lies behind it is still told.
      if last.offset < entry.offset {
        let rest =
          last.element.range
          .upperBound..<Swift.max(
            entry.element.range.upperBound, last.element.range.upperBound)
        if rest.isEmpty { continue }
        var cut = entry
        cut.element.range = rest
        kept.append(cut)
      } else {
        let end = last.element.range.upperBound
        kept[kept.count - 1].element.range =
          last.element.range.lowerBound..<entry.element.range.lowerBound
        if kept[kept.count - 1].element.range.isEmpty { kept.removeLast() }
        kept.append(entry)
        if end > entry.element.range.upperBound {
          var tail = last
          tail.element.range = entry.element.range.upperBound..<end
          kept.append(tail)
        }
      }
    }
    self.objects = kept.map(\.element)
  }

  /// The object that an address is in.
  package func object(at address: UInt64) -> NamedObject? {
    let index = firstIndex(endingAfter: address)
    guard index < objects.count, objects[index].range.contains(address) else { return nil }
    return objects[index]
  }

  /// A run cut at the borders of objects, each piece with its object; nil where there is none.
  package func pieces(of run: ChangedRun) -> [(object: NamedObject?, run: ChangedRun)] {
    var pieces: [(NamedObject?, ChangedRun)] = []
    var place = run.address
    let end = run.range.upperBound
    var index = firstIndex(endingAfter: place)
    while place < end {
      let object = index < objects.count ? objects[index] : nil
      let stop: UInt64
      var owner: NamedObject?
      if let object, object.range.contains(place) {
        stop = Swift.min(end, object.range.upperBound)
        owner = object
        index += 1
      } else {
        stop = Swift.min(end, object?.range.lowerBound ?? end)
      }
      if let piece = run.clamped(to: place..<stop) { pieces.append((owner, piece)) }
      place = stop
    }
    return pieces
  }

  private func firstIndex(endingAfter address: UInt64) -> Int {
    var (low, high) = (0, objects.count)
    while low < high {
      let middle = (low + high) / 2
      if objects[middle].range.upperBound <= address { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
