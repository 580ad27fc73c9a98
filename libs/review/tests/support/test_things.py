"""Things that are said to be there: files, commands, settings, services, packages, steps of CI."""

import json

import pytest

from .bundle import held

TREE = """README.md
SECURITY.md
docs/API.md
docs/runbook.md
src/cart.ts
src/components/Menu.tsx
src/components/__tests__/Menu.test.tsx
backend/tests/conftest.py
backend/app/api/billing.py
backend/app/api/orders.py
backend/app/api/carts.py
.github/dependabot.yml
.github/workflows/ci.yml
db/migrations/20260101100001_users.sql
db/migrations/20260101100002_orders.sql
db/migrations/20260108100001_carts.sql
e2e/login.spec.ts
e2e/order.spec.ts
e2e/README.md
"""
PACKAGE = json.dumps({"name": "shop", "scripts": {"build": "x", "test": "y"}, "dependencies": {"react": "^18.2.0"}})
COMPOSE = """services:
  api:
    image: shop/api:1.0
    mem_limit: 512m
    cpus: 1
    environment: {REDIS_HOST: redis, DATABASE_URL: "postgres://db/shop?pool_size=20"}
  redis:
    image: redis:7
    command: redis-server --requirepass ${REDIS_PASSWORD:-changeme} --appendonly yes
"""
CI = """on: {push: {}, schedule: [{cron: "0 3 * * *"}]}
jobs:
  backend:
    runs-on: ubuntu-latest
    strategy: {matrix: {python-version: ["3.11", "3.12"]}}
    steps:
      - name: Lint
        run: ruff check .
      - name: Security scan
        run: bandit -r app/
      - name: Image
        uses: docker/build-push-action@v6
        with: {push: true}
"""


def report(*lines: str) -> str:
    return "# Release report\n\n**Date**: 2026-02-03\n\n## What was done\n\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("said", "support"),
    [
        ("- ✅ Created `docs/API.md`", "verified"),
        ("- ✅ Erstellt: `docs/API.md`", "verified"),
        ("- ✅ Fixtures in `tests/conftest.py`", "verified"),
        ("- ✅ Guides in `docs/`", "verified"),
        ("- ✅ Created `docs/ARCHITECTURE.md`", "contradicted"),
        ("- ✅ 已创建 `docs/ARCHITECTURE.md`", "contradicted"),
        ("- ✅ Created `CHANGELOG.md`", "contradicted"),
    ],
)
def test_files_against_the_list(said: str, support: str) -> None:
    assert held(report(said), files__txt=TREE).support(said[4:9]) == support


@pytest.mark.parametrize(
    "said",
    [
        "- [ ] Create `docs/ARCHITECTURE.md`",
        "- ✅ Removed `docs/ARCHITECTURE.md`",
        "- ✅ Secrets in `.env.production`",
        "- ✅ Coverage in `coverage/index.html`",
        "- ✅ Answers on `/api/health.json`",
        "- ✅ Built with **Node.js** and Chart.js",
        "- ✅ Moved to `lib/cart.ts`",
    ],
)
def test_no_one_is_accused_of_a_file_that_need_not_be_there(said: str) -> None:
    assert "evidence.file-absent" not in held(report(said), files__txt=TREE).rules()


def test_a_list_of_another_tree_accuses_no_one() -> None:
    said = [f"- ✅ Created `docs/page{number}.md`" for number in range(6)]
    assert "evidence.file-absent" not in held(report(*said), files__txt=TREE).rules()


def test_a_migration_by_its_number() -> None:
    said = report(
        "| Step | Status |",
        "| --- | --- |",
        "| Migration 20260101100002 runs | ✅ Done |",
        "| Migration 20260102100002 runs | ✅ Done |",
    )
    out = held(said, files__txt=TREE)
    assert out.support("20260101100002") == "verified"
    assert out.support("20260102100002") == "contradicted"


@pytest.mark.parametrize(
    ("said", "support"),
    [
        ("- 3 migrations", "verified"),
        ("- 3 modules (billing, orders, carts)", "verified"),
        ("- E2E: 2 Playwright specs", "verified"),
        ("- E2E: 3 Playwright specs", "contradicted"),
        ("- 1,200 migrations", "unsupported"),
    ],
)
def test_numbers_of_files(said: str, support: str) -> None:
    assert held(report(said), files__txt=TREE).support(said[2:7]) == support


def test_commands_against_the_scripts() -> None:
    out = held(report("- Build with `npm run build`", "- Deploy with `npm run release:live`"), package__json=PACKAGE)
    assert (out.support("npm run build"), out.support("npm run release")) == ("verified", "contradicted")
    elsewhere = held(report("- Deploy with `cd web && npm run release:live`"), package__json=PACKAGE)
    assert "evidence.command-absent" not in elsewhere.rules()


@pytest.mark.parametrize(
    ("said", "support"),
    [
        ("- ✅ Pool set (`pool_size=20`)", "verified"),
        ("- ✅ Redis: `--requirepass`, `appendonly yes`", "verified"),
        ("- ✅ REDIS_HOST is passed on", "verified"),
        ("- ✅ Pool set (`pool_size=50`)", "not-checkable"),
    ],
)
def test_settings_word_by_word(said: str, support: str) -> None:
    assert held(report(said), compose__yaml=COMPOSE).support(said[4:9]) == support


def test_a_line_that_is_named_is_looked_at() -> None:
    out = held(report("- ✅ Redis AUTH (`compose.yaml:9`)"), compose__yaml=COMPOSE)
    assert out.support("Redis AUTH") == "verified"
    assert "changeme" not in str(out)


