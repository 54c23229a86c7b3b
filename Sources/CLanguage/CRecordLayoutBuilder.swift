/// Places the members of a struct or union as gcc does on Linux.
///
/// System V ABI, AMD64 supplement, section 3.1.2 (aggregates, unions and bit-fields), which the
/// documents of the other targets agree with but for what `CTarget` says, with gcc's rules where
/// the documents are silent (packed, `aligned`, `#pragma pack`):
///
/// - An ordinary member goes to the next multiple of its alignment.
/// - A bit-field goes to the next bit, unless it would then lie in more units of its type's
///   alignment than its type has; then to the next multiple of that alignment.
/// - A bit-field of width 0 moves on to a multiple of its type's alignment, packed or not.
/// - Named bit-fields give the record their type's alignment, unnamed ones only on Arm.
/// - A bit-field as wide as an integer type that lies on a multiple of its width counts as one.
/// - `packed` makes alignments 1 byte and lets bit-fields lie anywhere; `#pragma pack(n)` caps
///   alignments at n, and under it bit-fields lie anywhere too.
///
/// On a big-endian target bits count from the most significant one of each byte; so counted,
/// every rule is the same.
struct CRecordLayoutBuilder {
  /// What placing needs to know of a member.
  struct Item {
    var size: Int
    var alignment: Int
    /// Nil for anything but a bit-field.
    var bitWidth: Int?
    var isNamed: Bool
    var isPacked: Bool
    var requestedAlignment: Int?
    /// No attribute had a say in the alignment.
    var isPlain: Bool
    /// gcc keeps values of the type in memory only.
    var isBlock: Bool
    /// It is a vector or has one, which keeps its alignment.
    var hasVector: Bool
    /// To gcc it is a decimal number of eight bytes, be there a struct around it or not.
    var isDecimal: Bool
  }

  private let target: CTarget
  private let isUnion: Bool
  private let packLimit: Int?
  /// The first free bit; of a union always 0.
  private var position = 0
  /// The bit behind the farthest member.
  private var extent = 0
  private var alignment: Int
  private var isPlain: Bool
  private var isBlock = false
  private var hasVector = false
  private var hasDecimal = false
  private var members: [CMemberLayout] = []

  init(target: CTarget, isUnion: Bool, packLimit: Int?, requestedAlignment: Int?) {
    self.target = target
    self.isUnion = isUnion
    self.packLimit = packLimit
    alignment = max(1, requestedAlignment ?? 1)
    isPlain = requestedAlignment == nil
  }

  mutating func place(_ item: Item) throws(CLayoutError) {
    if isUnion { position = 0 }
    isPlain = isPlain && item.isPlain
    isBlock = isBlock || item.isBlock
    hasVector = hasVector || item.hasVector
    hasDecimal = hasDecimal || item.isDecimal
    if let width = item.bitWidth {
      placeBitField(item, width: width)
    } else {
      placeMember(item)
    }
    extent = max(extent, position)
    guard extent <= CRecordLayout.largestSize * 8 else { throw .tooLarge }
  }

  func finished() throws(CLayoutError) -> CRecordLayout {
    let bytes = (extent + 7) / 8
    let size = roundedUp(bytes, to: alignment)
    guard size <= CRecordLayout.largestSize else { throw .tooLarge }
    var layout = CRecordLayout(size: size, alignment: alignment, members: members)
    layout.isPlain = isPlain
    layout.isBlock = isBlock || !CRecordLayout.integerSizes.contains(size)
    layout.hasVector = hasVector
    layout.isDecimal = hasDecimal && !isUnion && size == 8
    // gcc takes a record of eight bytes for an integer: where i386 puts one of those at a multiple
    // of 4, so it does the record, whose atomic members had it aligned to 8.
    if isPlain && !layout.isBlock && size == 8 && !hasVector && !layout.isDecimal {
      layout.alignment = min(alignment, target.integerFieldAlignment)
    }
    return layout
  }

  private mutating func placeMember(_ item: Item) {
    var desired = item.isPacked ? 1 : item.alignment
    if let requested = item.requestedAlignment { desired = max(desired, requested) }
    if let packLimit { desired = min(desired, packLimit) }
    alignment = max(alignment, desired)
    position = roundedUp(position, to: desired * 8)
    members.append(CMemberLayout(bitOffset: position, size: item.size))
    position += item.size * 8
  }

  private mutating func placeBitField(_ item: Item, width: Int) {
    let unit = item.alignment * 8
    if width == 0 {
      let boundary = max(unit, (item.requestedAlignment ?? 1) * 8)
      position = roundedUp(position, to: boundary)
      // Neither packed nor #pragma pack changes it.
      if target.unnamedBitFieldsAlign { alignment = max(alignment, boundary / 8) }
      members.append(CMemberLayout(bitOffset: position, size: item.size))
      return
    }
    var desired = max(item.requestedAlignment ?? 0, naturalAlignment(item, width: width))
    if let packLimit { desired = min(desired, packLimit) }
    if desired > 0 { position = roundedUp(position, to: desired * 8) }
    if !item.isPacked && packLimit == nil {
      let units = (position % unit + width + unit - 1) / unit
      if units > item.size * 8 / unit { position = roundedUp(position, to: unit) }
    }
    if item.isNamed || target.unnamedBitFieldsAlign {
      var implied = item.alignment
      if let packLimit {
        implied = min(implied, packLimit)
      } else if item.isPacked {
        implied = 1
      }
      alignment = max(alignment, implied, desired)
    }
    members.append(CMemberLayout(bitOffset: position, size: item.size))
    position += width
  }

