"""The formats: what each is called, how its content is told (`formats.yaml`), and what reads it."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from importlib import resources
from typing import Any

import msgspec

from gonogo_review.evidence.coverage import (
    clover,
    cobertura,
    coverage_py,
    go_cover,
    istanbul,
    jacoco,
    lcov,
    reportgenerator,
)
from gonogo_review.evidence.deploy import compose, dockerfile, kubernetes, observability, plain, workflow
from gonogo_review.evidence.found import Found, Unreadable
from gonogo_review.evidence.load import jmeter, k6, lighthouse, locust, summaries
from gonogo_review.evidence.recognise import Look, fits, node_fits
from gonogo_review.evidence.repository import archive, file_list, manifests, npm_package
from gonogo_review.evidence.results import (
    console,
    ctrf,
    go_test,
    jest_json,
    junit,
    lint,
    mocha_json,
    nunit,
    playwright_json,
    pytest_json,
    tap,
    trx,
)
from gonogo_review.evidence.running import answers, exposition, openapi
from gonogo_review.evidence.security import (
    bandit,
    cyclonedx,
    gitleaks,
    grype,
    npm_audit,
    openvex,
    pip_audit,
    sarif,
    scanners,
    semgrep,
    spdx,
    trivy,
)
from gonogo_review.evidence.source import Source

Reader = Callable[[Source, Found], None]

READERS: Mapping[str, Reader] = {
    "junit": junit.read,
    "trx": trx.read,
    "nunit": nunit.read,
    "ctrf": ctrf.read,
    "pytest-json": pytest_json.read,
    "jest-json": jest_json.read,
    "playwright-json": playwright_json.read,
    "mocha-json": mocha_json.read,
    "go-test": go_test.read,
    "tap": tap.read,
    "console": console.read,
    "cobertura": cobertura.read,
    "jacoco": jacoco.read,
    "clover": clover.read,
    "lcov": lcov.read,
    "coverage-py": coverage_py.read,
    "istanbul-summary": istanbul.read_summary,
    "istanbul-final": istanbul.read_final,
    "go-cover": go_cover.read_profile,
    "go-cover-func": go_cover.read_functions,
    "reportgenerator-json": reportgenerator.read_json,
    "reportgenerator-csv": reportgenerator.read_csv,
    "sarif": sarif.read,
    "npm-audit": npm_audit.read,
    "pip-audit": pip_audit.read,
    "trivy": trivy.read,
    "grype": grype.read,
    "bandit": bandit.read,
    "semgrep": semgrep.read,
    "gitleaks": gitleaks.read,
    "gosec": scanners.read_gosec,
    "checkov": scanners.read_checkov,
    "osv-scanner": scanners.read_osv,
    "snyk": scanners.read_snyk,
    "zap": scanners.read_zap,
    "safety": scanners.read_safety,
    "openvex": openvex.read,
    "cyclonedx-json": cyclonedx.read_json,
    "cyclonedx-xml": cyclonedx.read_xml,
    "spdx-json": spdx.read_json,
    "spdx-tags": spdx.read_tags,
    "eslint": lint.read_eslint,
    "lighthouse": lighthouse.read,
    "k6": k6.read,
    "artillery": summaries.read_artillery,
    "vegeta-json": summaries.read_vegeta_json,
    "vegeta-text": summaries.read_vegeta_text,
    "load-text": summaries.read_text,
    "jmeter-csv": jmeter.read_csv,
    "jmeter-xml": jmeter.read_xml,
    "locust-stats": locust.read_stats,
    "locust-history": locust.read_history,
    "locust-json": locust.read_json,
    "locust-errors": locust.read_errors,
    "locust-workers": locust.read_workers,
    "compose": compose.read,
    "kubernetes": kubernetes.read,
    "github-workflow": workflow.read_github,
    "gitlab-ci": workflow.read_gitlab,
    "prometheus-rules": observability.read_rules,
    "prometheus-scrapes": observability.read_scrapes,
    "grafana": observability.read_dashboard,
    "dockerfile": dockerfile.read,
    "openapi": openapi.read,
    "prometheus-query": answers.read_query,
    "health": answers.read_health,
    "health-bare": answers.read_health,
    "health-capture": answers.read_capture,
    "health-verbose": answers.read_verbose,
    "exposition": exposition.read,
    "npm-package": npm_package.read,
    "requirements": manifests.read_requirements,
    "go-mod": manifests.read_go_mod,
    "makefile": manifests.read_makefile,
    "file-list": file_list.read,
    "archive": archive.read,
    "settings-ini": plain.read_ini,
    "settings": plain.read_document,
    "settings-lines": plain.read_lines,
}


class Format(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A format of evidence. `conditions` are what `recognise` understands, by kind of content."""

    name: str
    title: str
    family: str
    told_by: str
    """How its content is told, in words, for the documentation."""
    conditions: dict[str, Any]


@cache
def formats() -> tuple[Format, ...]:
    """All formats, in the order in which they are tried: the more special first."""
    import yaml

    text = resources.files(__package__).joinpath("formats.yaml").read_text("utf-8")
    return msgspec.convert(yaml.safe_load(text), tuple[Format, ...])


def recognise(source: Source) -> Format | None:
    """The format that the content is in, or None.

    Raises:
        Unreadable: the content is broken in a way that no format allows.
    """
    look = Look(source)
    return next((known for known in formats() if fits(source, known.conditions, look)), None)


@cache
def own_metrics() -> Mapping[str, str]:
    """Metrics that only evidence has, with what a fact of them says."""
    import yaml

    text = resources.files(__package__).joinpath("metrics.yaml").read_text("utf-8")
    return msgspec.convert(yaml.safe_load(text), dict[str, str])


@cache
def _answers() -> Mapping[str, tuple[str, ...]]:
    import yaml

    text = resources.files(__package__).joinpath("answers.yaml").read_text("utf-8")
    return msgspec.convert(yaml.safe_load(text), dict[str, tuple[str, ...]])


def metrics_of(form: str) -> tuple[str, ...]:
    """How the metrics begin that files of a format answer; none for a format that is not known."""
    family = next((known.family for known in formats() if known.name == form), "")
    return _answers().get(form, _answers().get(family, ()))


def begun(source: Source) -> str:
    """The name of the format that a broken JSON or XML document begins as; empty where it cannot be told."""
    if source.head.kind == "xml":
        look = Look(source)
        with suppress(Unreadable):
            look.take()
        known = next((one for one in formats() if fits(source, one.conditions, look)), None)
    elif source.head.kind == "json":
        node = source.beginning()
        fitting = (one for one in formats() if any(node_fits(node, has) for has in one.conditions.get("json", ())))
        known = next(fitting, None)
    else:
        known = None
    return known.name if known and metrics_of(known.name) else ""
