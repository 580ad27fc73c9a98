"""Prometheus' text exposition format 0.0.4, strictly: what Prometheus would refuse is refused."""

import re

from gonogo_review.evidence.found import Found, Unreadable
from gonogo_review.evidence.source import Source

_NAME = r"[a-zA-Z_:][a-zA-Z0-9_:]*"
_LABEL = r'\s*[a-zA-Z_][a-zA-Z0-9_]*\s*=\s*"(?:[^"\\\n]|\\["\\n])*"\s*'
_SAMPLE = re.compile(rf"({_NAME})\s*(\{{(?:{_LABEL}(?:,{_LABEL})*,?\s*)?\}})?\s*(\S+)(?:\s+(-?\d+))?\s*")
_TYPE = re.compile(rf"#\s*TYPE\s+({_NAME})\s+(counter|gauge|histogram|summary|untyped)\s*")
_QUANTILE = re.compile(r'(quantile|le)="([^"]*)"')
LONGEST = 8_000
"""Characters of a line."""
MAX_SAMPLES = 5_000
"""Samples with a fact of their own; the rest count in the sum."""


class _Families:
    """Types as declared, and names as seen, to refuse what comes twice or too late."""

    def __init__(self) -> None:
        self.types: dict[str, str] = {}
        self.seen: set[str] = set()

    def declare(self, line: str, number: int) -> None:
        declared = _TYPE.fullmatch(line)
        if declared is None:
            raise _refused(number, "no TYPE line: it takes a name and one of the five types")
        if declared[1] in self.types:
            raise _refused(number, f"a second TYPE line for {declared[1]}")
        if declared[1] in self.seen:
            raise _refused(number, f"a TYPE line after samples of {declared[1]}")
        self.types[declared[1]] = declared[2]


def read(source: Source, found: Found) -> None:
    """Each sample with its labels, and the numbers of metrics and samples."""
    families, samples = _Families(), 0
    if not source.ends_with_newline():
        raise Unreadable("exposition-malformed", "The last line has no end. Was the answer cut off?")
    for number, line in source.lines():
        text = line.strip()
        if len(text) > LONGEST:
            raise _refused(number, f"longer than {LONGEST} characters")
        if text.startswith("#"):
            if text.removeprefix("#").split()[:1] == ["TYPE"]:
                families.declare(text, number)
        elif text:
            samples += 1
            _sample(text, number, families, found if samples <= MAX_SAMPLES else None)
    found.fact("series.total", float(samples), "count", "line 1")
    found.fact("metrics.total", float(len(families.types or families.seen)), "count", "line 1")


def _sample(text: str, number: int, families: _Families, found: Found | None) -> None:
    sample = _SAMPLE.fullmatch(text)
    if sample is None:
        raise _refused(number, f"no sample: '{text[:80]}'")
    name, labels = sample[1], sample[2] or ""
    bound = _QUANTILE.search(labels)
    if "__name__=" in labels or (bound and not _is_number(bound[2])) or not _is_number(sample[3]):
        raise _refused(number, f"a label or value that is not allowed: '{text[:80]}'")
    families.seen.add(name)
    value = float(sample[3].replace("_", "x"))
    if found is not None and abs(value) != float("inf") and value == value:
        found.fact("sample", value, "", f"line {number}", "", name=name, labels=labels)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return "_" not in text


def _refused(number: int, what: str) -> Unreadable:
    return Unreadable("exposition-malformed", f"Line {number} is {what}. Prometheus would refuse the scrape.", number)
