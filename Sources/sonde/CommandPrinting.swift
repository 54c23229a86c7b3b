import Evaluation
import Workbench

/// Lines of a session that are no C.
extension ReportPrinter {
  /// Carries out a command, and prints what came of it.
  mutating func carryOut(_ text: String, on session: Session) {
    do {
      switch try SessionCommand(text) {
      case .undo(let count): printUndone(try session.undo(count), text)
      case .leaks: printLeaks(session.liveBlocks(), text)
      case .states: printStates(of: session, text)
      case .dead(nil): try printRegisters(of: session, text)
      case .dead(let expression?):
        guard let report = session.lookAtDead(expression) else { throw Session.noDead }
        print(report, in: expression, header: session.header)
      }
    } catch let failure as TargetFailure {
      if case .unavailable(let reason) = failure { fail(text, reason, status: 1) }
    } catch {
      fail(text, "\(error)", status: 64)
    }
  }

  private func printRegisters(of session: Session, _ text: String) throws(TargetFailure) {
    guard isJSON else {
      return Output.write(Array(try session.deadLines().joined().utf8))
    }
    guard let registers = session.deadRegisters else { throw Session.noDead }
    printObject(text) { json in
      json.key("registers")
      json.beginObject()
      for register in registers {
        json.key(named: register.name)
        json.string("0x" + String(register.value, radix: 16))
      }
      json.endObject()
    }
  }

  private func printUndone(_ statements: [String], _ text: String) {
    guard isJSON else { return }
    printObject(text) { json in
      json.key("undone")
      json.beginArray()
      for statement in statements { json.string(statement) }
      json.endArray()
    }
  }

  private func printStates(of session: Session, _ text: String) {
    guard isJSON else {
      return Output.write(Array(session.stateLines().joined().utf8))
    }
    printObject(text) { json in
      json.key("states")
      json.beginArray()
      for entry in session.history {
        json.beginObject()
        json.key("statement")
        json.string(entry.statement)
        json.key("bytes")
        json.integer(entry.bytes)
        json.endObject()
      }
      json.endArray()
    }
  }

  private func printLeaks(_ blocks: [HeapBlock], _ text: String) {
    guard isJSON else {
      for block in blocks {
        Output.line(
          "0x\(String(block.address, radix: 16))  \(block.size) bytes  \(block.origin ?? "")")
      }
      return
    }
    printObject(text) { json in
      json.key("live")
      json.beginArray()
      for block in blocks {
        json.beginObject()
        json.key("address")
        json.string("0x" + String(block.address, radix: 16))
        json.key("size")
        json.integer(block.size)
        json.key("statement")
        json.string(block.origin)
        json.endObject()
      }
      json.endArray()
    }
  }

  private func printObject(
    _ text: String, outcome: String = "returned", _ body: (inout JSONText) -> Void
  ) {
    var json = JSONText()
    json.beginObject()
    json.key("statement")
    json.string(text)
    json.key("outcome")
    json.string(outcome)
    body(&json)
    json.endObject()
    json.endLine()
    Output.write(json.bytes)
  }

  private mutating func fail(_ text: String, _ reason: String, status: Int32) {
    noteFailure(status)
    guard isJSON else { return Output.complain("\(text): \(reason)") }
    printObject(text, outcome: "error") { json in
      json.key("error")
      json.beginObject()
      json.key("message")
      json.string(reason)
      json.endObject()
    }
  }
}
