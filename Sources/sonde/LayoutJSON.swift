internal import CLanguage

extension JSONText {
  /// A type as one line: what it is, its size, and its members or enumerators.
  mutating func write(_ outline: CTypeOutline) {
    beginObject()
    key("kind")
    string(outline.kind.rawValue)
    key("name")
    string(outline.name)
    if let type = outline.type {
      key("type")
      string(type)
    }
    key("size")
    integer(outline.size)
    key("alignment")
    integer(outline.alignment)
    key("members")
    write(outline.members)
    key("enumerators")
    beginArray()
    for enumerator in outline.enumerators {
      beginObject()
      key("name")
      string(enumerator.name)
      key("value")
      integer(enumerator.value)
      endObject()
    }
    endArray()
    endObject()
    endLine()
  }

  private mutating func write(_ members: [CTypeOutline.Member]) {
    beginArray()
    for member in members {
      beginObject()
      key("name")
      string(member.name)
      key("type")
      string(member.type)
      key("offset")
      integer(member.offset)
      key("size")
      integer(member.size)
      if let bitOffset = member.bitOffset, let bitWidth = member.bitWidth {
        key("bit_offset")
        integer(bitOffset)
        key("bit_width")
        integer(bitWidth)
      }
      if !member.members.isEmpty {
        key("members")
        write(member.members)
      }
      endObject()
    }
    endArray()
  }
}
