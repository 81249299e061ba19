# make site   建置網站到 site/ / build the site into site/
# make serve  在本機預覽 / preview on this computer
# make test   所有檢查 / every check
# make lint   只檢查程式碼 / the checks of the code alone
# make audit  量測整個網站的無障礙 / measure the accessibility of the whole site
# make bench  與 Hugo 比較速度 / speed, compared with Hugo
# make components   重做元件頁 docs/components/ / the living page of components, made anew
# make rules       重做規則頁 docs/rules/ / the pages of the rules, made anew
# make screenshots  重拍每一種頁面 docs/pages.md / every kind of page, photographed anew
# make clean  刪除產生的檔案 / remove what was made

.POSIX:
.PHONY: site serve test lint audit bench components rules screenshots clean

BIN = .venv/bin

site:
	@sh scripts/environment.sh
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

serve:
	@sh scripts/environment.sh
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs serve

test: lint
	@sh scripts/tools.sh browser
	$(BIN)/python -m pytest

lint:
	@sh scripts/environment.sh test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

audit:
	@sh scripts/environment.sh test
	@sh scripts/tools.sh audit
	$(BIN)/python -m audit

bench:
	@sh scripts/environment.sh
	@sh scripts/tools.sh hugo
	$(BIN)/python benchmarks/run.py

components:
	@sh scripts/environment.sh
	$(BIN)/python -m scripts.components

rules:
	@sh scripts/environment.sh
	$(BIN)/python -m scripts.rules

screenshots:
	@sh scripts/environment.sh test
	@sh scripts/tools.sh browser
	$(BIN)/python -m scripts.screenshots

clean:
	rm -rf site site.server .site.* .cache build dist .pytest_cache .mypy_cache .ruff_cache
