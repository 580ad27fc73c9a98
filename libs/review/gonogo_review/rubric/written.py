"""A rubric as it is written in its file."""

from typing import Annotated, Literal

import msgspec

from gonogo_contracts.review import CriterionStatus, Verdict
from gonogo_review.rubric.model import Tier

Name = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$", max_length=60)]
Metric = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*$", max_length=60)]
Sentence = Annotated[str, msgspec.Meta(min_length=1, max_length=400)]
Weight = Annotated[float, msgspec.Meta(ge=0, le=100)]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Check = Literal["", "contradictions", "backing", "freshness", "secrets", "identity", "reliance"]


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
