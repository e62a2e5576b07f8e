# Two commands do all the set-up on a fresh Debian that has Swift: `make replay` and `make test`.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

SWIFT ?= swift
JOURNAL ?= Journals/apk-2024.jsonl
AT ?= 2024-12-31
# A static standard library: the tool then starts in a third of the time.
RELEASE := --configuration release --static-swift-stdlib
TOOL = $$($(SWIFT) build $(RELEASE) --show-bin-path)/journal-tool

.PHONY: help setup build replay test lint survive damage fuzz sanitize check bench growth install clean

help: ## Print this list.
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

setup: ## Install the C libraries that are missing (Debian's apt).
	@.ci/setup

build: setup ## Build the tool for release.
	@$(SWIFT) build $(RELEASE) --product journal-tool

replay: build ## Replay a shipped journal to a date: JOURNAL=… AT=YYYY-MM-DD.
	@"$(TOOL)" replay "$(JOURNAL)" --at "$(AT)"

test: setup ## Pass the tests: Swift's, then the independent verifier in Python over the shipped journals.
	@SWIFT="$(SWIFT)" .ci/test
	@Tests/Interop/run

lint: ## Check the form of the code, and that the libraries import no Foundation.
	@.ci/lint

survive: build ## Inject faults into every system call of what writes, and let many processes append and follow at once.
	@.ci/setup strace
	@python3 Tests/Survival/faults.py "$(TOOL)" $(QUICK)
	@python3 Tests/Survival/crowd.py "$(TOOL)"

damage: setup ## Change every bit of a journal of forty lines and cut its end at every byte, and print what finds it.
	@DAMAGE=all SWIFT="$(SWIFT)" .ci/test --filter DamageTests | grep -vE 'started|passed'

fuzz: setup ## Fuzz every reader, guided by coverage: EACH=60 seconds for each.
	@Tests/Fuzz/run $(or $(EACH),60)

sanitize: setup ## Pass the tests under the thread and the address sanitizer: FILTER=… for some of them.
	@.ci/sanitize $(FILTER)

check: lint test survive fuzz ## What CI runs, with all faults and long fuzzing; CI runs less: QUICK=--quick EACH=8.

bench: ## Measure against the best there is: LINES=1000000 is the largest journal.
	@Benchmarks/run $(if $(filter command line,$(origin LINES)),$(LINES),1000000)

growth: ## Measure and plot cost per act up to LINES=10000000 (11 GB); goes on where it was broken off.
	@Benchmarks/run $(if $(filter command line,$(origin LINES)),$(LINES),10000000) growth

install: build ## Copy the tool to PREFIX/bin (/usr/local unless said).
	@install -D -m 755 "$(TOOL)" "$${PREFIX:-/usr/local}/bin/journal-tool"

clean: ## Remove what was built.
	@rm -rf .build
