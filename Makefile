# Everything sets up what it needs: Python 3.11 or later and make are enough.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EXAMPLES := examples/alibaba-fr.txt examples/alibaba-en.txt

# Tests that start programs and engines, or take their time.
SLOW := tests/browser tests/bulk tests/contract tests/faults tests/fuzz tests/claims/test_possible.py \
	tests/cli/test_batch.py tests/documents/test_bounded.py

.PHONY: demo check test coverage fuzz audit test-spark test-browser lint format pages docs clean

# Set up again when what is installed has changed.
$(VENV)/run.done: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/test.done: pyproject.toml $(VENV)/run.done
	$(BIN)/pip install --quiet --disable-pip-version-check "pip>=25.1"  # the first that knows --group (PEP 735)
	$(BIN)/pip install --quiet --disable-pip-version-check --group test --group lint
	touch $@

# 400 MB of Spark, which only its own tests need; Java comes with the machine.
$(VENV)/spark.done: pyproject.toml $(VENV)/test.done
	$(BIN)/pip install --quiet --disable-pip-version-check --editable ".[spark]"
	touch $@

$(VENV)/browser.done: pyproject.toml $(VENV)/test.done
	$(BIN)/pip install --quiet --disable-pip-version-check --group browser
	touch $@

demo: $(VENV)/run.done
	$(BIN)/capexcalc check $(EXAMPLES) --prior examples/alibaba-capex.csv --offline
	$(BIN)/capexcalc annualise "380bn CNY over three years" --from 2025-04-01 --to EUR,USD --on 2025-02-24 --offline
	$(BIN)/capexcalc compare "380bn CNY over three years" --prior examples/alibaba-capex.csv --on 2025-02-24 --offline

lint: $(VENV)/test.done
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Between one change and the next: under a minute.
check: lint
	$(BIN)/pytest --quiet --numprocesses auto $(addprefix --ignore=,$(SLOW))

# All but those in a browser, which take a minute of their own.
test: lint
	$(BIN)/pytest --ignore=tests/browser --numprocesses auto

# All tests, with what they reach counted, in the processes they start too; too little fails (pyproject.toml).
coverage: lint
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest --ignore=tests/browser --numprocesses auto
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

# The same again, or from another number: make fuzz SEED=7 SECONDS=600
SECONDS := 60
fuzz: $(VENV)/test.done
	$(BIN)/python tests/fuzz $(SECONDS) $(SEED)

# What ships, held against HMRC's rates, and against archives of market rates: make audit SNAPSHOTS="*.tgz"
audit: $(VENV)/test.done
	$(BIN)/pip install --quiet --group audit
	$(BIN)/python tools/audit_rates.py $(SNAPSHOTS)

test-spark: $(VENV)/spark.done
	$(BIN)/pytest -m spark

# Pages of -f html in headless Chromium; without one the tests say so.
test-browser: $(VENV)/browser.done
	$(BIN)/pytest tests/browser

format: $(VENV)/test.done
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# What tools make of the sources and the program: run it after a change to help, errors, results or examples.
pages: $(VENV)/test.done
	$(BIN)/python tools/build_schemas.py
	$(BIN)/python tools/build_codes.py
	$(BIN)/python tools/build_cli.py
	$(BIN)/python tools/build_man.py
	$(BIN)/python tools/fill_readme.py

$(VENV)/docs.done: pyproject.toml $(VENV)/run.done
	$(BIN)/pip install --quiet --disable-pip-version-check "pip>=25.1"
	$(BIN)/pip install --quiet --disable-pip-version-check --group docs
	touch $@

# The site, in build/site; its search wants a server: python -m http.server --directory build/site
docs: $(VENV)/docs.done
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet
	@echo built: build/site

clean:
	rm -rf $(VENV) dist build
