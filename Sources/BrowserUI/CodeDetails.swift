package import ELFModel

/// What was found out about a function's code.
package struct CodeDetails: Sendable {
  package var listing: CodeListing?
  /// Why there is no listing.
  package var problem: String?
  /// Who refers to it; nil while that is being looked for.
  package var callers: [CrossReference]?
  /// What it refers to outside of itself; nil while that is being looked for.
  package var calls: [CrossReference]?

  package init(
    listing: CodeListing? = nil, problem: String? = nil, callers: [CrossReference]? = nil,
    calls: [CrossReference]? = nil
  ) {
    self.listing = listing
    self.problem = problem
    self.callers = callers
    self.calls = calls
  }
}
