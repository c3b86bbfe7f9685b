# 首次运行任一命令都会自动准备 .venv（见 tools/set-up.sh），无须另行安装。

PORT ?= 8000

# One calendar day, one build date: two builds on the same day are identical to the byte.
ifndef SOURCE_DATE_EPOCH
SOURCE_DATE_EPOCH := $(shell date -u -d "$$(date +%F)" +%s)
endif
export SOURCE_DATE_EPOCH
export NO_MKDOCS_2_WARNING := 1
export PYTHONUTF8 := 1

.PHONY: help serve site check test bench set-up set-up-browser lock clean

help: ## 显示本说明
	@sed -n 's/^\([a-z]*\):[^#]*## /make \1	/p' Makefile

serve: set-up ## 生成网站并在本机浏览；换端口：make serve PORT=8001
	@.venv/bin/python tools/check_port.py '$(PORT)'
	@echo '正在生成网站，完成后请用浏览器打开 http://127.0.0.1:$(PORT)/ ，按 Ctrl+C 结束。'
	@.venv/bin/mkdocs serve --dev-addr '127.0.0.1:$(PORT)'

site: set-up ## 严格生成网站，写入 site/
	@.venv/bin/mkdocs build --strict

check: set-up ## 只检查内容，不生成网站
	@.venv/bin/python hooks check

test: set-up-browser ## 运行全部测试，包括浏览器测试
	@.venv/bin/ruff check
	@.venv/bin/ruff format --check
	@.venv/bin/mypy
	@.venv/bin/pytest

bench: set-up ## 测引用识别的速度、搜索的好坏和快慢，同别的工具比
	@[ .venv/eyecite -nt bench/requirements.txt ] || { \
		rm -rf .venv/eyecite && \
		.venv/bin/python -m pip install -qq --disable-pip-version-check --no-input --require-hashes --no-deps \
			--only-binary :all: --target .venv/eyecite --requirement bench/requirements.txt; \
	} || echo '本机装不成 eyecite，其余照常测。'
	@[ .venv/search/jieba -nt bench/search/requirements.txt ] || { \
		rm -rf .venv/search/jieba && \
		.venv/bin/python -m pip install -qq --disable-pip-version-check --no-input --require-hashes --no-deps \
			--target .venv/search/jieba --requirement bench/search/requirements.txt; \
	} || echo '本机装不成 jieba，其余照常测。'
	@[ .venv/search/node_modules -nt bench/search/package-lock.json ] || { \
		rm -rf .venv/search/node_modules && mkdir -p .venv/search && \
		cp bench/search/package.json bench/search/package-lock.json .venv/search/ && \
		npm install --prefix .venv/search --no-save --no-audit --no-fund --silent; \
	} || echo '本机装不成 Pagefind（要用 npm），其余照常测。'
	@.venv/bin/python -B -m bench
	@.venv/bin/python -B -m bench.search

set-up:
	@sh tools/set-up.sh

set-up-browser:
	@sh tools/set-up.sh browser

lock: ## 由 requirements.in 更新 requirements.txt；全部升级：make lock OPTIONS=--upgrade
	@uv=$$(mktemp -d) && trap 'rm -rf "$$uv"' EXIT && \
	python3 -m venv "$$uv" && "$$uv/bin/pip" install --quiet uv && \
	"$$uv/bin/uv" pip compile requirements.in --output-file requirements.txt --quiet \
		--python-version 3.11 --universal --fork-strategy fewest \
		--generate-hashes --no-emit-index-url --no-header --no-annotate $(OPTIONS)

clean: ## 删除网站、.venv 和各种缓存
	@rm -rf site .venv .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find hooks tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