@pytest.mark.parametrize(
    ("said", "support"),
    [
        ("- ✅ Memory limits on all services", "contradicted"),
        ("- ✅ Limites de memória em todos os serviços", "contradicted"),
        ("- ✅ Speicherlimits für alle Dienste", "contradicted"),
        ("- ✅ 所有服务都有资源限制", "contradicted"),
        ("- ✅ Memory limits on all critical services", "not-checkable"),
        ("- ✅ Memory limits on all 41 services", "unsupported"),
        ("- [ ] Memory limits on all services", "not-checkable"),
    ],
)
def test_limits_on_all_services_names_those_without(said: str, support: str) -> None:
    out = held(report(said), compose__yaml=COMPOSE)
    assert out.support(said[6:12]) == support
    if support == "contradicted":
        assert "redis has not" in out.drafts[0].message
        assert out.drafts[0].expected == "1 of 2"


def test_a_file_where_all_have_it_is_enough() -> None:
    whole = COMPOSE.replace("    image: redis:7\n", "    image: redis:7\n    mem_limit: 1g\n")
    out = held(report("- ✅ Memory limits on all services"), compose__yaml=COMPOSE, compose__prod__yaml=whole)
    assert out.files("Memory limits") == {"compose.prod.yaml"}


def test_a_statement_about_the_whole_list_falls_with_its_item() -> None:
    lines = [
        "- ✅ Cache added",
        "- ✅ Memory limits on all services",
        "- ✅ Logging added",
        "",
        "**Status**: All 3 fixes verified.",
    ]
    out = held(report(*lines), compose__yaml=COMPOSE)
    assert out.support("All 3 fixes") == "contradicted"
    assert out.rules().count("evidence.not-all") == 1


@pytest.mark.parametrize(
    ("said", "support"),
    [
        ("- Bandit scan in CI", "verified"),
        ("- Python 3.11/3.12 matrix in CI", "verified"),
        ("- CI: Docker build doesn't push the image", "contradicted"),
        ("- Fuzzing campaign in CI", None),
    ],
)
def test_steps_of_ci(said: str, support: str | None) -> None:
    out = held(report(said), ci__yml=CI)
    supports = [one.support for one in out.backings if said[2:9] in out.reading.statements[one.statement].text]
    assert supports == ([support] if support else [])


def npm_audit() -> str:
    entry = {"severity": "high", "isDirect": True, "range": "<2.0.1", "effects": [], "via": []}
    entry["via"] = [{"url": "https://github.com/advisories/GHSA-p6mc-m468-83gw"}]
    counts = {"critical": 0, "high": 1, "moderate": 0, "low": 0, "total": 1}
    return json.dumps({"vulnerabilities": {"react": entry}, "metadata": {"vulnerabilities": counts}})


@pytest.mark.parametrize(
    ("said", "support"),
    [
        ("All vulnerabilities are in development dependencies (`react`).", "contradicted"),
        ("Production dependencies have no known vulnerabilities.", "contradicted"),
        ("#### react (high severity)", "verified"),
        ("Advisory GHSA-p6mc-m468-83gw applies.", "verified"),
    ],
)
def test_packages(said: str, support: str) -> None:
    out = held(report("", said), package__json=PACKAGE, npm___audit__json=npm_audit())
    assert out.support(said[5:20]) == support


def test_what_is_called_untested_and_has_tests_is_contradicted() -> None:
    lcov = "SF:src/components/Menu.tsx\nLF:100\nLH:60\nend_of_record\n"
    out = held(report("- ❌ Components are not tested"), files__txt=TREE, lcov__info=lcov)
    assert out.support("Components") == "contradicted"
    assert out.files("Components") == {"files.txt", "lcov.info"}


def test_make_counts_in_code_only() -> None:
    makefile = "test:\n\tgo test ./...\n\nbuild:\n\tgo build\n"
    out = held(report("- Run `make test`", "- Run `make deploy`", "- We make progress"), Makefile=makefile)
    assert (out.support("make test"), out.support("make deploy")) == ("verified", "contradicted")
    assert out.rules() == ["evidence.command-absent"]


K8S = """apiVersion: apps/v1
kind: Deployment
metadata: {name: checkout}
spec:
  replicas: 3
  template: {spec: {containers: [{name: a, image: "a:1", readinessProbe: {tcpSocket: {port: 1}}}]}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: mailer}
spec:
  replicas: 1
  template: {spec: {containers: [{name: a, image: "a:1"}]}}
"""


@pytest.mark.parametrize(
    ("said", "support"),
    [
        ("- Checkout runs with 3 replicas", "verified"),
        ("- Mailer runs with 2 replicas", "contradicted"),
        ("- Search runs with 5 replicas", "unsupported"),
        ("- ✅ Readiness probes on all deployments", "contradicted"),
    ],
)
def test_manifests(said: str, support: str) -> None:
    assert held(report(said), k8s__yaml=K8S).support(said[4:12]) == support


def test_a_version_as_far_as_it_is_printed() -> None:
    out = held(report("- ✅ Built with React 18.2", "- ✅ Built with React 17.0"), package__json=PACKAGE)
    assert (out.support("React 18.2"), out.support("React 17.0")) == ("verified", "not-checkable")


def test_endpoints_against_the_description() -> None:
    openapi = (
        "openapi: 3.0.0\ninfo: {title: Shop, version: '1'}\npaths:\n  /orders/{id}:\n    get: {summary: One order}\n"
    )
    out = held(report("- Added `GET /api/v1/orders/{order_id}`", "- Added `GET /api/v1/carts`"), openapi__yaml=openapi)
    assert "verified" in {one.support for one in out.backings}
    assert out.rules() == []
