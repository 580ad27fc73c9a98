"""What is wrong with a rubric whose shape is right: names that lead nowhere, questions that nothing answers."""

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence

from gonogo_review.evidence.registry import own_metrics
from gonogo_review.metrics import metrics
from gonogo_review.rubric import gates
from gonogo_review.rubric.conditions import parse_condition
from gonogo_review.rubric.model import TIERS
from gonogo_review.rubric.places import Document, Mistake
from gonogo_review.rubric.written import CriterionFile, RubricFile

_LOOSE = re.compile(r"\W*\w{0,2}\*|\W*$")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def mistakes(document: Document, written: RubricFile, base: RubricFile | None) -> Iterator[Mistake]:
    """Everything that is wrong, in no order; `base` is what the rubric extends."""
    files = [base, written] if base else [written]
    every = [one for file in files for one in file.criteria]
    areas = {area.id: None for file in files for area in file.areas}
    yield from _names(document, written, base)
    yield from _criteria(document, written, list(areas))
    yield from _overrides(document, written, [one.id for one in every])
    tier = written.tier or (base.tier if base else None) or "standard"
    asked = [one for one in every if TIERS.index(one.tier) <= TIERS.index(tier)]
    if not sum(written.weights.get(one.id, one.weight) for one in asked):
        yield document.mistake((), f"in the tier '{tier}' nothing is asked that weighs anything; add criteria")
    reached = {one.area for one in asked}
    for index, gate in enumerate(written.gates):
        open_areas = tuple(area for area in areas if area in reached)
        if problem := gates.check(gate.require, tuple(one.id for one in asked), open_areas):
            yield document.mistake(("gates", index, "require"), problem)


def _names(document: Document, written: RubricFile, base: RubricFile | None) -> Iterator[Mistake]:
    """Ids that are taken; only a gate may stand for one of the rubric that is extended."""
    mine, taken = _ids(written), _ids(base) if base else {}
    for field, names in mine.items():
        seen = set(taken.get(field, ())) if field != "gates" else set()
        for index, name in enumerate(names):
            if name in seen:
                yield document.mistake((field, index, "id"), f"'{name}' is already taken")
            seen.add(name)


def _ids(file: RubricFile) -> dict[str, list[str]]:
    return {
        "areas": [one.id for one in file.areas],
        "criteria": [one.id for one in file.criteria],
        "gates": [one.id for one in file.gates],
    }


def _criteria(document: Document, written: RubricFile, areas: Sequence[str]) -> Iterator[Mistake]:
    for index, one in enumerate(written.criteria):
        if one.area not in areas:
            yield document.mistake(
                ("criteria", index, "area"), f"there is no area '{one.area}'{_meant(one.area, areas)}"
            )
        if not (any(one.evidence) or one.metrics or any(one.subjects.values()) or one.files or one.check):
            message = "nothing could ever answer this; give evidence, metrics, subjects or files"
            yield document.mistake(("criteria", index), message)
        for at, metric in enumerate(one.metrics):
            if unknown := _unknown_metric(metric):
                yield document.mistake(("criteria", index, "metrics", at), unknown)
        yield from _conditions(document, index, one)
        yield from _subjects(document, index, one)


def _conditions(document: Document, index: int, one: CriterionFile) -> Iterator[Mistake]:
    for way, conditions in enumerate(one.evidence):
        if not conditions:
            yield document.mistake(("criteria", index, "evidence", way), "a way to satisfy it needs a condition")
        for at, condition in enumerate(conditions):
            try:
                problem = _unknown_metric(parse_condition(condition).metric)
            except ValueError as error:
                problem = str(error)
            if problem:
                yield document.mistake(("criteria", index, "evidence", way, at), problem)


def _subjects(document: Document, index: int, one: CriterionFile) -> Iterator[Mistake]:
    for language, phrases in one.subjects.items():
        path = ("criteria", index, "subjects", language)
        if not _LANGUAGE.fullmatch(language):
            message = f"'{language}' is no language; write it in two letters, such as 'en'"
            yield document.mistake(path, message, at_key=True)
        for at, phrase in enumerate(phrases):
            if _LOOSE.match(phrase):
                message = f"'{phrase}' would match too much; its first word needs three letters before a *"
                yield document.mistake((*path, at), message)


def _overrides(document: Document, written: RubricFile, known: Sequence[str]) -> Iterator[Mistake]:
    for field in ("weights", "blocking", "without"):
        for name in getattr(written, field):
            if name not in known:
                message = f"there is no criterion '{name}'{_meant(name, known)}"
                yield document.mistake((field, name), message, at_key=True)


def _unknown_metric(name: str) -> str:
    known = {**metrics(), **own_metrics()}
    return "" if name in known else f"nothing measures '{name}'{_meant(name, known)}"


def _meant(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, known, 1)
    return f"; did you mean '{near[0]}'?" if near else ""
