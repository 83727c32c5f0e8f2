PYTHON ?= python3
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif

.PHONY: test check clean evaluate findings

.venv/dev: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	touch $@

test: .venv/dev
	$(BIN)/python -m pytest -q

check: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

evaluate: .venv/dev
	$(BIN)/python evaluation/run.py evaluation/entries.txt --tuning
	$(BIN)/python evaluation/run.py evaluation/entries.txt --held
	$(if $(DEV),$(BIN)/python evaluation/run.py $(DEV))

clean:
	rm -rf .venv build dist .pytest_cache .ruff_cache .mypy_cache

findings: .venv/dev
	$(BIN)/python -m tests.errors.document
