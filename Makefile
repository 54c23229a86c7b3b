# Every task in one list; `make` alone prints it.

PREFIX ?= /usr/local
FILE ?= sample-libs/build/libscalars.so
RELEASE := .build/release

help:
	@echo "make build     both programs, release, in $(RELEASE)/"
	@echo "make run       build, then the explorer on FILE=$(FILE); without a terminal a demonstration"
	@echo "make test      everything that has to pass: set-up, then the gate"
	@echo "make check     the gate alone: scripts, format, warnings, links, tests"
	@echo "make format    formats the Swift files"
	@echo "make golden    records golden files anew; read the difference"
	@echo "make fuzz      fuzzes parsers and decoders, FUZZTIME=60 seconds each"
	@echo "make bench     measures sonde beside its peers"
	@echo "make bench-filter  measures the explorer's filter beside fzf"
	@echo "make bench-debuginfo  measures reading debug information beside gdb, pahole and abidw"
	@echo "make samples   the sample libraries in sample-libs/build/"
	@echo "make profiles  the profiles in Resources/ anew, from this machine's headers; read the difference"
	@echo "make install   to PREFIX=$(PREFIX), below DESTDIR"
	@echo "make uninstall removes what install put there"
	@echo "make setup     installs missing Debian packages"
	@echo "make clean     removes everything built"

setup:
	@scripts/setup.sh test

setup-run:
	@scripts/setup.sh run

setup-bench:
	@scripts/setup.sh bench

# One after the other: two products in one invocation would build the tests' support too.
#
# Loading the C++ library and ncurses would take sonde longer than listing a small library does, so it
# links them statically where there are such archives, found before the shared ones. The probe keeps
# them shared: exceptions of the library under inspection have to match.
STATIC := $(CURDIR)/.build/static-libraries
release:
	swift build -c release --static-swift-stdlib --product sonde-probe
	@mkdir -p $(STATIC)
	@for pair in stdc++:stdc++ gcc_s:gcc_eh ncursesw:ncursesw tinfo:tinfo; do \
	  archive=$$(cc -print-file-name=lib$${pair#*:}.a); \
	  if [ -e "$$archive" ]; then ln -sf "$$archive" "$(STATIC)/lib$${pair%:*}.a"; fi; \
	done
	swift build -c release --static-swift-stdlib --product sonde \
	  -Xlinker -L$(STATIC) -Xlinker --as-needed

build: setup-run
	@$(MAKE) --no-print-directory release

samples:
	@$(MAKE) --silent -C sample-libs

run: build samples
	@if [ -t 0 ] && [ -t 1 ]; then $(RELEASE)/sonde "$(FILE)"; else scripts/demo.sh; fi

test: setup
	@scripts/check.sh

check:
	@scripts/check.sh

format:
	swift format --in-place --parallel --recursive Sources Tests Package.swift

# The tests fail wherever they record, so that nobody takes a recording for a pass.
golden:
	swift build --build-tests
	-SWIFT_BACKTRACE=enable=no RECORD_GOLDENS=1 swift test --skip-build
	git status --short -- Tests docs

profiles: release
	@scripts/profiles.sh

fuzz:
	@scripts/fuzz.sh

bench: setup-bench release samples
	@bench/run.sh

bench-filter:
	@bench/filter.sh

bench-debuginfo: setup-bench release
	@bench/debuginfo.sh

# Builds only what is missing, so that `sudo make install` compiles nothing as root.
install:
	@test -x $(RELEASE)/sonde -a -x $(RELEASE)/sonde-probe || $(MAKE) build
	install -D -m 755 $(RELEASE)/sonde "$(DESTDIR)$(PREFIX)/bin/sonde"
	install -D -m 755 $(RELEASE)/sonde-probe "$(DESTDIR)$(PREFIX)/libexec/sonde/sonde-probe"
	install -D -m 644 -t "$(DESTDIR)$(PREFIX)/share/sonde/profiles" Resources/profiles/*.h
	install -D -m 644 -t "$(DESTDIR)$(PREFIX)/share/doc/sonde" LICENSE README.md CHANGELOG.md

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/sonde"
	rm -rf "$(DESTDIR)$(PREFIX)/libexec/sonde" "$(DESTDIR)$(PREFIX)/share/sonde" \
	  "$(DESTDIR)$(PREFIX)/share/doc/sonde"

clean:
	rm -rf .build
	@$(MAKE) --silent -C sample-libs clean

.PHONY: help setup setup-run setup-bench release build samples run test check format golden profiles fuzz \
  bench bench-filter bench-debuginfo \
  install uninstall clean
