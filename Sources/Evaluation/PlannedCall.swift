package import CLanguage
package import Marshalling

/// A call of the library as it would be made.
package struct PlannedCall: Sendable, Hashable {
  /// The function as the statement names it.
  package var name: String
  package var type: CFunctionType
  /// Where everything travels; the bytes of values that are not known before are zeros.
  package var plan: CallPlan
  /// The arguments that are known before anything runs; nil for the others.
  package var arguments: [PlacedArgument?]
  /// The call's place in the statement.
  package var range: CSourceRange
}
