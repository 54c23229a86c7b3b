import CLanguage
import Foundation
import Profiles

/// A store in a directory of its own, which goes away with it.
final class TemporaryStore {
  let directory: URL
  let store: ProfileStore

  init() throws {
    directory = FileManager.default.temporaryDirectory
      .appending(path: "sonde-profiles-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    store = ProfileStore(directories: [
      ProfileDirectory(path: directory.path + "/store", location: .user)
    ])
  }

  deinit {
    try? FileManager.default.removeItem(at: directory)
  }

  func path(_ name: String) -> String { directory.path + "/store/\(name).h" }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path(name))), as: UTF8.self)
  }

  func write(_ text: String, to name: String) throws {
    try write(Data(text.utf8), to: name)
  }

  func write(_ data: Data, to name: String) throws {
    try FileManager.default.createDirectory(
      atPath: directory.path + "/store", withIntermediateDirectories: true)
    try data.write(to: URL(filePath: path(name)))
  }

  /// Everything in the store but locks: nothing temporary may stay behind.
  func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory.path + "/store")
      .filter { !$0.hasSuffix(".lock") }
      .sorted()
  }
}
