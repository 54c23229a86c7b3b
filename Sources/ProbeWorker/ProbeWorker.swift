// ProbeWorker
