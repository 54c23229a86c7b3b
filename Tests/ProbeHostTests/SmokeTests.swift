import ProbeHost
import ProbeWire
import Testing

@Suite struct SmokeTests {
  @Test func `strlen`() throws {
    let host = try ProbeHost(interrupt: Bell())
    let deadline = Deadline(after: 5)
    #expect(try host.takeSnapshot(deadline: deadline) == nil)
    #expect(try host.perform(.load(path: "libc.so.6", isGlobal: false), deadline: deadline) == .replied(.loaded(library: 0)))
    guard case .replied(.resolved(let address)) = try host.perform(.resolve(library: 0, symbol: "strlen", version: nil), deadline: deadline) else { Issue.record("no strlen"); return }
    let call = ProbeCall(address: address, result: .uint64, arguments: [.buffer(0)], fixedCount: nil, buffers: [Array("hello\0".utf8)])
    print(try host.perform(.call(call), deadline: deadline))
    #expect(try host.takeSnapshot(deadline: deadline) == nil)
    let bad = ProbeCall(address: address, result: .uint64, arguments: [.value(.pointer, [UInt8](repeating: 0, count: 8))], fixedCount: nil, buffers: [])
    print(try host.perform(.call(bad), deadline: deadline))
    try host.restore()
    print(try host.perform(.call(call), deadline: deadline))
    print(host.takeOutput())
  }
}
