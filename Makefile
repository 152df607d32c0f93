# Waypoint. `make chat` and `make test` prepare whatever they need; `make help` lists the rest.

PYTHON ?= $(shell command -v python3 || command -v python)
WAYPOINT := .venv/bin/waypoint

.DEFAULT_GOAL := help
.PHONY: help chat serve shell test check bench evaluate setup build lock clean distclean

help: ## Say what there is
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

chat: build ## Start Waypoint and chat with it in the browser
	@$(WAYPOINT) chat

serve: build ## Start Waypoint for other programs (REST), until Ctrl-C
	@$(WAYPOINT) serve

shell: build ## Chat with Waypoint in this terminal, with one that runs already or its own
	@$(WAYPOINT) shell

test: build ## Run all tests, from nothing if need be
	@.venv/bin/python -m cli.test_steps

check: setup ## Lint, and see that imports keep their direction
	@.venv/bin/ruff check .
	@.venv/bin/python -m pytest -q tests/cli/test_import_rules.py

bench: build ## Measure speed, memory and start-up beside Rasa's starter bot
	@$(WAYPOINT) bench

evaluate: build ## Measure how well questions are understood and answered
	@$(WAYPOINT) evaluate

build: python ## Install both environments and make knowledge base, index and model
	@$(PYTHON) -m cli.bootstrap

setup: python ## Install both environments only
	@$(PYTHON) -m cli.bootstrap environments

lock: setup ## Resolve requirements/*.in anew into the locked *.txt
	@.venv/bin/python requirements/lock.py

clean: ## Remove everything built; the environments stay
	rm -rf build .rasa .pytest_cache .hypothesis .ruff_cache

distclean: clean ## Remove the environments, too
	rm -rf .venv .venv-rasa *.egg-info bot/web/node_modules

.PHONY: python
python:
	@test -n "$(PYTHON)" || { echo "Python was not found. Install Python 3.11 and Python 3.10, then try again."; exit 1; }
