# Every command of the project. CI runs the same recipes.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo serve test browse large lint format eval bench docs golden clean

demo: $(READY) ## code the example articles and show the most-cited entries
	$(BIN)/regesta demo --store demo/regesta.db

serve: $(READY) ## open the web pages over the demo register
	$(BIN)/regesta serve --store demo/regesta.db

test: $(READY) ## the whole test suite
	$(BIN)/python -m pytest

browse: $(READY) ## walk through the pages in a headless Chromium, where one is installed
	REGESTA_BROWSER=1 $(BIN)/python -m pytest tests/browser

large: $(READY) ## read hostile files at full size: articles of 100 MB, bombs of 2 GB
	REGESTA_LARGE=1 $(BIN)/python -m pytest tests/read/test_large.py

lint: $(READY) ## format, style, types, direction of imports, spelling
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell README.md CHANGELOG.md CONTRIBUTING.md docs regesta tests scripts training/*.py training/*.md evaluation/*.py benchmarks

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

eval: $(READY) ## every score, compared with evaluation/floors.json
	$(BIN)/regesta evaluate

bench: $(READY) ## from page to entry beside spaCy and others; the register as it grows
	$(BIN)/python benchmarks/bench_end_to_end.py --articles 16
	$(BIN)/python benchmarks/bench_register.py

docs: $(READY) ## regenerate the reference pages
	$(BIN)/python scripts/build_reference.py

golden: $(READY) ## rewrite the golden files; review the diff
	$(BIN)/python -m pytest tests/golden --update-golden

clean:
	rm -rf $(VENV) demo .mypy_cache .ruff_cache .pytest_cache

$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Regesta needs Python 3.11 or newer: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@
