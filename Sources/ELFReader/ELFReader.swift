// ELFReader
