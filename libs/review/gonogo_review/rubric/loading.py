"""Reads a rubric file: shape first, then meaning, every mistake with its line and column."""

import functools
import hashlib
import importlib.resources
import re
from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

import msgspec

from gonogo_contracts.review import CriterionStatus, Verdict
from gonogo_review.rubric import gates
from gonogo_review.rubric.conditions import parse_condition
from gonogo_review.rubric.model import TIERS, Area, Criterion, Gate, Rubric, Tier
from gonogo_review.rubric.places import Document, Mistake, RubricError, read_document
from gonogo_review.rubric.shape import convert

Name = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$", max_length=60)]
Metric = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*$", max_length=60)]
Sentence = Annotated[str, msgspec.Meta(min_length=1, max_length=400)]
Weight = Annotated[float, msgspec.Meta(ge=0, le=100)]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Check = Literal["", "contradictions", "backing", "freshness", "secrets", "identity", "reliance"]

_LOOSE = re.compile(r"\W*\w{0,2}\*|\W*$")


class CriterionFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A criterion as written."""

    id: Name
    area: Name
    title: Sentence
    weight: Weight
    advice: Sentence
    blocking: bool = False
    blocking_from: Tier | None = None
    tier: Tier = "standard"
    evidence: tuple[tuple[str, ...], ...] = ()
    metrics: tuple[Metric, ...] = ()
    subjects: dict[str, tuple[Sentence, ...]] = {}
    files: tuple[Sentence, ...] = ()
    named: bool = False
    check: Check = ""


class GateFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A gate as written."""

    id: Name
    require: str
    otherwise: Verdict
    because: Sentence
    change: str = ""


class AreaFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An area as written."""

    id: Name
    title: Sentence


class RubricFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A rubric as written."""

    schema: Literal["gonogo.rubric/1"]
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
    version: Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
    extends: Literal["default"] | None = None
    tier: Tier | None = None
    credits: dict[CriterionStatus, Share] = {}
    areas: tuple[AreaFile, ...] = ()
    criteria: tuple[CriterionFile, ...] = ()
    weights: dict[str, Weight] = {}
    blocking: dict[str, bool] = {}
    without: dict[str, Sentence] = {}
    gates: tuple[GateFile, ...] = ()


@functools.cache
def default() -> Rubric:
    """The rubric that judges where none is given."""
    return load(_default_bytes())


def default_text() -> str:
    """The default rubric as it is written, to read and to start from."""
    return _default_bytes().decode()


def load(data: bytes) -> Rubric:
    """Reads a rubric.

    Raises:
        RubricError: with every mistake in it, each with line and column.
    """
    document = read_document(data)
    written = convert(document, RubricFile)
    base = _base() if written.extends else None
    if mistakes := sorted(_mistakes(document, written, base)):
        raise RubricError(mistakes)
    return _build(written, base, hashlib.sha256(data).hexdigest())


def _default_bytes() -> bytes:
    return importlib.resources.files("gonogo_review.rubric").joinpath("default.yaml").read_bytes()


@functools.cache
def _base() -> RubricFile:
    return convert(read_document(_default_bytes()), RubricFile)


def _mistakes(document: Document, written: RubricFile, base: RubricFile | None) -> Iterator[Mistake]:
    areas = {area.id for area in (*(base.areas if base else ()), *written.areas)}
    known = {one.id for one in (*(base.criteria if base else ()), *written.criteria)}
    yield from _criteria_mistakes(document, written, base, areas)
    for field in ("weights", "blocking", "without"):
        for name in getattr(written, field):
            if name not in known:
                yield document.mistake((field, name), f"there is no criterion '{name}'")
    sample = gates.sample_facts(tuple(known), tuple(areas))
    for index, gate in enumerate(written.gates):
        if problem := gates.check(gate.require, sample):
            yield document.mistake(("gates", index, "require"), problem)
    for path, ids in (("areas", [a.id for a in written.areas]), ("gates", [g.id for g in written.gates])):
        yield from _twice(document, path, ids, set())


def _criteria_mistakes(
    document: Document, written: RubricFile, base: RubricFile | None, areas: set[str]
) -> Iterator[Mistake]:
    taken = {one.id for one in base.criteria} if base else set()
    yield from _twice(document, "criteria", [one.id for one in written.criteria], taken)
    for index, one in enumerate(written.criteria):
        if one.area not in areas:
            yield document.mistake(("criteria", index, "area"), f"there is no area '{one.area}'")
        if not (one.evidence or one.metrics or one.subjects or one.files or one.check):
            message = "nothing could ever answer this; give evidence, metrics, subjects or files"
            yield document.mistake(("criteria", index), message)
        yield from _condition_mistakes(document, index, one)
        for language, phrases in one.subjects.items():
            for at, phrase in enumerate(phrases):
                if _LOOSE.match(phrase):
                    message = f"'{phrase}' would match too much; its first word needs three letters before a *"
                    yield document.mistake(("criteria", index, "subjects", language, at), message)


def _condition_mistakes(document: Document, index: int, one: CriterionFile) -> Iterator[Mistake]:
    for way, conditions in enumerate(one.evidence):
        for at, condition in enumerate(conditions):
            try:
                parse_condition(condition)
            except ValueError as error:
                yield document.mistake(("criteria", index, "evidence", way, at), str(error))


def _twice(document: Document, field: str, ids: list[str], taken: set[str]) -> Iterator[Mistake]:
    seen = set(taken)
    for index, name in enumerate(ids):
        if name in seen:
            yield document.mistake((field, index, "id"), f"'{name}' is already taken")
        seen.add(name)


def _build(written: RubricFile, base: RubricFile | None, sha256: str) -> Rubric:
    files = [base, written] if base else [written]
    tier: Tier = written.tier or (base.tier if base else None) or "standard"
    criteria = [_criterion(one, written, tier) for file in files for one in file.criteria]
    asked = [one for one in criteria if TIERS.index(one.tier) <= TIERS.index(tier)]
    return Rubric(
        name=written.name,
        version=written.version,
        sha256=sha256,
        tier=tier,
        areas=tuple(Area(area.id, area.title) for file in files for area in file.areas),
        criteria=tuple(asked),
        gates=_gates(file.gates for file in files),
        credits=_credits(files),
        without=written.without,
    )


def _credits(files: Iterable[RubricFile]) -> dict[CriterionStatus, float]:
    """What a file leaves out counts as in the default rubric."""
    given = {status: share for file in files for status, share in file.credits.items()}
    return given if "pass" in given and "claimed" in given else {**_base().credits, **given}


def _gates(files: Iterable[tuple[GateFile, ...]]) -> tuple[Gate, ...]:
    """A gate of the same id takes the place of the one that is extended."""
    merged = {gate.id: gate for gates_of_file in files for gate in gates_of_file}
    return tuple(Gate(gate.id, gate.require, gate.otherwise, gate.because, gate.change) for gate in merged.values())


def _criterion(one: CriterionFile, written: RubricFile, tier: Tier) -> Criterion:
    raised = one.blocking_from is not None and TIERS.index(tier) >= TIERS.index(one.blocking_from)
    return Criterion(
        id=one.id,
        area=one.area,
        title=one.title,
        weight=written.weights.get(one.id, one.weight),
        blocking=written.blocking.get(one.id, one.blocking or raised),
        tier=one.tier,
        advice=one.advice,
        ways=tuple(tuple(map(parse_condition, way)) for way in one.evidence),
        metrics=one.metrics,
        subjects=one.subjects,
        files=one.files,
        named=one.named,
        check=one.check,
    )
