/// What a piece of text is for; how that looks is the painter's business.
package enum Role: String, CaseIterable, Hashable, Sendable {
  /// Ordinary text.
  case text
  /// Secondary text: units, hints, what is not at hand.
  case dim
  /// What the user is looking at: the library, the function.
  case title
  /// The title of a section or column.
  case heading
  /// A letter that the filter matched.
  case match
  /// Something is wrong here.
  case error
  /// Something needs attention.
  case warning
  /// Something went well.
  case success
  /// A value that came back.
  case value
  /// A C type.
  case type
  /// A C statement, an address: code.
  case code
  /// A key that can be pressed.
  case key
  /// What pressing it does.
  case keyLabel
  /// The badge of a symbol whose prototype is known.
  case badgeTyped
  /// The badge of a function whose prototype is not known.
  case badgeUntyped
  /// The kind letter of code.
  case kindFunction
  /// The kind letter of data.
  case kindData
  /// The kind letter of anything else.
  case kindOther
  /// Lines between areas.
  case border
  /// A proposal that is not there yet.
  case ghost
  /// The sign in front of an input.
  case prompt
}

/// What text lies on.
package enum Surface: String, CaseIterable, Hashable, Sendable {
  /// The terminal's own background.
  case plain
  /// The bar at the top.
  case bar
  /// The selected row of the area that has the keyboard.
  case selection
  /// The selected row of an area that has not.
  case selectionUnfocused
  /// An input.
  case field
  /// The input that has the keyboard.
  case fieldFocused
}

/// A role on a surface.
package struct Style: Hashable, Sendable {
  package var role: Role
  package var surface: Surface

  package init(_ role: Role, on surface: Surface = .plain) {
    self.role = role
    self.surface = surface
  }
}

/// Text of one style.
package struct StyledRun: Hashable, Sendable {
  /// Holds no control characters.
  package var text: String
  package var style: Style
  /// The cells that it takes.
  package var width: Int
}
