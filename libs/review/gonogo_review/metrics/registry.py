"""What can be measured, as registry.yaml says."""

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec
import yaml

UnitKind = Literal["count", "percent", "time", "rate", "size", "money"]

_KINDS: dict[str, UnitKind] = {
    "count": "count",
    "%": "percent",
    "/s": "rate",
    **dict.fromkeys(("ms", "s", "min", "h", "day", "week", "month", "year"), "time"),
    **dict.fromkeys(("B", "KB", "MB", "GB", "TB"), "size"),
}


class Metric(msgspec.Struct, frozen=True):
    """One metric."""

    name: str
    units: tuple[UnitKind, ...]
    """The kinds of amount that it is said in."""
    better: Literal["higher", "lower", "none"]
    """The direction that is good."""
    answered_by: tuple[str, ...]
    """Metrics of evidence that answer a claim of it, the best first."""
    ignores: tuple[str, ...] = ()
    """Scopes that say nothing new: a security vulnerability is a vulnerability."""


@cache
def metrics() -> dict[str, Metric]:
    """All metrics by name."""
    data = yaml.load(files(__package__).joinpath("registry.yaml").read_bytes(), yaml.CSafeLoader)
    return {
        name: msgspec.convert({"name": name, "answered_by": (name,), **entry}, Metric) for name, entry in data.items()
    }


def unit_kind(unit: str) -> UnitKind | None:
    """The kind of a quantity's unit; None for a ratio such as `x` and for what is no unit."""
    if unit in _KINDS:
        return _KINDS[unit]
    return "money" if len(unit) == 3 and unit.isalpha() and unit.isupper() else None
