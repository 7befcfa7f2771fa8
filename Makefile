# Milepost: build, run, check, install. Needs git, make and a Swift toolchain; `make run` installs
# the native libraries that are missing on a fresh Debian: OpenBLAS, and for workbooks libxlsxwriter.

SWIFT    ?= swift
PREFIX   ?= /usr/local
SCENARIO ?= scenarios/zhejiang/platforms.yaml
OUT      ?= results/zhejiang-platforms
DOCS     ?= .build/documentation

BINARY        := .build/release/milepost
# The installed program carries the Swift runtime: a machine without Swift runs it, given OpenBLAS. Only --xlsx asks
# for libxlsxwriter, when it is used.
STATIC_BUILD  := .build-static
STATIC_BINARY := $(STATIC_BUILD)/release/milepost
# What this machine can build beside the core, asked when all is installed.
TRAITS        := $$(Scripts/build-traits)
SOURCES       := Package.swift $(shell find Sources -type f)

.PHONY: run build test bench docs lint static install clean system-packages

run: build
	$(BINARY) run $(SCENARIO) --out $(OUT)

build: system-packages
	$(SWIFT) build -c release $(TRAITS) --product milepost

# In release: the numeric loops are up to a hundred times slower without optimisation. Tests see what users see, so that
# the modules are those of `make run` and not built twice.
test: system-packages
	$(SWIFT) test -c release $(TRAITS) --disable-xctest --disable-testable-imports

# On a quiet machine, about ten minutes; BENCH_QUICK=1 a minute. See Benchmarks/README.md.
bench: static
	$(SWIFT) build -c release --package-path Benchmarks
	@if command -v python3 >/dev/null; then python3 -B Benchmarks/compare; else \
		echo "python3 is missing: only the machine's peaks are measured."; Benchmarks/.build/release/Peaks; fi

# Articles and symbols of all modules as one site; offline.
docs: build
	SWIFT="$(SWIFT)" Scripts/build-documentation "$(DOCS)"

lint:
	$(SWIFT) format lint -r --strict Package.swift Sources Tests $(wildcard Benchmarks/Package.swift Benchmarks/Sources)

static: $(STATIC_BINARY)

$(STATIC_BINARY): $(SOURCES) | system-packages
	$(SWIFT) build -c release $(TRAITS) --product milepost --static-swift-stdlib -Xlinker -s \
		--scratch-path $(STATIC_BUILD)
	@touch $@

# For a PREFIX that only root may write to: `make static`, then `sudo make install`.
install: $(STATIC_BINARY)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/milepost
	install -m 755 $(STATIC_BINARY) $(DESTDIR)$(PREFIX)/bin/milepost
	cp -R scenarios seeds $(DESTDIR)$(PREFIX)/share/milepost/

# Results stay: they are yours.
clean:
	rm -rf .build $(STATIC_BUILD) Benchmarks/.build

system-packages:
	@Scripts/install-system-packages
