"""'Limits on all services' against compose files and manifests, service by service."""

from gonogo_review.model import EvidenceReading, Statement
from gonogo_review.support.case import Case
from gonogo_review.support.folding import tokens
from gonogo_review.support.index import Placed
from gonogo_review.support.mentions import paths
from gonogo_review.support.names import names
from gonogo_review.support.opinion import Opinion, Opinions
from gonogo_review.support.words import says, says_together

_QUESTIONS = {
    "memory_limit": "service.memory_limit",
    "cpu_limit": "service.cpu_limit",
    "healthcheck": "service.healthcheck",
    "readiness_probe": "service.readiness_probe",
    "liveness_probe": "service.liveness_probe",
    "restart": "service.restart",
    "logging": "service.logging",
    "pinned": "image.pinned",
    "non_root": "container.non_root",
}
"""Which fact answers which word."""


def services(statement: Statement, case: Case) -> Opinions:
    """Verified where every service has what all are said to have; contradicted with the names of those without."""
    text = statement.text
    spoken = says_together("all", "service", text) or (says("pinned", text) and says_together("all", "image", text))
    if not spoken or statement.state in {"open", "failed", "partial"}:
        return
    asked = [metric for word, metric in _QUESTIONS.items() if says(word, text)]
    answers = [_answer(reading, asked, case) for reading in _candidates(statement, case)] if asked else []
    known = [answer for answer in answers if answer is not None]
    if not known:
        return
    counts = {amount.low for amount in statement.amounts if amount.unit == "count"}
    if counts and not any(_services(facts) in counts for facts, _ in known):
        because = f"{known[0][0][0].reading.file} has {_services(known[0][0])} services: it is not what is spoken of"
        yield Opinion("unsupported", tuple(known[0][0]), because, "services.others")
        return
    yield _of_all(known, case)


def _of_all(known: list[tuple[list[Placed], list[Placed]]], case: Case) -> Opinion:
    """Verified by any file that may be meant; contradicted by the first where none has it for all."""
    whole = [facts for facts, lacking in known if not lacking]
    if whole and not _is_of_all(whole[0], case):
        because = f"{whole[0][0].reading.file} says so of {_services(whole[0])} services only, and of others nothing"
        return Opinion("unsupported", tuple(whole[0]), because, "services.some")
    if whole:
        because = f"{whole[0][0].reading.file}: all {_services(whole[0])} services have it"
        return Opinion("verified", tuple(whole[0]), because, "services.all")
    facts, lacking = known[0]
    names_of = ", ".join(sorted({placed.fact.scope for placed in lacking}))
    share = f"{_services(facts) - _services(lacking)} of {_services(facts)}"
    because = f"{lacking[0].reading.file}: {share} services have it; {names_of} has not"
    return Opinion("contradicted", tuple(lacking), because, "evidence.not-all-services", share)


def _is_of_all(facts: list[Placed], case: Case) -> bool:
    """Whether a file answers for as many services as it has."""
    counts = [one.number_value or 0.0 for one in case.facts.of("services.count") if one.reading is facts[0].reading]
    return _services(facts) >= sum(counts)


def _services(facts: list[Placed]) -> int:
    return len({placed.fact.scope for placed in facts})


def _candidates(statement: Statement, case: Case) -> list[EvidenceReading]:
    """The files that may be meant: those named, else those of the place of release, the shortest name first."""
    readings = [reading for reading in case.facts.readings if reading.format in {"compose", "kubernetes"}]
    mentioned = {mention.path.rpartition("/")[2] for mention in paths(statement.text)}
    named = [reading for reading in readings if reading.file.rpartition("/")[2] in mentioned]
    released = [reading for reading in readings if not names().other_places & set(tokens(reading.file))]
    production = [reading for reading in released if {"prod", "production"} & set(tokens(reading.file))]
    return sorted(named or production or released, key=lambda reading: (len(reading.file), reading.file))


def _answer(reading: EvidenceReading, asked: list[str], case: Case) -> tuple[list[Placed], list[Placed]] | None:
    facts = [placed for metric in asked for placed in case.facts.of(metric) if placed.reading is reading]
    lacking = [placed for placed in facts if placed.fact.value is False]
    return (facts, lacking) if facts else None
