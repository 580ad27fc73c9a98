"""How old evidence is beside the report: what is of another day may be of another run."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Literal

from gonogo_review.model import EvidenceReading

SAME_RUN = 1
"""Days between a report and the run it speaks of; more, and another run is as likely."""
STALE = 14
"""Days by which evidence may be older than the report and still back an equal number."""
HEAD, FOOT = 40, 15
"""Lines at the head and the foot of a report where it says when it is of."""

Age = Literal["same", "older", "stale", "newer", "unknown"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"\b(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})\b")
_CJK = re.compile(r"(20\d\d)\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
_DAY_FIRST = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](20\d\d)\b")
_NAMED = re.compile(r"\b([A-Za-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (20\d\d)\b")
_NAMED_LATE = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3})[a-z]*\.?,? (20\d\d)\b")


def report_date(lines: Sequence[str]) -> date | None:
    """The first day named at the head of a report, else at its foot."""
    for line in [*lines[:HEAD], *lines[max(HEAD, len(lines) - FOOT) :]]:
        for found in _dates(line):
            return found
    return None


def _dates(line: str) -> list[date]:
    parts = [(m[1], m[2], m[3]) for pattern in (_ISO, _CJK) for m in pattern.finditer(line)]
    parts += [(m[3], m[2], m[1]) for m in _DAY_FIRST.finditer(line)]
    parts += [(m[3], _month(m[1]), m[2]) for m in _NAMED.finditer(line)]
    parts += [(m[3], _month(m[2]), m[1]) for m in _NAMED_LATE.finditer(line)]
    return [day for year, month, number in parts if (day := _day(year, month, number)) is not None]


def _month(name: str) -> str:
    short = name[:3].lower()
    return str(_MONTHS.index(short) + 1) if short in _MONTHS else "0"


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def age(reading: EvidenceReading, report: date | None) -> Age:
    """How the evidence's own time stands to the report's day."""
    taken = _dates(reading.taken[:10])
    if report is None or not taken:
        return "unknown"
    days = (report - taken[0]).days
    if days < -SAME_RUN:
        return "newer"
    if days <= SAME_RUN:
        return "same"
    return "older" if days <= STALE else "stale"
