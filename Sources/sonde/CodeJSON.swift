internal import ELFModel

extension JSONText {
  /// One instruction: its address and bytes, what it is, and what it goes or refers to.
  mutating func write(_ line: CodeListing.Line) {
    let instruction = line.instruction
    beginObject()
    key("address")
    integer(instruction.address)
    key("bytes")
    instruction.bytes.withUnsafeBufferPointer { hexadecimal($0) }
    key("mnemonic")
    string(instruction.mnemonic)
    key("operands")
    string(instruction.operands)
    key("flow")
    string(instruction.flow.jsonName)
    switch instruction.flow {
    case .call, .jump, .conditionalJump:
      if line.place != nil || instruction.target != nil {
        key("target")
        write(line.place, address: instruction.target)
      }
    case .next, .return, .stop: break
    }
    if let reference = instruction.reference {
      key("reference")
      let isTarget = instruction.flow != .next
      write(isTarget ? nil : line.place, address: reference.address, isAccess: reference.isAccess)
    } else if instruction.flow == .next, let place = line.place {
      key("reference")
      write(place, address: nil)
    }
    if let comment = line.comment {
      key("comment")
      string(comment)
    }
    if let source = line.source {
      key("source")
      beginObject()
      key("file")
      string(source.file)
      key("line")
      integer(source.line)
      key("text")
      string(source.text)
      endObject()
    }
    endObject()
    endLine()
  }

  /// One reference between functions.
  mutating func write(_ reference: CrossReference) {
    beginObject()
    key("reference")
    string(reference.kind.rawValue)
    key("address")
    integer(reference.address)
    writeKeys(of: reference.place)
    endObject()
    endLine()
  }

  private mutating func write(_ place: CodePlace?, address: UInt64?, isAccess: Bool? = nil) {
    beginObject()
    if let address {
      key("address")
      integer(address)
    }
    if let isAccess {
      key("access")
      bool(isAccess)
    }
    if let place { writeKeys(of: place) }
    endObject()
  }

  private mutating func writeKeys(of place: CodePlace) {
    key("name")
    string(place.name)
    key("offset")
    integer(place.offset)
    key("kind")
    string(place.kind.rawValue)
  }
}

extension Instruction.Flow {
  fileprivate var jsonName: String {
    switch self {
    case .next: "next"
    case .call: "call"
    case .jump: "jump"
    case .conditionalJump: "conditional_jump"
    case .return: "return"
    case .stop: "stop"
    }
  }
}
