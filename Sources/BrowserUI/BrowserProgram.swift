import CLanguage
import ELFModel
import Evaluation

/// What is the same on every screen: commands, saving, leaving.
extension BrowserModel {
  mutating func perform(_ action: ProgramAction) -> [BrowserEffect] {
    switch action {
    case .interrupt:
      workspace.running?.isStopping = true
      workspace.dropWaiting()
      return [.interrupt]
    case .save: return save()
    case .command: overlay = .command(CommandLine())
    case .help:
      if case .help = screens.last { return [] }
      screens.append(.help(HelpScreen()))
    case .section(let section): return show(section)
    case .quit:
      guard workspace.unsaved.isEmpty else {
        overlay = .quitting
        return []
      }
      return [.quit]
    case .saveAndQuit:
      overlay = nil
      quitsWhenSaved = true
      return save()
    case .discardAndQuit: return [.quit]
    case .suspend: return [.suspend]
    }
    return []
  }

  mutating func run(_ command: Command) -> [BrowserEffect] {
    switch command {
    case .write: return save()
    case .quit: return perform(.quit)
    case .quitWithoutSaving: return [.quit]
    case .help: return perform(.help)
    case .writeAndQuit:
      guard !workspace.unsaved.isEmpty else { return [.quit] }
      return perform(.saveAndQuit)
    case .show(let section): return show(section)
    case .saveScript(let path): return saveScript(path)
    case .session(let command): return show(.console) + apply(workspace.start(command, symbol: nil))
    }
  }

  private mutating func save() -> [BrowserEffect] {
    guard let texts = workspace.beginSaving() else {
      workspace.notice = Notice(text: "nothing to save", role: .dim)
      return []
    }
    return [.save(texts)]
  }

  mutating func saved(_ path: String) -> [BrowserEffect] {
    workspace.finishSaving()
    workspace.notice = Notice(text: "saved to " + path, role: .success)
    guard quitsWhenSaved else { return [] }
    quitsWhenSaved = false
    return [.quit]
  }

  private mutating func saveScript(_ path: String) -> [BrowserEffect] {
    guard !workspace.transcript.entries.isEmpty else {
      workspace.notice = Notice(text: "nothing was evaluated yet", role: .dim)
      return []
    }
    let header = workspace.header
    let text = workspace.transcript.script(
      library: workspace.image.profileName, prototypes: workspace.unsaved.map(\.text)
    ) { report in
      OutcomeText(report: report, header: header, width: 1000).verdictLine().text
    }
    return [.write(text: text, path: path)]
  }
}
