// fuzz: ProbeWire
//
// libFuzzer driver: any bytes as a stream of frames, and as each kind of message. It is compiled
// together with Sources/ProbeWire as one module.
//
// Inputs that ever mattered are kept in corpus/DecodeFrame; WireCorpusTests replays them.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  _ = try? CrashReport.decodeRecord(bytes)
  checkRoundTrip(bytes)
  var buffer = FrameBuffer()
  buffer.append(bytes)
  while let frame = try? buffer.next() { checkRoundTrip(frame.payload) }
  return 0
}

/// What decodes must encode to the same bytes: nothing is read in two ways.
private func checkRoundTrip(_ payload: [UInt8]) {
  if let request = try? ProbeRequest(decoding: payload) {
    precondition(request.encoded == payload)
  }
  if let reply = try? ProbeReply(decoding: payload) { precondition(reply.encoded == payload) }
}
