# Everything runs in .venv, made here from constraints.txt; nothing else on the machine is touched.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
PACKAGING := build/packaging
TOOLS := $(PACKAGING)/tools/ready

.PHONY: demo test lint types layers unit bench bench-agents bench-merge screenshots translations constraints clean install \
	package package-smoke package-constraints reliability fuzz audit check-constraints

install: $(READY)

$(READY): constraints.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Annotator needs Python 3.11 or newer: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv module is missing. On Debian or Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing Annotator's packages into $(VENV) (about a minute, once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r constraints.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: $(READY)
	@$(BIN)/python -m annotator demo

test: $(READY) lint types layers unit

lint: $(READY)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .

types: $(READY)
	@$(BIN)/mypy

layers: $(READY)
	@$(BIN)/lint-imports

# One BLAS thread: several spin against each other on a busy machine, and a test seems to hang.
unit: $(READY)
	@QT_QPA_PLATFORM=offscreen OPENBLAS_NUM_THREADS=1 $(BIN)/python -m pytest -n 2 --dist loadfile

bench: $(READY)
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.bench

bench-agents: $(READY)
	@$(BIN)/python -m tests.bench agents keypress_run calibration embedded

bench-merge: $(READY)
	@$(BIN)/python -m tests.bench merging merge_quality replaying guarantee

# New texts into the catalogs, and the catalogs compiled; how to fill them: `packaging/translations.py`.
translations: $(READY)
	@$(BIN)/python packaging/translations.py update

screenshots: $(READY)
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.screenshots

# 1,000 kills, 100 runs of copies that go apart, 10,000 bad inputs for each reader: docs/reliability.md has the counts.
reliability: $(READY)
	@$(BIN)/python -m tests.reliability kills --count 1000
	@$(BIN)/python -m tests.reliability copies --count 100

fuzz: $(READY) build/fuzz/ready
	@$(BIN)/python -m tests.fuzz --count 10000
	@PYTHONPATH=build/fuzz $(BIN)/python -m tests.fuzz --count 10000 --guided

# What is shipped under which licence (docs/licences.md), and known weaknesses, for which it needs the Internet.
audit: $(READY) build/audit/ready
	@$(BIN)/python packaging/audit.py

build/%/ready: packaging/%-constraints.txt $(READY)
	@rm -rf build/$* && mkdir -p build/$*
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --target build/$* \
		-r packaging/$*-constraints.txt || { test $* = fuzz && echo "atheris is not made for this platform: fuzzing goes without."; }
	@touch $@

check-constraints:
	@$(BIN)/python -m pip install --quiet uv
	@for each in audit:pip-audit==2.10.1 fuzz:atheris==3.0.0; do file=packaging/$${each%%:*}-constraints.txt; \
		{ sed -n '/^#/p' $$file; echo $${each#*:} | $(BIN)/uv pip compile - --universal --python-version 3.11 \
		--generate-hashes --no-header --no-annotate --quiet; } > constraints.new && mv constraints.new $$file; done

# The self-contained application for this platform, in build/packaging. Takes ten minutes or so; not part of `make test`.
package: $(TOOLS)
	@PYTHONPATH=$(PACKAGING)/tools $(BIN)/python packaging/build.py

package-smoke:
	@$(BIN)/python packaging/smoke.py

$(TOOLS): packaging/constraints.txt $(READY)
	@echo "Installing PyInstaller into $(PACKAGING)/tools ..."
	@rm -rf $(PACKAGING)/tools
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --target $(PACKAGING)/tools -r packaging/constraints.txt
	@touch $@

package-constraints:
	@$(BIN)/python -m pip install --quiet uv
	@{ sed -n '/^#/p' packaging/constraints.txt; $(BIN)/uv pip compile packaging/tools.txt --universal --python-version 3.11 \
		--generate-hashes --no-header --no-annotate --quiet; } > constraints.new && mv constraints.new packaging/constraints.txt

constraints:
	@$(BIN)/python -m pip install --quiet uv
	@sh packaging/constraints.sh $(BIN)/uv > constraints.new && mv constraints.new constraints.txt

clean:
	rm -rf $(VENV) build dist *.egg-info
