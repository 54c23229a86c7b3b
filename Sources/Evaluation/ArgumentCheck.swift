package import CLanguage

/// Checks one argument against its parameter without calling anything.
///
/// - Returns: what is wrong, with its place in `text`; nil when the argument can be passed.
package func checkArgument(
  _ text: String, for parameter: CParameter, in header: CHeader
) -> CDiagnostic? {
  nil
}
