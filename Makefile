# Every command does the set-up it needs. `make` alone lists them.
SHELL := /bin/sh
TOOLS := $(CURDIR)/var/tools
UV := $(or $(shell uv --version >/dev/null 2>&1 && command -v uv),$(TOOLS)/bin/uv)
BOT_PYTHON = $(shell scripts/python310)
export PYTHONPATH := $(CURDIR)
unexport PYTHONDONTWRITEBYTECODE # compiled modules make every start seconds shorter
export RASA_TELEMETRY_ENABLED := false
export SQLALCHEMY_SILENCE_UBER_WARNING := 1
export TF_CPP_MIN_LOG_LEVEL := 3

.PHONY: help setup run train test test-bot check format bench eval soak clean

help:  ## list the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 12

setup: .venv/.synced bot/.venv/.synced  ## install both environments

run: setup  ## start everything on http://localhost:8000 (PORT changes the port)
	@exec .venv/bin/cabina run

train: setup  ## train the assistant if its data changed
	@.venv/bin/cabina train

test: setup test-bot  ## run every test
	@.venv/bin/pytest

test-bot: bot/.venv/.synced
	@bot/.venv/bin/python -m pytest -c bot/pyproject.toml --rootdir . --confcutdir tests/bot -p no:cacheprovider tests/bot

check: setup  ## style, types, layers, and Rasa's own validation of the assistant's data
	@.venv/bin/ruff check . && .venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports
	@scripts/validate_assistant

format: .venv/.synced  ## lay out the code
	@.venv/bin/ruff check --fix . ; .venv/bin/ruff format .

bench: setup  ## measure speed beside a peer, in one run
	@.venv/bin/python -m scripts.bench

eval: setup  ## judge the language on sentences that were never trained on
	@.venv/bin/python -m scripts.evaluation

soak: setup  ## a thousand people writing while processes are killed; stops by itself
	@.venv/bin/python -m scripts.soak

clean:  ## remove environments, models and the local database
	rm -rf .venv bot/.venv models var .rasa results

.venv/.synced: pyproject.toml uv.lock | $(UV)
	@echo "cabina · installing the environment of the web application"
	@$(UV) sync --locked && touch $@

bot/.venv/.synced: bot/pyproject.toml bot/uv.lock scripts/python310 | $(UV)
	@echo "cabina · installing the environment of the assistant (Rasa; the long step of a first run)"
	@python310="$(BOT_PYTHON)"; test -n "$$python310" && $(UV) sync --locked --project bot --python "$$python310" && touch $@

$(TOOLS)/bin/uv:
	@echo "cabina · getting uv"
	@python3 -m venv $(TOOLS) && $(TOOLS)/bin/pip install --quiet uv
