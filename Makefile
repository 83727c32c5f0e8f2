# Everything a newcomer runs. Only Python 3.11 or later, pip and make are needed; test-outputs
# needs Chromium, LibreOffice and poppler besides (.ci/run installs them on Debian).
PYTHON ?= python3
PIP := -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif

# As the commands hold numpy (caseweave/cli.py): its threads wait for each other.
export OPENBLAS_NUM_THREADS ?= 1

.PHONY: demo test test-outputs check evaluate bench golden findings examples docs pictures constraints clean

demo: .venv/run
	$(BIN)/python -m caseweave demo demo-case

test: .venv/dev
	$(BIN)/python -m pytest -q -n auto

test-outputs: .venv/dev
	$(BIN)/python -m pytest -q tests_outputs

check: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

evaluate: .venv/dev
	$(BIN)/python evaluation/run.py evaluation/entries
	$(BIN)/python evaluation/run.py evaluation/held
	$(BIN)/python evaluation/run.py evaluation/held --dressed
	$(BIN)/python evaluation/run.py evaluation/held --joined
	$(if $(DEV),$(BIN)/python evaluation/run.py $(DEV))
	$(BIN)/python evaluation/example.py

bench: .venv/dev
	$(BIN)/python $(PIP) "pandas>=2.2"
	$(BIN)/python benchmarks/merge.py

# Those below write files that are kept in the repository.
examples: .venv/dev
	$(BIN)/python examples/make.py

golden: .venv/dev
	$(BIN)/python tests/golden/make.py

findings: .venv/dev
	$(BIN)/python -m tests.errors.document

docs: .venv/dev
	$(BIN)/python docs/make.py

pictures: .venv/dev
	$(BIN)/python docs/pictures.py

constraints:
	rm -rf .venv-constraints && $(PYTHON) -m venv .venv-constraints
	.venv-constraints/bin/python -m pip install --quiet --disable-pip-version-check ".[dev]" pandas
	echo "# Tested together; two installs with these agree. Made by make constraints." > constraints.txt
	.venv-constraints/bin/python -m pip freeze --exclude caseweave >> constraints.txt
	rm -rf .venv-constraints

.venv/run: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python $(PIP) -e .
	$(BIN)/python -c "open('$@', 'w').close()"

.venv/dev: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python $(PIP) -e ".[dev]"
	$(BIN)/python -c "open('$@', 'w').close()"

clean:
	rm -rf .venv build dist .pytest_cache .ruff_cache .mypy_cache demo-case
