"""Cobertura XML, as coverage.py, coverlet, gcovr and others write it."""

import re

from gonogo_review.evidence.coverage.tally import Tally
from gonogo_review.evidence.found import Found
from gonogo_review.evidence.markup import Attributes
from gonogo_review.evidence.source import Source
from gonogo_review.evidence.times import iso

_CONDITIONS = re.compile(r"\((\d+)/(\d+)\)")
TOLERANCE = 0.5
"""Percentage points by which a stated rate may differ from the lines listed: tools differ in what they leave out."""


class _Classes:
    """Counts lines of classes; the `lines` inside `methods` repeat them and are left out."""

    def __init__(self) -> None:
        self.tally = Tally()
        self.root: Attributes = {}
        self._file = ""
        self._place = ""
        self._in_method = 0
        self._seen: set[str] = set()

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "line" and self._file and not self._in_method:
            self._line(attributes)
        elif name == "method":
            self._in_method += 1
        elif name == "class":
            self._file = attributes.get("filename") or attributes.get("name", "")
            self._seen.clear()
            self._place = f"//class[@filename='{self._file}']"
        elif name == "coverage":
            self.root = dict(attributes)

    def end(self, name: str) -> None:
        if name == "method":
            self._in_method -= 1
        elif name == "class":
            self._file = ""

    def _line(self, attributes: Attributes) -> None:
        number = attributes.get("number", "")
        if number in self._seen:
            return
        self._seen.add(number)
        hit = attributes.get("hits", "0") not in {"0", ""}
        self.tally.add(self._file, "coverage.line", int(hit), 1, self._place)
        condition = _CONDITIONS.search(attributes.get("condition-coverage", ""))
        if condition:
            covered, total = int(condition[1]), int(condition[2])
            self.tally.add(self._file, "coverage.branch", covered, total, self._place)


def read(source: Source, found: Found) -> None:
    """Lines and branches, by file and folder, counted from the lines; the stated rates are held against them."""
    classes = _Classes()
    source.elements(classes.start, classes.end)
    found.taken = iso(classes.root.get("timestamp", ""))
    if not any(total for _, total in classes.tally.total().values()):
        _by_sums(classes)
    classes.tally.tell(found, "/coverage/@line-rate")
    covered, total = classes.tally.total().get("coverage.line", [0, 0])
    stated = _rate(classes.root.get("line-rate", ""))
    if total and stated is not None and abs(stated - 100 * covered / total) > TOLERANCE:
        message = f"line-rate says {stated:.2f} %, the lines listed give {100 * covered / total:.2f} %."
        found.problem("totals-disagree", message)


def _by_sums(classes: _Classes) -> None:
    """What the root states, where no line is listed."""
    for metric, kind in (("coverage.line", "lines"), ("coverage.branch", "branches")):
        pair = classes.root.get(f"{kind}-covered", ""), classes.root.get(f"{kind}-valid", "")
        if pair[0].isdigit() and pair[1].isdigit():
            classes.tally.state(metric, int(pair[0]), int(pair[1]))


def _rate(text: str) -> float | None:
    try:
        return 100 * float(text)
    except ValueError:
        return None
