import Foundation
import TestSupport

/// Runs the program within limits, quicker than `runSonde`, which looks for what a run left behind.
struct LimitedRunner {
  struct Run {
    var ending: String
    var status: Int32?
    var errorText: String
    /// Resident memory at its highest.
    var peakBytes: Int
  }

  /// Starts a program with so much memory for its data (0: any) and five seconds of processor time,
  /// and prints how it ended and its peak in kilobytes.
  ///
  /// The peak of a process counts its time before `exec` too, when it still was a copy of its
  /// parent: what is measured has to be started by something small.
  private static let starterSource = """
    #include <fcntl.h>
    #include <stdio.h>
    #include <stdlib.h>
    #include <sys/resource.h>
    #include <sys/wait.h>
    #include <unistd.h>
    int main(int count, char **words) {
      if (count < 3) return 64;
      rlim_t most = strtoull(words[1], 0, 10);
      pid_t child = fork();
      if (child == 0) {
        struct rlimit data = {most, most}, core = {0, 0}, time = {5, 6};
        if (most) setrlimit(RLIMIT_DATA, &data);
        setrlimit(RLIMIT_CORE, &core);
        setrlimit(RLIMIT_CPU, &time);
        // What waits for ever takes no processor time; other tests may take all of it.
        alarm(60);
        int null = open("/dev/null", O_RDWR);
        dup2(null, 0);
        dup2(null, 1);
        execv(words[2], words + 2);
        _exit(127);
      }
      int status;
      struct rusage usage;
      if (wait4(child, &status, 0, &usage) != child) return 1;
      printf("%d %ld\\n", status, usage.ru_maxrss);
    }
    """

  private let scratch: ScratchFolder
  private let starter: String
  private let errors: String
  private let answer: String
  private let variables: [String]

  init(_ folder: TemporaryDirectory) throws {
    scratch = try ScratchFolder()
    starter = try scratch.compile(Self.starterSource, as: "starter", [])
    errors = folder.file("errors")
    answer = folder.file("answer")
    variables = TestEnvironment.isolated(home: folder).map { "\($0.key)=\($0.value)" }
  }

  /// Runs the program and waits for its end.
  ///
  /// - Parameters:
  ///   - arguments: those behind the program's name.
  ///   - memory: for `RLIMIT_DATA`: everything but files, code and stacks; 0 for no limit.
  /// - Returns: how it ended, what it complained of, and its peak.
  /// - Throws: `FileFailure` when it could not be started.
  func run(_ arguments: [String], memory: Int = 0) throws -> Run {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, answer, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    let words = ([starter, "\(memory)", Programs.sonde] + arguments).map { strdup($0) } + [nil]
    let settings = variables.map { strdup($0) } + [nil]
    defer { for text in words + settings { free(text) } }
    var id: Int32 = 0
    let failure = posix_spawn(&id, starter, &actions, nil, words, settings)
    guard failure == 0 else { throw FileFailure(path: starter, number: failure) }
    var ended: Int32 = 0
    while waitpid(id, &ended, 0) < 0, errno == EINTR {}
    let numbers = try readText(of: answer).split(whereSeparator: \.isWhitespace).map { Int($0) }
    guard ended == 0, numbers.count == 2, let status = numbers[0], let peak = numbers[1] else {
      throw FileFailure(path: starter, number: ended)
    }
    let signal = status & 0x7f
    return Run(
      ending: signal == 0 ? "status \(status >> 8)" : "signal \(signal)",
      status: signal == 0 ? Int32(status >> 8) : nil, errorText: try readText(of: errors),
      peakBytes: peak * 1024)
  }
}
