PYTHON  ?= python3
ADDRESS ?= localhost
PORT    ?= 8501
PRESET  ?= north-council

VENV_PYTHON := .venv/bin/python
INSTALL := $(VENV_PYTHON) -m pip install --quiet --disable-pip-version-check
AS_ROOT := $(shell [ "$$(id -u)" = 0 ] || echo sudo -n)
LOCK := uv pip compile --quiet --upgrade --universal --python-version 3.11 --no-emit-index-url --no-emit-find-links \
	--custom-compile-command "make lock"

.PHONY: run stage test bench lock clean

run: .venv/run-time
	$(VENV_PYTHON) -m streamlit run app.py --server.address=$(ADDRESS) --server.port=$(PORT)

# Warms the server, shows every scene once, says ready or what is wrong, and keeps serving.
stage: .venv/tests
	CHROMIUM="$$(tests/browser/chromium.sh)" && export CHROMIUM && \
		$(VENV_PYTHON) -m bench.ready http://$(ADDRESS):$(PORT) $(PRESET)

test: .venv/tests
	$(VENV_PYTHON) -m ruff check .
	CHROMIUM="$$(tests/browser/chromium.sh)" && SOFFICE="$$(tests/exports/office.sh)" && export CHROMIUM SOFFICE && \
		$(VENV_PYTHON) -m pytest -n 2 --dist loadfile --no-loadscope-reorder

bench: .venv/tests
	CHROMIUM="$$(tests/browser/chromium.sh)" && export CHROMIUM && $(VENV_PYTHON) -m bench

# Pins every package anew, from what pyproject.toml asks for.
lock:
	$(LOCK) pyproject.toml -o requirements.txt
	$(LOCK) pyproject.toml --extra test -c requirements.txt -o requirements-test.txt

clean:
	rm -rf .venv .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +

# Two marks say what .venv holds, so pip runs again only when a list of packages has changed.
.venv/run-time: requirements.txt | $(VENV_PYTHON)
	$(INSTALL) -r requirements.txt
	@touch $@

.venv/tests: .venv/run-time requirements-test.txt
	$(INSTALL) -r requirements.txt -r requirements-test.txt
	@touch $@

# Debian and Ubuntu leave half of venv to a package of its own; it is installed where that needs no password.
$(VENV_PYTHON):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Side by Side needs Python 3.11 or newer: install it, or say where it is with make PYTHON=/path/to/python3." >&2; \
		exit 1; }
	@$(PYTHON) -m venv .venv >/dev/null 2>&1 || { \
		package=$$($(PYTHON) -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'); \
		echo "Installing $$package, which this Python needs to make its own folder of packages." >&2; \
		{ $(AS_ROOT) apt-get update -qq && \
		  $(AS_ROOT) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$package && \
		  $(PYTHON) -m venv --clear .venv; } >/dev/null 2>&1; } || { \
		rm -rf .venv; \
		echo "Python could not make .venv here: install its venv package (on Debian and Ubuntu: sudo apt install python3-venv) and try again." >&2; \
		exit 1; }
