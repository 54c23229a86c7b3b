import Glibc
import ProbeWorker

// Not `exit`: that would run the exit handlers of the libraries under inspection, once more in
// every snapshot.
_exit(ProbeLoop.run())