  /// gcc takes a bit-field that is as wide as an integer, and happens to lie where that integer
  /// could, for the integer: then it has that integer's alignment, whatever its type has.
  private func naturalAlignment(_ item: Item, width: Int) -> Int {
    guard [8, 16, 32, 64, 128].contains(width) && !(width > 8 && item.isPacked) else { return 0 }
    guard position % width == 0 else { return 0 }
    let isAligned = item.requestedAlignment != nil
    return isAligned
      ? min(width / 8, target.largestAlignment) : min(width / 8, target.integerFieldAlignment)
  }

  private func roundedUp(_ value: Int, to multiple: Int) -> Int {
    guard multiple > 1 else { return value }
    return (value + multiple - 1) / multiple * multiple
  }
}

extension CRecordLayout {
  /// Bytes of the largest object: its size in bits stays far from overflow.
  static let largestSize = 1 << 56

  /// Bytes of the values that a register of a 32-bit machine, or a pair of them, can hold.
  static let integerSizes = [0, 1, 2, 4, 8]
}

extension CHeader {
  /// Lays out members in this header's target; the error comes with the member it is about.
  func layout(
    of members: [CMember], keyword: CRecordKeyword, isPacked: Bool, packLimit: Int?,
    alignment: Int?
  ) -> Result<CRecordLayout, CMemberLayoutError> {
    var builder = CRecordLayoutBuilder(
      target: target, isUnion: keyword == .union, packLimit: packLimit,
      requestedAlignment: alignment)
    for (index, member) in members.enumerated() {
      do throws(CLayoutError) {
        try builder.place(item(for: member, isPacked: isPacked))
      } catch {
        return .failure(CMemberLayoutError(index: index, error: error))
      }
    }
    do throws(CLayoutError) {
      return .success(try builder.finished())
    } catch {
      return .failure(CMemberLayoutError(index: members.count - 1, error: error))
    }
  }

  private func item(
    for member: CMember, isPacked: Bool
  ) throws(CLayoutError) -> CRecordLayoutBuilder.Item {
    let memberLayout: CTypeLayout
    if case .array(let element, nil) = resolved(member.type).type {
      // A flexible array member has the alignment of its elements and no size.
      memberLayout = CTypeLayout(size: 0, alignment: try layout(of: element).alignment)
    } else {
      memberLayout = try layout(of: member.type)
    }
    // A request for less than the type has anyway has no effect.
    let least = member.bitWidth == nil ? memberLayout.alignment : 0
    let isAsked = member.alignment.map { $0 >= least } ?? false
    return CRecordLayoutBuilder.Item(
      size: memberLayout.size, alignment: memberLayout.alignment, bitWidth: member.bitWidth,
      isNamed: member.name != nil, isPacked: isPacked || member.isPacked,
      requestedAlignment: member.alignment,
      isPlain: !isAsked && isPlain(member.type.type), isBlock: isBlock(member.type.type),
      hasVector: hasVector(member.type.type),
      isDecimal: member.bitWidth == nil && isDecimal(member.type.type))
  }

  /// Whether gcc keeps values of a type in memory only, as it does when they are not as large as
  /// an integer, or have such a part.
  private func isBlock(_ type: CType) -> Bool {
    switch resolved(type) {
    case .array(let element, let count):
      let size = (try? layout(of: type))?.size ?? -1
      return size != 0
        && (isBlock(element.type) || (count != 1 && !CRecordLayout.integerSizes.contains(size)))
    case .record(let name):
      return definition(of: name).map { $0.layout.size != 0 && $0.layout.isBlock } ?? true
    case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .pointer, .function,
      .enumeration,
      .typedef:
      return false
    }
  }

  /// Whether a type is a vector or has one in it.
  private func hasVector(_ type: CType) -> Bool {
    switch resolved(type) {
    case .vector: return true
    case .array(let element, let count): return count != 0 && hasVector(element.type)
    case .record(let name): return definition(of: name)?.layout.hasVector ?? false
    case .void, .bool, .integer, .floating, .complex, .bitInt, .pointer, .function, .enumeration,
      .typedef:
      return false
    }
  }

  /// Whether gcc takes a type for a decimal number of eight bytes.
  private func isDecimal(_ type: CType) -> Bool {
    switch resolved(type) {
    case .floating(let kind): return kind == .decimal64
    case .array(let element, let count): return count == 1 && isDecimal(element.type)
    case .record(let name): return definition(of: name)?.layout.isDecimal ?? false
    case .void, .bool, .integer, .complex, .vector, .bitInt, .pointer, .function, .enumeration,
      .typedef:
      return false
    }
  }

  /// Whether no attribute had a say in a type's alignment, nor in that of a part of it.
  private func isPlain(_ type: CType) -> Bool {
    switch type {
    case .typedef(let name):
      guard let entry = typedefEntry(named: name), entry.alignment == nil else { return false }
      return isPlain(entry.resolved.type)
    case .array(let element, _): return isPlain(element.type)
    case .record(let name): return definition(of: name)?.layout.isPlain ?? false
    case .void, .bool, .integer, .floating, .complex, .vector, .bitInt, .pointer, .function,
      .enumeration:
      return true
    }
  }
}

/// Which member has no layout, and why.
struct CMemberLayoutError: Error {
  var index: Int
  var error: CLayoutError
}
