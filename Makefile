# Each goal makes the environment it needs. PYTHON=python3.12 chooses another interpreter, with an environment of its own.
PYTHON ?= python3
VENV ?= .venv$(if $(filter-out python3,$(PYTHON)),-$(notdir $(PYTHON)))
BIN := $(VENV)/bin
CODE := src tests bench
SLOW := audit commonmark consumer cost docs procedures sarif schema

.PHONY: help test quick lint types floors docs schema drift examples hostile fuzz judges laws mutation faults bench bench-draft check demo clean

help:  ## this list
	@sed -n 's/^\([a-z]*\):[^#]*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10

test: $(VENV)/test  ## the tests, with the coverage of lines and branches
	@rm -f .coverage .coverage.*
	$(BIN)/coverage run -m pytest -n auto
	@$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

quick: $(VENV)/test  ## the tests without coverage, the judges and what takes long
	HYPOTHESIS_PROFILE=quick $(BIN)/pytest -q -n auto --ignore-glob '*_judged.py' $(SLOW:%=--ignore tests/test_%.py)

lint: $(VENV)/lint  ## ruff: rules and layout
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)

types: $(VENV)/test $(VENV)/lint  ## mypy on sources and tests, pyright on sources
	$(BIN)/mypy --strict src tests
	$(BIN)/pyright --pythonpath $(BIN)/python src

floors: $(VENV)/lint  ## imports run only downwards
	$(BIN)/lint-imports

docs: .venv-docs/bin/mkdocs  ## build the site into site/; a warning is an error
	NO_MKDOCS_2_WARNING=1 .venv-docs/bin/mkdocs build --strict

schema: $(VENV)/installed  ## write schemas/ from the model
	$(BIN)/python -c "from pathlib import Path; from eventnotes.schema import write_all; write_all(Path('schemas'))"

drift: $(VENV)/installed  ## schemas/ is what the model says
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	$(BIN)/python -c "import sys; from pathlib import Path; from eventnotes.schema import write_all; write_all(Path(sys.argv[1]))" "$$folder" && \
	diff -ru schemas "$$folder" && echo "schemas: no drift"

examples: $(VENV)/installed  ## the examples are clean
	$(BIN)/eventnotes check examples

hostile: $(VENV)/installed  ## the kit of hostile input, where ../shared has it, and its faults, into docs/reliability.md
	$(BIN)/python tests/hostile.py --out docs/reliability.md
	$(BIN)/python tests/procedures.py --out docs/reliability.md

fuzz: $(VENV)/fuzz  ## change inputs at random until something breaks: RUNS executions, a million by default, or SECONDS
	$(BIN)/python tests/fuzz.py $(if $(SECONDS),--seconds $(SECONDS),--runs $(or $(RUNS),1000000) --out docs/reliability.md)

judges: $(VENV)/test .venv-judges/bin/khal  ## calendars in khal, calcurse and Radicale, tables in LibreOffice; calcurse and LibreOffice are to be installed
	$(BIN)/pytest -q -rs tests/judges/libreoffice.py
	$(BIN)/python tests/judged.py .venv-judges/bin/khal .venv-judges/bin/radicale

laws: $(VENV)/test  ## the laws of writing over EXAMPLES events, 100,000 by default; the figures go into docs/reliability.md
	$(BIN)/python tests/laws.py $(EXAMPLES) --out docs/reliability.md

mutation: $(VENV)/mutation  ## plant faults, one at a time, and count those that the tests find, into docs/reliability.md
	$(BIN)/python tests/mutation.py --out docs/reliability.md

faults: $(VENV)/installed  ## kill the writing of files at every system call, into docs/reliability.md
	$(BIN)/python tests/faults.py --out docs/reliability.md

bench: $(VENV)/bench  ## us and our peers side by side, into docs/performance.md
	$(BIN)/python bench/run.py --out docs/performance.md

bench-draft: $(VENV)/installed .venv-draft/installed  ## drafts by the gold of ../shared, beside off-the-shelf parts, into docs/drafts.md
	$(BIN)/python bench/drafts.py --peer .venv-draft/bin/python --out docs/drafts.md

check: test lint types floors docs drift examples  ## all that CI runs on one interpreter

demo: .venv-demo/bin/eventnotes  ## convert an example, then check a copy of it with planted faults
	@sh docs/demo/demo.sh

clean:  ## remove what these goals make
	rm -rf .venv* .fuzz .mutation .coverage* .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache build dist site
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/test $(VENV)/lint $(VENV)/mutation $(VENV)/fuzz: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --editable . --group $(@F)
	@touch $@

$(VENV)/bench: $(VENV)/installed bench/peers/requirements.txt
	$(BIN)/python -m pip install --quiet . --requirement bench/peers/requirements.txt
	@touch $@

.venv-draft/installed: bench/peers/drafting.txt
	$(PYTHON) -m venv .venv-draft
	.venv-draft/bin/python -m pip install --quiet --disable-pip-version-check --requirement bench/peers/drafting.txt
	@touch $@

.venv-demo/bin/eventnotes: pyproject.toml $(shell find src -name '*.py')
	@echo "making .venv-demo and installing eventnotes into it"
	$(PYTHON) -m venv .venv-demo
	.venv-demo/bin/python -m pip install --quiet --disable-pip-version-check .
	@touch $@

.venv-judges/bin/khal:
	$(PYTHON) -m venv .venv-judges
	.venv-judges/bin/python -m pip install --quiet --disable-pip-version-check "khal>=0.11" "radicale>=3.2"

.venv-docs/bin/mkdocs: pyproject.toml
	$(PYTHON) -m venv .venv-docs
	.venv-docs/bin/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	.venv-docs/bin/python -m pip install --quiet --editable . --group docs
	@touch $@
