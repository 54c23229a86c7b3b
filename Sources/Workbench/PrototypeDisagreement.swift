package import CLanguage
package import Evaluation

/// A prototype that does not count, since a more trusted source says otherwise.
package struct PrototypeDisagreement: Hashable, Sendable {
  /// C with its semicolon.
  package var text: String
  package var source: PrototypeSource
  package var file: String?
  package var line: Int?
  /// A call by it would pass or return other bytes, rather than only call the types otherwise.
  package var isPassedDifferently: Bool

  /// What a C++ name says of a function's parameters.
  package init(_ signature: CxxSignature, of name: String) {
    text = signature.text(named: name)
    source = .mangled
    isPassedDifferently = true
  }

  /// Compares what counts with what another source says; nil when they agree.
  ///
  /// - Parameters:
  ///   - type: the function that counts.
  ///   - header: what it is declared in.
  ///   - other: the same function in another source.
  ///   - otherHeader: what that is declared in.
  ///   - source: the other source.
  package init?(
    _ type: CFunctionType, in header: CHeader, with other: CDeclaration, in otherHeader: CHeader,
    source: PrototypeSource
  ) {
    guard case .function(let otherType) = other.kind else { return nil }
    var comparison = CTypeComparison(header, otherHeader)
    let agreement = comparison.agreement(type, otherType)
    guard agreement != .same else { return nil }
    text = CPrinter(header: otherHeader).text(of: other.withoutAnnotations)
    self.source = source
    file = other.file
    line = other.line
    isPassedDifferently = agreement == .different
  }
}
