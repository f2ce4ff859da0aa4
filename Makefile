# The two commands that matter: `make site` shows the demo site, `make test` runs every test.
# What is missing is installed first, by apt on Debian and Ubuntu and by brew on macOS.

SITEGEN = .build/release/sitegen
APT = $(if $(filter 0,$(shell id -u)),,sudo) apt-get

.PHONY: site test test-llm fuzz bench simulate clean dependencies test-dependencies

site: dependencies
	swift build -c release --product sitegen
	$(SITEGEN) build --content content --templates templates --output site
	@echo
	@echo "Open $(CURDIR)/site/index.html in a browser."

test: dependencies test-dependencies
	Tests/run

# The clients against real model servers: those of OLLAMA_HOST and OPENAI_BASE_URL, else the small ones of ../shared/llm.
test-llm: dependencies
	Tests/LLM/run

# Mutated result files of every serving tool, for as long as asked: `make fuzz FUZZ_SECONDS=3600`.
FUZZ_SECONDS = 60
fuzz: dependencies
	SITEGEN_FUZZ_SECONDS=$(FUZZ_SECONDS) swift test --filter ServingFuzzTests

bench: dependencies
	swift build -c release --product sitegen
	Tests/Benchmarks/against-hugo $(SITEGEN)

# How often the rules of the verdicts are right and wrong, beside rules that other tools use.
simulate: dependencies
	swift run -c release simulate

clean:
	rm -rf .build
	find site -mindepth 1 ! -name .gitignore -delete

dependencies:
	@command -v swift >/dev/null || { echo "sitegen needs Swift 6.1 or newer: https://www.swift.org/install"; exit 1; }
	@pkg-config --exists libcmark 2>/dev/null || $(MAKE) --no-print-directory install PACKAGES="libcmark-dev pkg-config" FORMULAE="cmark pkg-config"
	@pkg-config --exists libcmark || { echo "sitegen needs libcmark, and it could not be installed: install libcmark-dev (Debian, Ubuntu) or cmark (brew)."; exit 1; }
	@pkg-config --exists libcurl 2>/dev/null || $(MAKE) --no-print-directory install PACKAGES="libcurl4-openssl-dev pkg-config" FORMULAE="curl pkg-config"
	@pkg-config --exists libcurl || { echo "sitegen needs libcurl, and it could not be installed: install libcurl4-openssl-dev (Debian, Ubuntu) or curl (brew)."; exit 1; }

# The oracles of the tests: cmark-gfm for Markdown, Chromium for pages.
test-dependencies:
	@{ command -v cmark-gfm && command -v git && { command -v chromium || [ "$$(uname)" = Darwin ]; } && python3 -m venv --help; } >/dev/null 2>&1 \
	  || $(MAKE) --no-print-directory install PACKAGES="cmark-gfm chromium git python3-venv" FORMULAE="cmark-gfm git python3"

install:
	@if command -v apt-get >/dev/null; then \
	  $(APT) update -qq && DEBIAN_FRONTEND=noninteractive $(APT) install -y -qq $(PACKAGES) >/dev/null; \
	elif command -v brew >/dev/null; then brew install --quiet $(FORMULAE); \
	else echo "Install these by hand, then try again: $(PACKAGES)"; exit 1; fi
.PHONY: install
