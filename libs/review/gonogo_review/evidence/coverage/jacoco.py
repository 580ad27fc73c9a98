"""JaCoCo's XML: counters on every level; those of source files are taken."""

from gonogo_review.evidence.coverage.tally import Tally
from gonogo_review.evidence.found import Found
from gonogo_review.evidence.markup import Attributes
from gonogo_review.evidence.source import Source
from gonogo_review.evidence.times import iso

_METRICS = {
    "LINE": "coverage.line",
    "BRANCH": "coverage.branch",
    "METHOD": "coverage.function",
    "INSTRUCTION": "coverage.instruction",
}


class _Counters:
    """Takes the counters that stand directly in a source file, and those that stand directly in the report."""

    def __init__(self, found: Found) -> None:
        self.tally = Tally()
        self.stated: dict[str, list[int]] = {}
        self._found = found
        self._path: list[str] = []
        self._package = self._file = ""

    def start(self, name: str, attributes: Attributes) -> None:
        parent = self._path[-1] if self._path else ""
        self._path.append(name)
        if name == "package":
            self._package = attributes.get("name", "")
        elif name == "sourcefile":
            self._file = f"{self._package}/{attributes.get('name', '')}".strip("/")
        elif name == "sessioninfo":
            self._found.taken = max(self._found.taken, iso(attributes.get("dump", "")))
        elif name == "counter" and attributes.get("type") in _METRICS and parent in {"sourcefile", "report"}:
            self._count(_METRICS[attributes["type"]], attributes, parent)

    def end(self, _name: str) -> None:
        self._path.pop()

    def _count(self, metric: str, attributes: Attributes, parent: str) -> None:
        missed, covered = attributes.get("missed", ""), attributes.get("covered", "")
        if not (missed.isdigit() and covered.isdigit()):
            return
        total = int(missed) + int(covered)
        if parent == "report":
            self.stated[metric] = [int(covered), total]
        else:
            self.tally.add(self._file, metric, int(covered), total, f"//sourcefile[.='{self._file}']")


def read(source: Source, found: Found) -> None:
    """Lines, branches, methods and instructions, by file and folder; the report's own sums are held against them."""
    counters = _Counters(found)
    source.elements(counters.start, counters.end)
    counted = counters.tally.total()
    differing = sorted(metric for metric, pair in counters.stated.items() if counted and counted.get(metric) != pair)
    if differing:
        found.problem("totals-disagree", f"The report's counters differ from its files' in {', '.join(differing)}.")
    if not counted:
        for metric, (covered, total) in counters.stated.items():
            counters.tally.add("", metric, covered, total, "/report/counter")
    counters.tally.tell(found, "/report/counter")
