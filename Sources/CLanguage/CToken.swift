/// One token: what it is, and which bytes of the text.
struct CToken: Hashable, Sendable {
  var kind: CTokenKind
  var offset: UInt32
  var length: UInt32
  /// Of an identifier or keyword: its number among the names of the text, else 0.
  var name: UInt32 = 0

  var start: Int { Int(offset) }
  var end: Int { Int(offset) + Int(length) }
}

/// What a token is; keywords and punctuators each have a kind of their own.
enum CTokenKind: UInt8, Hashable, Sendable {
  case identifier
  case number
  case string
  case character
  /// A whole preprocessor line, continuations included.
  case directive
  /// Bytes that are no C; the lexer has the diagnostic.
  case invalid
  case end

  // Punctuators (C11, section 6.4.6).
  case leftParenthesis
  case rightParenthesis
  case leftBracket
  case rightBracket
  case leftBrace
  case rightBrace
  case semicolon
  case comma
  case colon
  case doubleColon
  case question
  case period
  case ellipsis
  case arrow
  case equal
  case plus
  case minus
  case star
  case slash
  case percent
  case ampersand
  case pipe
  case caret
  case tilde
  case exclamation
  case less
  case greater
  case lessEqual
  case greaterEqual
  case equalEqual
  case notEqual
  case shiftLeft
  case shiftRight
  case ampersandAmpersand
  case pipePipe
  case plusPlus
  case minusMinus
  case plusEqual
  case minusEqual
  case starEqual
  case slashEqual
  case percentEqual
  case ampersandEqual
  case pipeEqual
  case caretEqual
  case shiftLeftEqual
  case shiftRightEqual

  // Keywords of C11 and C23, and the GNU ones found in headers.
  case alignasKeyword
  case alignofKeyword
  case asmKeyword
  case atomicKeyword
  case attributeKeyword
  case autoKeyword
  case autoTypeKeyword
  case bitIntKeyword
  case boolKeyword
  case breakKeyword
  case caseKeyword
  case charKeyword
  case complexKeyword
  case constKeyword
  case constexprKeyword
  case continueKeyword
  case decimal32Keyword
  case decimal64Keyword
  case decimal128Keyword
  case defaultKeyword
  case doKeyword
  case doubleKeyword
  case elseKeyword
  case enumKeyword
  case extensionKeyword
  case externKeyword
  case floatKeyword
  case float16Keyword
  case float32Keyword
  case float32xKeyword
  case float64Keyword
  case float64xKeyword
  case float128Keyword
  case forKeyword
  case genericKeyword
  case gotoKeyword
  case ifKeyword
  case imaginaryKeyword
  case inlineKeyword
  case intKeyword
  case int128Keyword
  case longKeyword
  case noreturnKeyword
  case offsetofKeyword
  case registerKeyword
  case restrictKeyword
  case returnKeyword
  case shortKeyword
  case signedKeyword
  case sizeofKeyword
  case staticKeyword
  case staticAssertKeyword
  case structKeyword
  case switchKeyword
  case threadLocalKeyword
  case typedefKeyword
  case typeofKeyword
  case unionKeyword
  case unsignedKeyword
  case voidKeyword
  case volatileKeyword
  case whileKeyword

  /// Every spelling of every keyword.
  ///
  /// `bool`, `true`, `false`, `NULL` and `offsetof` are names of `<stdbool.h>` and `<stddef.h>`,
  /// not keywords, since old headers define them themselves.
  static let keywords: [String: CTokenKind] = [
    "_Alignas": .alignasKeyword, "alignas": .alignasKeyword,
    "_Alignof": .alignofKeyword, "alignof": .alignofKeyword, "__alignof": .alignofKeyword,
    "__alignof__": .alignofKeyword,
    "asm": .asmKeyword, "__asm": .asmKeyword, "__asm__": .asmKeyword,
    "_Atomic": .atomicKeyword,
    "__attribute__": .attributeKeyword, "__attribute": .attributeKeyword,
    "auto": .autoKeyword, "__auto_type": .autoTypeKeyword,
    "_BitInt": .bitIntKeyword, "_Bool": .boolKeyword,
    "break": .breakKeyword, "case": .caseKeyword, "char": .charKeyword,
    "_Complex": .complexKeyword, "__complex__": .complexKeyword, "__complex": .complexKeyword,
    "const": .constKeyword, "__const": .constKeyword, "__const__": .constKeyword,
    "constexpr": .constexprKeyword, "continue": .continueKeyword,
    "_Decimal32": .decimal32Keyword, "_Decimal64": .decimal64Keyword,
    "_Decimal128": .decimal128Keyword,
    "default": .defaultKeyword, "do": .doKeyword, "double": .doubleKeyword,
    "else": .elseKeyword, "enum": .enumKeyword, "__extension__": .extensionKeyword,
    "extern": .externKeyword, "float": .floatKeyword,
    "_Float16": .float16Keyword, "_Float32": .float32Keyword, "_Float32x": .float32xKeyword,
    "_Float64": .float64Keyword, "_Float64x": .float64xKeyword,
    "_Float128": .float128Keyword, "__float128": .float128Keyword,
    "for": .forKeyword, "_Generic": .genericKeyword, "goto": .gotoKeyword, "if": .ifKeyword,
    "_Imaginary": .imaginaryKeyword,
    "inline": .inlineKeyword, "__inline": .inlineKeyword, "__inline__": .inlineKeyword,
    "int": .intKeyword, "__int128": .int128Keyword,
    "long": .longKeyword, "_Noreturn": .noreturnKeyword,
    "__builtin_offsetof": .offsetofKeyword, "register": .registerKeyword,
    "restrict": .restrictKeyword, "__restrict": .restrictKeyword,
    "__restrict__": .restrictKeyword, "return": .returnKeyword, "short": .shortKeyword,
    "signed": .signedKeyword, "__signed": .signedKeyword, "__signed__": .signedKeyword,
    "sizeof": .sizeofKeyword, "static": .staticKeyword,
    "_Static_assert": .staticAssertKeyword, "static_assert": .staticAssertKeyword,
    "struct": .structKeyword, "switch": .switchKeyword,
    "_Thread_local": .threadLocalKeyword, "thread_local": .threadLocalKeyword,
    "__thread": .threadLocalKeyword, "typedef": .typedefKeyword,
    "typeof": .typeofKeyword, "__typeof": .typeofKeyword, "__typeof__": .typeofKeyword,
    "typeof_unqual": .typeofKeyword, "__typeof_unqual": .typeofKeyword,
    "__typeof_unqual__": .typeofKeyword, "union": .unionKeyword, "unsigned": .unsignedKeyword,
    "void": .voidKeyword,
    "volatile": .volatileKeyword, "__volatile": .volatileKeyword,
    "__volatile__": .volatileKeyword, "while": .whileKeyword,
  ]
}
