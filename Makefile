# Every command of the project. CI runs the same recipes.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo serve test browse lint format eval bench package site docs golden clean

demo: $(READY) ## code the example articles and show the most-cited entries
	$(BIN)/regesta demo --store demo/regesta.db

serve: $(READY) ## open the web pages over the demo register
	$(BIN)/regesta serve --store demo/regesta.db

test: $(READY) ## the whole test suite
	$(BIN)/python -m pytest

browse: $(READY) ## walk through the pages in a headless Chromium, where one is installed
	REGESTA_BROWSER=1 $(BIN)/python -m pytest tests/browser

lint: $(READY) ## format, style, types, direction of imports, spelling
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell README.md CHANGELOG.md CONTRIBUTING.md docs regesta tests scripts training/*.py training/*.md evaluation/*.py benchmarks

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# After training: make eval EVAL="--update --allow-regression"
eval: $(READY) ## every score with its interval, and the tables of the documentation; compared with evaluation/floors.json
	$(BIN)/regesta evaluate --processes 2 --write $(EVAL); status=$$?; $(BIN)/python scripts/build_accuracy.py && exit $$status

bench: $(READY) ## articles a second beside spaCy's own pipeline; the register as it grows
	$(BIN)/python benchmarks/bench_pipeline.py
	$(BIN)/python benchmarks/bench_register.py

package: $(READY) ## wheel and source archive in dist, the wheel tried outside the repository
	rm -rf dist && $(PYTHON) -m venv dist/venv && dist/venv/bin/python -m pip install --quiet --disable-pip-version-check build==1.6.1
	dist/venv/bin/python -m build --outdir dist . && rm -rf dist/venv
	REGESTA_PACKAGE=dist $(BIN)/python -m pytest tests/package

site: ## the documentation as pages, in build/site; fails where a link leads nowhere
	$(PYTHON) -m venv build/mkdocs && build/mkdocs/bin/python -m pip install --quiet --disable-pip-version-check mkdocs==1.6.1
	build/mkdocs/bin/mkdocs build --strict --quiet --site-dir build/site

docs: $(READY) ## regenerate the reference pages
	$(BIN)/python scripts/build_reference.py

golden: $(READY) ## rewrite the golden files; review the diff
	$(BIN)/python -m pytest tests/golden --update-golden

clean:
	rm -rf $(VENV) demo dist build .mypy_cache .ruff_cache .pytest_cache

$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Regesta needs Python 3.11 or newer: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@
