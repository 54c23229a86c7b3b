/// A file inside a static archive (`ar(5)`).
package struct ArchiveMember: Hashable, Sendable {
  package var name: String
  /// Where its contents start in the archive.
  package var offset: Int
  /// In bytes, as its header promises.
  package var size: Int
  /// What it is, such as `object file, x86-64`; nil when it has not been looked at.
  package var kind: String?

  package init(name: String, offset: Int, size: Int, kind: String? = nil) {
    self.name = name
    self.offset = offset
    self.size = size
    self.kind = kind
  }
}
