"""Endpoints that a report names against the interface's own description."""

import re

from gonogo_review.model import Statement
from gonogo_review.support.case import Case
from gonogo_review.support.opinion import Opinion, Opinions, place
from gonogo_review.support.words import says, says_together

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


def documented(statement: Statement, case: Case) -> Opinions:
    """'All endpoints are documented' against how many the interface describes."""
    text = statement.text
    spoken = says_together("all", "endpoint", text) and says("documented", text) and not says("none", text)
    if not spoken or statement.state in {"open", "partial", "failed"}:
        return
    bare = [placed for placed in case.facts.of("endpoint") if placed.has("documented") == "no"]
    whole = [placed for placed in case.facts.of("endpoints.documented") if placed.number_value]
    if bare:
        names = ", ".join(str(placed.fact.value) for placed in bare[:5])
        because = f"{place(bare[0])}: {len(bare)} have neither a summary nor a description: {names}"
        yield Opinion("contradicted", tuple(bare[:5]), because, "evidence.undocumented", f"{len(bare)} not", "medium")
    elif whole:
        because = f"{place(whole[0])}: each of {whole[0].fact.value:g} has a summary or description"
        yield Opinion("verified", tuple(whole), because, "endpoints.documented")


def _plain(endpoint: str) -> str:
    return _PARAMETER.sub("{}", endpoint).rstrip("/")
