# Every command of the project. CI runs the same recipes.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: data demo serve test browse faults fuzz attack large lint format eval bench load package site docs golden lock audit clean
SECONDS ?= 600

demo: $(READY) ## code the example articles and show the most-cited entries
	$(BIN)/regesta demo --store demo/regesta.db

serve: $(READY) ## open the web pages over the demo register
	$(BIN)/regesta serve --store demo/regesta.db

test: $(READY) ## the whole test suite, in two processes
	$(BIN)/python -m pytest -n 2 --dist worksteal

browse: $(READY) ## walk through the pages in a headless Chromium, where one is installed
	REGESTA_BROWSER=1 $(BIN)/python -m pytest tests/browser

faults: $(READY) ## kill -9 every command that writes, 200 times on each kind of store; takes an hour
	REGESTA_FAULTS=$${REGESTA_FAULTS:-200} $(BIN)/python -m pytest tests/faults

fuzz: $(READY) ## fuzz every parser of outside bytes, SECONDS in all; keeps what reaches new code
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement tests/fuzz/requirements.txt
	$(BIN)/python tests/fuzz/fuzz.py --seconds $(SECONDS) --keep

attack: $(READY) ## every address of the web application with many hostile parameters, after its OpenAPI
	REGESTA_EXAMPLES=300 $(BIN)/python -m pytest tests/serve/test_openapi.py

large: $(READY) ## read hostile files at full size: articles of 100 MB, bombs of 2 GB
	REGESTA_LARGE=1 $(BIN)/python -m pytest tests/read/test_large.py

lint: $(READY) ## format, style, types, direction of imports, spelling
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell --skip "*_words.json,*.sql" README.md CHANGELOG.md CONTRIBUTING.md docs regesta tests scripts training/*.py training/*.md evaluation/*.py benchmarks

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# After training: make eval EVAL="--update --allow-regression"
eval: $(READY) ## every score with its interval, and the tables of the documentation; compared with evaluation/floors.json
	$(BIN)/regesta evaluate --processes 2 --write $(EVAL); status=$$?; $(BIN)/python scripts/build_accuracy.py && exit $$status

bench: $(READY) ## from page to entry beside spaCy and others; the register and its pages as they grow
	$(BIN)/python benchmarks/bench_end_to_end.py --articles 16
	$(BIN)/python benchmarks/bench_register.py
	$(BIN)/python benchmarks/bench_pages.py

load: $(READY) ## 200 readers at once for SECONDS while a run writes: errors, p50, p99, memory
	$(BIN)/python benchmarks/bench_load.py --seconds $(SECONDS)

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

data: $(READY) ## take over changed data files: write the hashes against which they are checked
	$(BIN)/python scripts/build_manifest.py

lock: ## write requirements.txt anew, with hashes, keeping the versions that still fit; needs uv
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url \
		--custom-compile-command "make lock" --extra dev --extra mcp --output-file requirements.txt pyproject.toml

audit: ## known weaknesses of the pinned dependencies; asks a database on the web, needs pip-audit
	pip-audit --require-hashes --disable-pip --requirement requirements.txt --requirement tests/fuzz/requirements.txt

clean:
	rm -rf $(VENV) demo dist build .mypy_cache .ruff_cache .pytest_cache

$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Regesta needs Python 3.11 or newer: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
