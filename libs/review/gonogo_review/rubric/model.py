"""A rubric as data: what is asked of a release, what each question is worth, and what decides the verdict."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from gonogo_contracts.review import CriterionStatus, Verdict

Tier = Literal["experimental", "standard", "critical"]
TIERS: tuple[Tier, ...] = ("experimental", "standard", "critical")
Operator = Literal["<", "<=", "==", "!=", ">=", ">"]


class Condition(msgspec.Struct, frozen=True):
    """A test on the values of one metric: `coverage.line >= 80`.

    Written with `?` after the metric it need not be there; with `some` before it, one value that holds is enough. With
    `{restore|recovery}` after the metric only facts count whose file, scope or text has one of the words.
    """

    metric: str
    operator: Operator
    value: float | str | bool
    optional: bool = False
    some: bool = False
    words: tuple[str, ...] = ()

    @property
    def is_number(self) -> bool:
        """Whether it is about numbers, and so can be held against figures in prose."""
        return isinstance(self.value, float)


Way = tuple[Condition, ...]
"""Conditions that satisfy a criterion together."""


class Criterion(msgspec.Struct, frozen=True):
    """One question of the rubric and what answers it."""

    id: str
    area: str
    title: str
    weight: float
    blocking: bool
    tier: Tier
    """The lowest tier that it is asked of."""
    advice: str
    """What would answer it, as a sentence to the report's author."""
    ways: tuple[Way, ...] = ()
    metrics: tuple[str, ...] = ()
    """Metrics whose claims speak of it, beside those of `ways`."""
    subjects: Mapping[str, tuple[str, ...]] = {}
    """Words per language that name the thing; a word's last `*` stands for any ending."""
    files: tuple[str, ...] = ()
    """Patterns of paths that show it where the evidence lists files."""
    named: bool = False
    """Whether a line that gives it a name is a claim: `**Owner**: Team Quay`."""
    check: str = ""
    """A question about the reading itself that no claim answers, such as `contradictions`."""


class Gate(msgspec.Struct, frozen=True):
    """A CEL expression that a verdict needs; where it is false, the verdict is `otherwise` at best."""

    id: str
    require: str
    otherwise: Verdict
    because: str
    change: str = ""


class Area(msgspec.Struct, frozen=True):
    """A group of criteria."""

    id: str
    title: str


class Rubric(msgspec.Struct, frozen=True):
    """Everything that a judgement depends on beside the reading: the criteria of one tier, credits and gates."""

    name: str
    version: str
    sha256: str
    tier: Tier
    areas: tuple[Area, ...]
    criteria: tuple[Criterion, ...]
    """Those that the tier asks for."""
    gates: tuple[Gate, ...]
    credits: Mapping[CriterionStatus, float]
    """Share of its weight that a criterion of this status gives, 0 to 1."""
    without: Mapping[str, str] = {}
    """Criteria that do not apply, each with the reason."""
