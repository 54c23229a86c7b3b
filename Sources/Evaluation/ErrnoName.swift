/// The name and the message of an error number: `ENOENT: No such file or directory`.
///
/// - Returns: nil for a number without a name.
package func errnoDescription(_ number: Int32) -> String? { nil }
