.PHONY: demo docs

demo: .venv-demo/bin/eventnotes  ## convert an example, then check a copy of it with planted faults
	@sh docs/demo/demo.sh

.venv-demo/bin/eventnotes: pyproject.toml $(shell find src -name '*.py')
	@echo "making .venv-demo and installing eventnotes into it"
	python3 -m venv .venv-demo
	.venv-demo/bin/python -m pip install --quiet --disable-pip-version-check .
	@touch $@

docs: .venv-docs/bin/mkdocs  ## build the site into site/; a warning is an error
	NO_MKDOCS_2_WARNING=1 .venv-docs/bin/mkdocs build --strict

.venv-docs/bin/mkdocs: pyproject.toml
	python3 -m venv .venv-docs
	.venv-docs/bin/python -m pip install --quiet "pip>=25.1"
	.venv-docs/bin/python -m pip install --quiet --editable . --group docs ruff
	@touch $@
