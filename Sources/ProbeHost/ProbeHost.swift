// ProbeHost
