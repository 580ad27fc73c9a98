# Every target that a newcomer needs; `make help` lists them.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
PACKAGES := contracts platform review cli ingest parser scorer notifier console
MEMBERS := $(wildcard libs/* services/*)

.PHONY: help install demo up test test-unit test-integration lint format bench lock docs compose-test clean

help: ## show this
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  \1\t/' | expand -t 20

install: .venv/.installed ## make .venv with everything in it

.venv/.installed: requirements.lock $(foreach member,$(MEMBERS),$(member)/pyproject.toml)
	@PYTHON=$(PYTHON) deploy/local/install.sh
	@touch $@

demo: install ## start everything, judge a sample report, show the verdict and the messages, stop everything
	@$(BIN)/gonogo demo

up: install ## start everything and stay up
	@$(BIN)/gonogo up

test: install ## all tests: units, real servers, end to end
	@deploy/local/test.sh

test-unit: install ## the tests that need no server
	@$(BIN)/pytest -q -m "not integration and not e2e"

test-integration: install ## the tests that need PostgreSQL, Redis and RabbitMQ
	@deploy/local/test.sh -m "integration or e2e"

lint: install ## formatting, rules, types, boundaries
	@$(BIN)/ruff format --check -q .
	@$(BIN)/ruff check -q .
	@$(BIN)/mypy --no-error-summary $(foreach package,$(PACKAGES),-p gonogo_$(package))
	@$(BIN)/mypy --no-error-summary $(wildcard libs/*/tests services/*/tests) tests deploy
	@$(BIN)/lint-imports --no-cache > .local/lint-imports.log || (cat .local/lint-imports.log; exit 1)
	@deploy/local/no-addresses.sh

format: install ## put the code into its form
	@$(BIN)/ruff format -q . && $(BIN)/ruff check -q --fix .

bench: install ## timings, as ratios within one run
	@$(BIN)/python tests/bench/run.py

docs: install ## write the generated tables anew
	@GONOGO_WRITE_DOCS=1 $(BIN)/pytest -q tests/test_docs.py

lock: install ## resolve the dependencies anew
	@$(BIN)/uv lock -q && $(BIN)/uv export -q --all-packages --no-emit-workspace --no-header --format requirements-txt -o requirements.lock
	@deploy/lock.sh

compose-test: install ## build the images and show the services become healthy together
	@deploy/compose/test.sh

clean: ## remove what can be made again
	@rm -rf .venv .local .cache
