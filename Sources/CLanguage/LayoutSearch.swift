/// Finds the packing and alignments that make C place members where they are known to stand.
struct LayoutSearch {
  let header: CHeader
  let name: CRecordName
  let members: [CMember]
  let given: CRecordLayout

  /// What the record's definition has to say for it.
  struct Answer {
    var members: [CMember]
    var isPacked = false
    var alignment: Int?
    var packLimit: Int?
    var layout: CRecordLayout

    func apply(to definition: inout CRecordDefinition) {
      definition.members = members
      definition.isPacked = isPacked
      definition.alignment = alignment
      definition.packLimit = packLimit
      definition.layout = layout
    }
  }

  /// Nil when nothing that C can say gives that layout.
  func found() -> Answer? {
    let wanted = given.alignment > 1 ? given.alignment : nil
    if let answer = attempt(members) { return answer }
    if members.contains(where: { $0.bitWidth != nil }), let filled = filled() {
      let search = LayoutSearch(header: header, name: name, members: filled.0, given: filled.1)
      return search.found()
    }
    if let wanted, let answer = attempt(members, alignment: wanted) { return answer }
    if let answer = attempt(members, isPacked: true) { return answer }
    if let wanted, let answer = attempt(members, isPacked: true, alignment: wanted) {
      return answer
    }
    for limit in [1, 2, 4, 8] {
      if let answer = attempt(members, packLimit: limit) { return answer }
    }
    return memberByMember()
  }

  /// Bit-fields without a name, which debug information leaves out, put back where there are gaps;
  /// nil when there are none.
  private func filled() -> ([CMember], CRecordLayout)? {
    guard name.keyword == .struct else { return nil }
    var filled: [CMember] = []
    var layout = CRecordLayout(size: given.size, alignment: given.alignment, members: [])
    var end = 0
    for (member, place) in zip(members, given.members) {
      let unit = place.size * 8
      if let width = member.bitWidth, place.bitOffset > end, unit > 0 {
        let isCrossing = end % unit + width > unit
        let natural = isCrossing ? (end + unit - 1) / unit * unit : end
        if natural != place.bitOffset, end / unit == (place.bitOffset - 1) / unit {
          filled.append(
            CMember(
              name: nil, type: member.type, bitWidth: place.bitOffset - end, range: member.range))
          layout.members.append(CMemberLayout(bitOffset: end, size: place.size))
        }
      }
      filled.append(member)
      layout.members.append(place)
      end = place.bitOffset + (member.bitWidth ?? unit)
    }
    return filled.count > members.count ? (filled, layout) : nil
  }

  private func attempt(
    _ members: [CMember], isPacked: Bool = false, alignment: Int? = nil, packLimit: Int? = nil
  ) -> Answer? {
    let result = header.layout(
      of: members, keyword: name.keyword, isPacked: isPacked, packLimit: packLimit,
      alignment: alignment)
    guard case .success(let layout) = result, layout.size == given.size,
      layout.members.map(\.bitOffset) == given.members.map(\.bitOffset),
      layout.alignment >= given.alignment
    else { return nil }
    return Answer(
      members: members, isPacked: isPacked, alignment: alignment, packLimit: packLimit,
      layout: layout)
  }

  /// Members that stand closer than their types want are packed, those farther away aligned.
  private func memberByMember() -> Answer? {
    guard name.keyword == .struct else { return bySize(members) }
    var changed = members
    var end = 0
    for index in changed.indices where changed[index].bitWidth == nil {
      let place = given.members[index]
      let type = changed[index].type.type
      let natural =
        (try? header.layout(of: type))?.alignment ?? changed[index].alignment ?? 1
      let standing = changed[index].alignment.map { max($0, natural) } ?? natural
      let expected = rounded(end, to: standing)
      if place.offset < expected || place.offset % standing != 0 {
        changed[index].isPacked = true
        changed[index].alignment = nil
      } else if place.offset > expected {
        var alignment = standing
        while rounded(end, to: alignment) < place.offset && alignment < 4096 { alignment *= 2 }
        changed[index].alignment = alignment
      }
      end = place.offset + place.size
    }
    return bySize(changed)
  }

  /// A size beyond the last member's end comes from the record's own alignment.
  private func bySize(_ members: [CMember]) -> Answer? {
    if let answer = attempt(members) { return answer }
    var alignment = max(2, given.alignment)
    while alignment <= 4096 && alignment <= max(1, given.size) {
      if let answer = attempt(members, alignment: alignment) { return answer }
      if let answer = attempt(members, isPacked: true, alignment: alignment) { return answer }
      alignment *= 2
    }
    return nil
  }

  private func rounded(_ value: Int, to multiple: Int) -> Int {
    multiple > 1 ? (value + multiple - 1) / multiple * multiple : value
  }
}
