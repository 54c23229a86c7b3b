/// A file inside a static archive (`ar(5)`).
package struct ArchiveMember: Hashable, Sendable {
  package var name: String
  /// Where its contents start in the archive.
  package var offset: Int
  /// In bytes, as its header promises.
  package var size: Int
  /// What it is, such as `object file, x86-64`; nil when it has not been looked at.
  package var kind: String?
  /// Of a thin archive: the file that the member is.
  package var file: String?

  package init(
    name: String, offset: Int, size: Int, kind: String? = nil, file: String? = nil
  ) {
    self.name = name
    self.offset = offset
    self.size = size
    self.kind = kind
    self.file = file
  }
}

/// What a static archive holds.
package struct ArchiveListing: Hashable, Sendable {
  /// In order.
  package var members: [ArchiveMember]
  /// Its members are files beside it (`ar` with `T`).
  package var isThin: Bool
  /// What is damaged, one line each; empty for a sound archive.
  package var damage: [String]

  package init(members: [ArchiveMember] = [], isThin: Bool = false, damage: [String] = []) {
    self.members = members
    self.isThin = isThin
    self.damage = damage
  }
}
