import CLanguage
import ELFModel
import Evaluation

/// What a library says of a symbol, and what is known of its type.
struct SymbolFacts {
  let symbol: UInt32
  let workspace: Workspace

  /// The prototype with its source, for a function.
  func prototype(width: Int) -> [Line] {
    guard let declaration = workspace.declaration(of: symbol) else { return [] }
    return prototypeLines(
      workspace.prototypeText(of: declaration), source: workspace.sourceLabel(of: declaration),
      width: width)
  }

  /// What the sources say side by side, where there is more than what is shown above.
  func sources(width: Int) -> [Line] {
    guard let knowledge = workspace.knowledge[symbol] else { return [] }
    let counted = workspace.declaration(of: symbol)
    let shown = counted.map { workspace.prototypeText(of: $0) }
    let contradicting = counted.map { knowledge.contradicting($0, in: workspace.header) } ?? []
    let others = knowledge.entries.filter {
      $0.text != shown || $0.refusal != nil || $0.place != nil
    }
    guard !others.isEmpty else { return [] }
    var lines = [Line(), Line("What the sources say", .heading)]
    if !contradicting.isEmpty {
      lines.append(Line("They do not agree.", .warning))
    }
    for entry in others {
      var line = Line(entry.source.label.padded(to: 13), .dim)
      line.append(entry.place ?? "", .dim)
      if contradicting.contains(entry.source) {
        line.append((entry.place == nil ? "" : " · ") + "calls by it pass other bytes", .warning)
      }
      lines.append(line.clipped(to: width))
      if let text = entry.text {
        lines += wrappedPrototype(text, width: max(8, width - 2)).map { Line("  " + $0, .type) }
      }
      if let refusal = entry.refusal {
        lines += wrapped("it " + refusal, width: max(8, width - 2)).map {
          Line("  " + $0, .warning)
        }
      }
    }
    return lines
  }

  /// One or two rows: kind, address, size, version.
  func summary(width: Int) -> [Line] {
    let symbol = workspace.symbol(symbol)
    var parts = [kindName(symbol)]
    if symbol.isDefined {
      parts.append("at " + hexadecimal(symbol.value))
      if symbol.size > 0 { parts.append(grouped(symbol.size) + " bytes") }
    }
    if let version = workspace.table.version(of: symbol) { parts.append(version) }
    return wrapped(parts.joined(separator: " · "), width: width).map { Line($0, .dim) }
  }

  /// Everything, a row each.
  func table(width: Int) -> [Line] {
    let symbol = workspace.symbol(symbol)
    var rows: [(String, String)] = [("kind", kindName(symbol))]
    if symbol.isDefined {
      rows.append(
        (symbol.type == .threadLocal ? "offset" : "address", hexadecimal(symbol.value)))
    }
    rows.append(("size", symbol.size == 0 ? "not stated" : grouped(symbol.size) + " bytes"))
    rows.append(("section", sectionText(symbol.section)))
    if let language = workspace.language(self.symbol) {
      rows.append(("language", language.rawValue))
      rows.append(("raw name", workspace.name(self.symbol)))
    }
    rows.append(("binding", bindingName(symbol.binding)))
    rows.append(("visibility", visibilityName(symbol.visibility)))
    if let version = workspace.table.version(of: symbol) {
      let note = symbol.isDefined && !symbol.isDefaultVersion ? ", not the default" : ""
      rows.append(("version", version + note))
    }
    let aliases = workspace.aliases(of: self.symbol)
    if !aliases.isEmpty {
      let names = aliases.prefix(8).map(workspace.name).joined(separator: ", ")
      let more = aliases.count > 8 ? ", and \(aliases.count - 8) more" : ""
      rows.append(("same place", names + more))
    }
    return rows.flatMap { labelled($0.0, $0.1, width: width) }
  }
}

extension SymbolFacts {
  /// Where the symbol is defined, in words.
  private func sectionText(_ section: SymbolSection) -> String {
    switch section {
    case .undefined: "undefined: another library defines it"
    case .absolute: "absolute: belongs to no section"
    case .common: "common: not yet allocated"
    case .index(let number):
      workspace.facts == nil ? "number \(number)" : workspace.sectionName(section)
    }
  }
}

/// A prototype over as many rows as it takes, with its source below.
func prototypeLines(_ text: String, source: String, width: Int) -> [Line] {
  var lines = wrappedPrototype(text, width: width).map { Line($0, .type) }
  var badge = Line("● ", .badgeTyped)
  badge.append(source, .dim)
  lines.append(badge)
  return lines
}

/// A label and a text beside it, which may take several rows.
func labelled(
  _ label: String, _ text: String, _ role: Role = .text, width: Int, labelWidth: Int = 12
) -> [Line] {
  wrapped(text, width: max(8, width - labelWidth)).enumerated().map { index, row in
    var line = Line(index == 0 ? label.padded(to: labelWidth) : "", .dim)
    line.pad(to: labelWidth)
    line.append(row, role)
    return line
  }
}
