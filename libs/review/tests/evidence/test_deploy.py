"""Compose files, manifests, Dockerfiles and workflows as people write them."""

import io

import pytest

from gonogo_review.evidence import read_evidence
from gonogo_review.model import EvidenceFact, EvidenceReading


def read(body: str) -> EvidenceReading:
    return read_evidence("upload", io.BytesIO(body.encode()))


def said(reading: EvidenceReading, metric: str) -> dict[str, object]:
    return {fact.scope: fact.value for fact in reading.facts if fact.metric == metric}


def named(reading: EvidenceReading, metric: str) -> list[EvidenceFact]:
    return [fact for fact in reading.facts if fact.metric == metric]


COMPOSE = """x-common: &common {restart: always}
services:
  api: {<<: *common, image: "shop/api:1.2", environment: [DB_PASSWORD=hunter2, "API_KEY=${API_KEY}"], scale: 2}
  db: {image: "postgres:16", environment: {POSTGRES_PASSWORD: "${PW:-s3cret}"}, healthcheck: {test: [NONE]}}
  web: {image: "nginx:1.27", extends: {file: base.yml, service: web}, environment: {TOKEN_TTL: 3600}}
  job: {image: "a:1", environment: {DB_PASSWORD_FILE: /run/secrets/db, AUTH_TOKEN: "${T:?missing}", KEY: ""}}
"""


def test_credentials_in_clear_are_told_by_name_and_never_shown() -> None:
    reading = read(COMPOSE)
    assert said(reading, "service.secret_in_clear") == {"api": True, "db": True, "web": False, "job": False}
    assert named(reading, "service.secret_in_clear")[0].attributes == {"setting": "DB_PASSWORD"}
    assert not any(secret in str(reading.facts) for secret in ("hunter2", "s3cret"))


def test_what_stands_in_a_merged_part_counts_and_a_check_that_is_off_is_none() -> None:
    reading = read(COMPOSE)
    assert said(reading, "service.restart")["api"] is True
    assert said(reading, "service.healthcheck")["db"] is False
    assert said(reading, "service.replicas") == {"api": 2.0}


def test_a_service_that_extends_another_may_have_what_it_does_not_say() -> None:
    assert "web" not in said(read(COMPOSE), "service.memory_limit")


POD = "containers: [{name: c, image: 'a:1', env: [{name: DB_PASSWORD, value: hunter2}]}]"
MANIFESTS = f"""apiVersion: batch/v1
kind: CronJob
metadata: {{name: backup}}
spec: {{jobTemplate: {{spec: {{template: {{spec: {{{POD}}}}}}}}}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {{name: api}}
spec: {{template: {{spec: {{{POD}, securityContext: {{runAsUser: 1000}}}}}}}}
---
apiVersion: v1
kind: Secret
metadata: {{name: s}}
stringData: {{connection: hunter2}}
"""


def test_what_runs_once_is_no_service_and_is_not_probed() -> None:
    reading = read(MANIFESTS)
    assert [fact.value for fact in named(reading, "services.count")] == [1]
    assert set(said(reading, "service.readiness_probe")) == {"api"}
    assert set(said(reading, "service.memory_limit")) == {"api", "backup"}


def test_a_user_by_number_is_not_root() -> None:
    assert said(read(MANIFESTS), "container.non_root") == {"backup": False, "api": True}
    root = MANIFESTS.replace("runAsUser: 1000", "runAsUser: 0")
    assert said(read(root), "container.non_root")["api"] is False


def test_what_a_secret_holds_is_never_shown() -> None:
    reading = read(MANIFESTS)
    assert "hunter2" not in str(reading.facts)
    assert said(reading, "service.secret_in_clear") == {"backup": True, "api": True}


def test_a_template_is_told_as_one() -> None:
    chart = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Values.name }}\n"
    assert "template" in read(chart).problems[0].message


DOCKERFILES: list[tuple[str, bool]] = [
    ("from node:20\nrun npm ci\nuser node\n", True),
    ("FROM node:20 AS base\nUSER node\nFROM base\nCMD x\n", True),
    ("FROM node:20 AS base\nUSER node\nFROM node:20\nCOPY --from=base /a /a\n", False),
    ("FROM alpine:3\nUSER app\nRUN <<EOF\nUSER root\nEOF\n", True),
    ("FROM alpine:3\nUSER app\nRUN echo \\\n  USER root\n", True),
    ("FROM alpine:3\nUSER 0:0\n", False),
    ("FROM distroless/base:nonroot\nCMD x\n", True),
]


@pytest.mark.parametrize(("body", "expected"), DOCKERFILES)
def test_who_runs_an_image(body: str, expected: bool) -> None:
    reading = read(body)
    assert reading.format == "dockerfile"
    assert said(reading, "container.non_root") == {"": expected}


def test_what_a_workflow_gates_on() -> None:
    reading = read(
        "on: push\njobs:\n  a:\n    runs-on: x\n    strategy: {matrix: {py: ['3.11'], include: [{os: mac}]}}\n"
        "    steps:\n"
        "      - {name: tests, run: pytest}\n      - {name: lint, run: ruff check . || true}\n"
        "      - {name: scan, uses: trivy-action, with: {exit-code: '0'}}\n"
        "  b: {runs-on: x, needs: [a], environment: production, steps: []}\n"
    )
    gated = {fact.value: fact.attributes["gated"] for fact in named(reading, "ci.step")}
    assert gated == {"tests": "yes", "lint": "no", "scan": "no"}
    assert named(reading, "ci.job")[1].attributes == {"needs": "a", "environment": "production"}
    assert [fact.attributes["axis"] for fact in named(reading, "ci.matrix")] == ["py"]


def test_jobs_of_gitlab_have_what_they_extend() -> None:
    reading = read(".base: {script: [make]}\ntest: {script: [pytest, 'ruff || true']}\nlint: {extends: .base}\n")
    assert [(fact.value, fact.scope, fact.attributes["gated"]) for fact in named(reading, "ci.step")] == [
        ("pytest", "test", "yes"),
        ("ruff || true", "test", "no"),
        ("make", "lint", "yes"),
    ]
    assert [fact.value for fact in named(reading, "ci.jobs")] == [2]


@pytest.mark.parametrize("body", ["foo: 1\n", "a: 1\nb: 2\n", "replicas: 3\nname: shop\n"])
def test_yaml_of_numbers_is_no_answer_of_prometheus(body: str) -> None:
    assert read(body).format == "settings"


@pytest.mark.parametrize("body", ["up 1\n", "job:requests:rate5m 3\n", 'up{a="b"} 1 1770109200000\n'])
def test_samples_without_types_are_one(body: str) -> None:
    assert read(body).format == "exposition"
