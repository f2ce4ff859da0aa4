# The commands that matter: `make site` shows the demo site, `make test` runs every test, `make install` puts sitegen onto the PATH.
# What is missing is installed first, by apt on Debian and Ubuntu and by brew on macOS.

SITEGEN = .build/release/sitegen
APT = $(if $(filter 0,$(shell id -u)),,sudo) apt-get

.PHONY: site test program install uninstall dist test-llm fuzz bench simulate clean dependencies test-dependencies packages

site: program
	$(SITEGEN) build --content content --templates templates --output site
	@echo
	@echo "Open $(CURDIR)/site/index.html in a browser."

test: dependencies test-dependencies
	Tests/run

# On Linux the runtime of Swift goes into the program, so that it also runs where there is no Swift; macOS has it anyway.
# Nothing loads the program as a library: without names for others the linker can leave out what is not called, and keep one of what is equal.
STANDALONE = $(if $(filter Linux,$(shell uname)),--static-swift-stdlib -Xlinker --no-export-dynamic -Xlinker --icf=safe)
program: dependencies
	swift build -c release --product sitegen $(STANDALONE)

# The program, its manual page, and what lets bash, zsh and fish complete it: `make install PREFIX=~/.local`.
# Everything is in a folder of its own first, so that installing it, which may need rights, is copying and nothing else.
PREFIX = /usr/local
STAGE = .build/stage
install: stage
	@to="$(DESTDIR)$(PREFIX)"; as=; mkdir -p "$$to" 2>/dev/null && [ -w "$$to" ] || as=sudo; \
	$$as mkdir -p "$$to" && (cd "$$to" && $$as rm -f $(INSTALLED)) && $$as cp -R $(STAGE)/. "$$to" && echo "$$to/bin/sitegen is installed."

uninstall:
	cd "$(DESTDIR)$(PREFIX)" && rm -f $(INSTALLED)

BASH_COMPLETION = share/bash-completion/completions/sitegen
ZSH_COMPLETION = share/zsh/site-functions/_sitegen
FISH_COMPLETION = share/fish/vendor_completions.d/sitegen.fish
INSTALLED = bin/sitegen share/man/man1/sitegen.1 $(BASH_COMPLETION) $(ZSH_COMPLETION) $(FISH_COMPLETION)

.PHONY: stage
stage: program
	rm -rf $(STAGE)
	mkdir -p $(addprefix $(STAGE)/,$(sort $(dir $(INSTALLED))))
	strip -o $(STAGE)/bin/sitegen $(SITEGEN)
	$(SITEGEN) manual > $(STAGE)/share/man/man1/sitegen.1
	$(SITEGEN) --generate-completion-script bash > $(STAGE)/$(BASH_COMPLETION)
	$(SITEGEN) --generate-completion-script zsh > $(STAGE)/$(ZSH_COMPLETION)
	$(SITEGEN) --generate-completion-script fish > $(STAGE)/$(FISH_COMPLETION)

# What `make install` installs as one archive: `tar -xzf … -C /usr/local --strip-components 1` on a machine with libcmark and libcurl.
dist: stage
	@mkdir -p .build/dist
	@name=sitegen-$$($(SITEGEN) --version)-$$(uname -s | tr A-Z a-z)-$$(uname -m); \
	rm -rf .build/dist/$$name && cp -R $(STAGE) .build/dist/$$name && tar -czf .build/dist/$$name.tar.gz -C .build/dist $$name && \
	echo "$(CURDIR)/.build/dist/$$name.tar.gz"

# The clients against real model servers: those of OLLAMA_HOST and OPENAI_BASE_URL, else the small ones of ../shared/llm.
test-llm: dependencies
	Tests/LLM/run

# Mutated result files of every serving tool, for as long as asked: `make fuzz FUZZ_SECONDS=3600`.
FUZZ_SECONDS = 60
fuzz: dependencies
	SITEGEN_FUZZ_SECONDS=$(FUZZ_SECONDS) swift test --filter ServingFuzzTests

bench: program
	Tests/Benchmarks/against-hugo $(SITEGEN)

# How often the rules of the verdicts are right and wrong, beside rules that other tools use.
simulate: dependencies
	swift run -c release simulate

clean:
	rm -rf .build
	find site -mindepth 1 ! -name .gitignore -delete

dependencies:
	@command -v swift >/dev/null || { echo "sitegen needs Swift 6.2 or newer: https://www.swift.org/install"; exit 1; }
	@pkg-config --exists libcmark 2>/dev/null || $(MAKE) --no-print-directory packages PACKAGES="libcmark-dev pkg-config" FORMULAE="cmark pkg-config"
	@pkg-config --exists libcmark || { echo "sitegen needs libcmark, and it could not be installed: install libcmark-dev (Debian, Ubuntu) or cmark (brew)."; exit 1; }
	@pkg-config --exists libcurl 2>/dev/null || $(MAKE) --no-print-directory packages PACKAGES="libcurl4-openssl-dev pkg-config" FORMULAE="curl pkg-config"
	@pkg-config --exists libcurl || { echo "sitegen needs libcurl, and it could not be installed: install libcurl4-openssl-dev (Debian, Ubuntu) or curl (brew)."; exit 1; }

# The oracles of the tests: cmark-gfm for Markdown, Chromium for pages.
test-dependencies:
	@{ command -v cmark-gfm && command -v git && { command -v chromium || [ "$$(uname)" = Darwin ]; } && python3 -m venv --help; } >/dev/null 2>&1 \
	  || $(MAKE) --no-print-directory packages PACKAGES="cmark-gfm chromium git python3-venv" FORMULAE="cmark-gfm git python3"

packages:
	@if command -v apt-get >/dev/null; then \
	  $(APT) update -qq && DEBIAN_FRONTEND=noninteractive $(APT) install -y -qq $(PACKAGES) >/dev/null; \
	elif command -v brew >/dev/null; then brew install --quiet $(FORMULAE); \
	else echo "Install these by hand, then try again: $(PACKAGES)"; exit 1; fi
