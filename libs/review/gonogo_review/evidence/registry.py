"""The formats: what each is called, how its content is told (`formats.yaml`), and what reads it."""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from typing import Any

import msgspec

from gonogo_review.evidence.coverage import cobertura, coverage_py, lcov
from gonogo_review.evidence.deploy import compose
from gonogo_review.evidence.found import Found
from gonogo_review.evidence.load import k6
from gonogo_review.evidence.recognise import Look, fits
from gonogo_review.evidence.repository import file_list, npm_package
from gonogo_review.evidence.results import junit
from gonogo_review.evidence.security import bandit, npm_audit, pip_audit, sarif, trivy
from gonogo_review.evidence.source import Source

Reader = Callable[[Source, Found], None]

READERS: Mapping[str, Reader] = {
    "junit": junit.read,
    "cobertura": cobertura.read,
    "lcov": lcov.read,
    "coverage-py": coverage_py.read,
    "npm-audit": npm_audit.read,
    "pip-audit": pip_audit.read,
    "bandit": bandit.read,
    "trivy": trivy.read,
    "sarif": sarif.read,
    "compose": compose.read,
    "k6": k6.read,
    "npm-package": npm_package.read,
    "file-list": file_list.read,
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
