/// What an attribute `[[sonde::…]]` says; none of it changes the ABI.
///
/// An annotation drives what a call form offers and what a result shows. Expressions are C, in
/// terms of the parameters, of `result`, and of what the header declares.
package enum Annotation: Hashable, Sendable {
  /// `in`, `out`, `inout`: which way what a parameter points to goes.
  case direction(Direction)
  /// `bytes("expr")`: how many bytes are behind the pointer.
  case bytes(CExpression)
  /// `count("expr")`: how many elements are behind the pointer.
  case count(CExpression)
  /// `string`: characters up to a zero.
  case string
  /// `encoding("UTF-16LE")`: how its characters are written.
  case encoding(String)
  /// `nullable`: a null pointer is allowed.
  case nullable
  /// `owned("free")`: the caller has to pass it to that function.
  case owned(release: String)
  /// `borrowed`: it belongs to somebody else and is not to be freed.
  case borrowed
  /// `takes`: the function keeps or frees it, and the caller must not.
  case takes
  /// `handle`: values of the type are made and ended by functions.
  case handle
  /// `create("function")`: makes a value of the handle.
  case create(String)
  /// `destroy("function")`: ends a value of the handle.
  case destroy(String)
  /// `userdata("parameter")`: passed on to the callback that is given for that parameter.
  case userdata(callback: String)
  /// `flags`: the enumerators are bits to be combined.
  case flags
  /// `success("expr")`: true after a call that worked.
  case success(CExpression)
  /// `error("expr")`: yields a message after a call that did not.
  case error(CExpression)
  /// `blocking`: it may wait for the outside world.
  case blocking
  /// `noreturn`: it does not come back.
  case noreturn
  /// `note("text")`.
  case note(String)
  /// `example("statement", "outcome", …)`.
  case example(Example)

  /// Which way bytes go.
  package enum Direction: String, Hashable, Sendable {
    case input = "in"
    case output = "out"
    case both = "inout"
  }

  /// A call that was made, and what it gave.
  package struct Example: Hashable, Sendable {
    /// A C statement.
    package var statement: String
    /// The value as text, then whatever else was kept of the outcome.
    package var outcome: [String]

    package init(statement: String, outcome: [String]) {
      self.statement = statement
      self.outcome = outcome
    }
  }

  /// What an annotation can stand on.
  package enum Place: Hashable, Sendable {
    case function
    case parameter
    case object
    case member
    case type
    case enumeration
  }

  /// The name of each annotation, and what it can stand on.
  static let places: [String: Set<Place>] = [
    "in": [.parameter], "out": [.parameter], "inout": [.parameter],
    "bytes": [.parameter, .function, .member, .object],
    "count": [.parameter, .function, .member, .object],
    "string": [.parameter, .function, .member, .object],
    "encoding": [.parameter, .function, .member, .object],
    "nullable": [.parameter, .function, .member],
    "owned": [.function, .parameter], "borrowed": [.function, .parameter],
    "takes": [.parameter], "handle": [.type], "create": [.type], "destroy": [.type],
    "userdata": [.parameter], "flags": [.enumeration, .type], "success": [.function],
    "error": [.function], "blocking": [.function], "noreturn": [.function],
    "note": [.function, .parameter, .object, .member, .type, .enumeration],
    "example": [.function],
  ]
}

/// All annotations of one value: a parameter, a result, a member or a variable.
package struct ValueAnnotations: Hashable, Sendable {
  package var direction: Annotation.Direction?
  package var bytes: CExpression?
  package var count: CExpression?
  package var isString = false
  package var encoding: String?
  package var isNullable = false
  /// The function that frees it.
  package var release: String?
  package var isBorrowed = false
  package var isTaken = false
  /// The parameter with the callback that it is passed on to.
  package var callback: String?
  package var notes: [String] = []

  package init() {}
}

/// All annotations of a function.
package struct FunctionAnnotations: Hashable, Sendable {
  /// One for each parameter, in order.
  package var parameters: [ValueAnnotations] = []
  /// Of what it returns; its notes are the function's.
  package var result = ValueAnnotations()
  package var success: CExpression?
  package var error: CExpression?
  package var isBlocking = false
  package var isNoreturn = false
  package var examples: [Annotation.Example] = []

  package init() {}
}

/// All annotations of a type.
package struct TypeAnnotations: Hashable, Sendable {
  package var isHandle = false
  /// Functions that make a value.
  package var creators: [String] = []
  /// Functions that end one.
  package var destroyers: [String] = []
  package var isFlags = false
  package var notes: [String] = []

  package init() {}
}
