# Every target of this house. `make help` lists them.
PYTHON ?= python3
PORT ?= 5000
BIN := .venv/bin
export PYTHON

.DEFAULT_GOAL := help
.PHONY: help run test check bench demo demo-year pictures lock words clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1	\2/p' $(MAKEFILE_LIST) | expand -t 18

run: .venv/run ## set up and serve at http://127.0.0.1:5000 (PORT=8080 elsewhere)
	@exec $(BIN)/toimi serve --port $(PORT)

test: check .venv/broker/ready ## set up, check everything, run every test
	@scripts/setup system
	@status=0; $(BIN)/pytest -n 2 --dist loadfile || status=1; npm test --silent || status=1; exit $$status

check: .venv/dev node_modules/.ready ## format, lint, types, rooms, templates, catalogues, unit tests
	@scripts/check

demo: .venv/run ## a whole workshop with simulated participants (KEEP=1 stays up)
	@exec $(BIN)/toimi demo --port $(PORT) $(if $(KEEP),--keep)

demo-year: .venv/run ## a year of a ministry and its units, and the files it leaves
	@exec $(BIN)/toimi demo-year

bench: .venv/dev ## what things cost, beside their ceiling
	@exec $(BIN)/python -m benchmarks

pictures: .venv/dev ## take the README's pictures from the running program
	@scripts/setup system
	@$(BIN)/python scripts/pictures.py

words: .venv/dev ## bring the catalogues up to date with the code
	@$(BIN)/python scripts/catalogues.py update

lock: .venv/dev ## choose versions anew, with hashes
	@scripts/lock

clean: ## forget what was installed; instance/ stays
	rm -rf .venv node_modules

.venv/run: requirements.lock pyproject.toml
	@scripts/setup run

.venv/dev: requirements-dev.lock pyproject.toml
	@scripts/setup dev

.venv/broker/ready: docs/broker/requirements.lock
	@scripts/setup broker

node_modules/.ready: package-lock.json
	@npm ci --no-audit --no-fund --loglevel=error && touch $@
