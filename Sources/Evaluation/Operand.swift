import CLanguage

/// An expression with its names and types worked out.
struct Operand {
  enum Form {
    /// A value without a place.
    case value(Evaluate)
    /// An object in the probe.
    case memory(Locate)
    /// A bit-field: the bytes that hold it, and where in them.
    case bitField(Locate, BitField)
    /// A local that has no address.
    case register(Int)
    /// `errno`, which the front keeps.
    case errorNumber
    /// A function, until it becomes a pointer.
    case function(Designator)
  }

  struct BitField {
    /// Bits from the first byte.
    var offset: Int
    var width: Int
    /// Bytes that hold all of it.
    var size: Int { (offset + width + 7) / 8 }
  }

  /// As declared; typedefs are kept.
  var type: CQualifiedType
  var form: Form
  var range: CSourceRange
  /// The value, when it is known without running anything.
  var constant: CValue?
  /// A string literal, which an argument's check says more of.
  var literal: ([UInt32], CStringPrefix)?
  /// Where a function of C++ writes the object that it gives back.
  var resultPlace: StaticPlace?

  init(_ type: CQualifiedType, _ form: Form, _ range: CSourceRange) {
    self.type = type
    self.form = form
    self.range = range
  }

  /// A constant.
  init(_ type: CQualifiedType, constant: CValue, _ range: CSourceRange) {
    self.init(type, .value { _ in constant }, range)
    self.constant = constant
  }

  var isLvalue: Bool {
    switch form {
    case .memory, .bitField, .register, .errorNumber: true
    case .value, .function: false
    }
  }
}

/// Which function a name means.
struct Designator {
  /// As the user wrote it.
  var name: String
  /// As the dynamic linker knows it; nil for a function of the console.
  var symbol: String?
  /// Nothing is known of its parameters and result.
  var isUndeclared = false
}

/// An operand's value, converted from whatever place it has.
struct ValueOperand {
  var type: CQualifiedType
  var valueClass: ValueClass
  var evaluate: Evaluate
  var range: CSourceRange
  var constant: CValue?

  /// `0`, or `(void *)0`, which any pointer can be (C11, section 6.3.2.3).
  func isNullConstant(in header: CHeader) -> Bool {
    guard let constant else { return false }
    switch valueClass {
    case .integer, .bool: return Arithmetic.bits(constant) == 0
    case .pointer:
      guard case .pointer(let pointee) = header.resolved(type).type else { return false }
      return header.resolved(pointee).type == .void && Arithmetic.bits(constant) == 0
    case .void, .floating, .complex, .aggregate: return false
    }
  }
}

/// How an object is read and written, its address found once.
struct Access {
  var locate: Locate
  var load: (Machine, UInt64) throws(Stop) -> CValue
  var store: (Machine, UInt64, CValue) throws(Stop) -> Void
}
