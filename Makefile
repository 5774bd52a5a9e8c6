# Every target makes what it needs: .venv first, then the packages pinned in requirements*.txt.
# Another interpreter:  make site PYTHON=python3.12

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
RUNTIME := $(VENV)/.runtime-installed
DEV := $(VENV)/.dev-installed

# Compiled modules are kept in the environment, also where the machine is told to write none: collecting the tests takes
# half the time with them.
export PYTHONDONTWRITEBYTECODE :=
export PYTHONPYCACHEPREFIX := $(abspath $(VENV))/.pycache

.PHONY: site check test quick cover format

# ARGS reaches the program: make site ARGS="--base-url https://example.org/models"
site: $(RUNTIME)
	$(BIN)/python build.py build $(ARGS)

check: $(RUNTIME)
	$(BIN)/python build.py check $(ARGS)

# The whole suite. Browser tests skip, and say so, where there is no Chromium.
test: $(DEV)
	$(BIN)/python -m pytest -n auto $(ARGS)

# What to run before every commit: some 40 seconds on two cores, once its modules are compiled.
quick: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q -n auto -m "not slow and not browser" $(ARGS)

cover: $(DEV)
	$(BIN)/python -m pytest -q -n auto --cov --cov-report=term $(ARGS)

format: $(DEV)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

$(RUNTIME): requirements.txt | $(BIN)/python
	$(PIP) install -r requirements.txt
	@touch $@

$(DEV): requirements-dev.txt $(RUNTIME)
	$(PIP) install -r requirements-dev.txt
	@touch $@

# A half-made environment is removed, so that the next run begins again.
$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { \
	  echo "There is no $(PYTHON) on this machine. Install Python 3.11 or newer (Debian, Ubuntu: apt install python3 python3-venv)."; \
	  exit 1; } >&2
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Almanac needs Python 3.11 or newer, but $(PYTHON) is $$($(PYTHON) --version 2>&1). Install a newer one and name it, for example: make $(firstword $(MAKECMDGOALS) site) PYTHON=python3.12"; \
	  exit 1; } >&2
	@$(PYTHON) -m venv --clear $(VENV) || { rm -rf $(VENV); \
	  echo "$(PYTHON) could not make the environment $(VENV). Its venv module is a package of its own on Debian and Ubuntu: apt install python3-venv"; \
	  exit 1; } >&2
