# One command for each thing that people do here. `tools/demo.py` does the same as `make demo` where there is no make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test bench engines languagetool vale peers clean

demo:
	$(PYTHON) tools/demo.py

test: $(VENV)/.ready
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 -rs

bench: $(VENV)/.ready
	$(BIN)/python benchmarks/run.py

# Everything that some tests want besides Python. Debian's packages need root; the rest goes into engines/.
engines:
	apt-get update -qq
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libreoffice-writer poppler-utils fonts-liberation2 chromium
	npm --prefix tools/engines install --no-package-lock --no-audit --no-fund
	mkdir -p engines
	rm -rf engines/node_modules && mv tools/engines/node_modules engines/node_modules
	mvn -q -B -f tools/engines/pom.xml dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory=$(CURDIR)/engines/verapdf

# LanguageTool, for `check --grammar languagetool`, and the Python package that speaks to it. Needs Java 17 and Maven.
LANGUAGETOOL := $(CURDIR)/engines/languagetool/LanguageTool-6.8
languagetool: $(VENV)/.ready
	rm -rf $(LANGUAGETOOL)
	mvn -q -B -f tools/engines/languagetool/pom.xml dependency:copy-dependencies -DincludeScope=runtime -Dmdep.stripVersion=true -DoutputDirectory=$(LANGUAGETOOL)/libs
	mv $(LANGUAGETOOL)/libs/languagetool-server.jar $(LANGUAGETOOL)/
	$(BIN)/python -m pip install --quiet --editable '.[languagetool]'

# The real Vale, which the style engine is compared with, where its own test data is, and what its rules need. Needs Go.
VALE := $(CURDIR)/engines/vale
VALE_VERSION := github.com/vale-cli/vale/v3@v3.21.0
vale: $(VENV)/.ready
	mkdir -p $(VALE)
	GOBIN=$(VALE) go install $(subst @,/cmd/vale@,$(VALE_VERSION))
	go mod download -json $(VALE_VERSION) | $(PYTHON) -c "import json, sys; print(json.load(sys.stdin)['Dir'] + '/testdata')" > $(VALE)/testdata.txt
	$(BIN)/python -m pip install --quiet --editable '.[vale]'

# Checkers of prose that `make bench` measures ours beside. Needs npm.
peers: $(VENV)/.ready
	npm --prefix tools/peers install --no-package-lock --no-audit --no-fund
	mkdir -p engines/peers
	rm -rf engines/peers/node_modules && mv tools/peers/node_modules engines/peers/node_modules
	$(BIN)/python -m pip install --quiet --editable '.[dev,bench]'

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

clean:
	rm -rf out build $(VENV)
