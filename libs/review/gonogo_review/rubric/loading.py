"""Reads a rubric file: shape first, then meaning, every mistake with its line and column."""

import functools
import hashlib
import importlib.resources
from collections.abc import Iterable

from gonogo_contracts.review import CriterionStatus
from gonogo_review.rubric.conditions import parse_condition
from gonogo_review.rubric.model import TIERS, Area, Criterion, Gate, Rubric, Tier
from gonogo_review.rubric.places import RubricError, read_document
from gonogo_review.rubric.shape import convert
from gonogo_review.rubric.written import CriterionFile, GateFile, RubricFile


@functools.cache
def default() -> Rubric:
    """The rubric that judges where none is given."""
    return _build(_base(), None, hashlib.sha256(_default_bytes()).hexdigest())


def default_text() -> str:
    """The default rubric as it is written, to read and to start from."""
    return _default_bytes().decode()


def load(data: bytes) -> Rubric:
    """Reads a rubric.

    Raises:
        RubricError: with every mistake in it, each with line and column.
    """
    from gonogo_review.rubric.checking import mistakes

    document = read_document(data)
    written = convert(document, RubricFile)
    base = _base() if written.extends else None
    if found := sorted(mistakes(document, written, base)):
        raise RubricError(found)
    return _build(written, base, hashlib.sha256(data).hexdigest())


def _default_bytes() -> bytes:
    return importlib.resources.files("gonogo_review.rubric").joinpath("default.yaml").read_bytes()


@functools.cache
def _base() -> RubricFile:
    return convert(read_document(_default_bytes()), RubricFile)


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
