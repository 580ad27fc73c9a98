"""Endpoints that a report names against the interface's own description."""

import re

from gonogo_review.model import Statement
from gonogo_review.support.case import Case
from gonogo_review.support.opinion import Opinion, Opinions, place

_ENDPOINT = re.compile(r"\b(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+`?(/[\w./{}:<>-]*)")
_PARAMETER = re.compile(r"\{[^}]*\}|<[^>]*>|:\w+")


def endpoints(statement: Statement, case: Case) -> Opinions:
    """Verified by the same method and path, whatever its parameters are called, under whatever base path."""
    known = {_plain(str(placed.fact.value)): placed for placed in case.facts.of("endpoint")}
    for method, path in _ENDPOINT.findall(f"{statement.text} {statement.target}") if known else ():
        for described, placed in known.items():
            one, other = _plain(f"{method} {path}").split(" ", 1)[1], described.split(" ", 1)[1]
            if described.startswith(f"{method} ") and (one.endswith(other) or other.endswith(one)) and len(other) > 1:
                yield Opinion(
                    "verified", (placed,), f"{place(placed)} describes {placed.fact.value}", "endpoints.described"
                )
                break


def _plain(endpoint: str) -> str:
    return _PARAMETER.sub("{}", endpoint).rstrip("/")
