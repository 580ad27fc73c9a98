"""Clover XML. Istanbul writes lines where it says statements."""

from gonogo_review.evidence.coverage.tally import Tally
from gonogo_review.evidence.found import Found
from gonogo_review.evidence.markup import Attributes
from gonogo_review.evidence.source import Source
from gonogo_review.evidence.times import iso

_METRICS = (
    ("coverage.statement", "coveredstatements", "statements"),
    ("coverage.branch", "coveredconditionals", "conditionals"),
    ("coverage.function", "coveredmethods", "methods"),
)


class _Metrics:
    """Takes the `metrics` of files, and those of the project."""

    def __init__(self, found: Found) -> None:
        self.tally = Tally()
        self.stated: Attributes = {}
        self._found = found
        self._path: list[str] = []
        self._file = ""

    def start(self, name: str, attributes: Attributes) -> None:
        parent = self._path[-1] if self._path else ""
        self._path.append(name)
        if name == "file":
            self._file = attributes.get("path") or attributes.get("name", "")
        elif name == "coverage":
            self._found.taken = iso(attributes.get("generated", ""))
        elif name == "metrics" and parent == "file":
            self._add(self._file, attributes)
        elif name == "metrics" and parent == "project":
            self.stated = attributes

    def end(self, _name: str) -> None:
        self._path.pop()

    def _add(self, file: str, attributes: Attributes) -> None:
        for metric, covered, total in _METRICS:
            pair = attributes.get(covered, ""), attributes.get(total, "")
            if pair[0].isdigit() and pair[1].isdigit():
                self.tally.add(file, metric, int(pair[0]), int(pair[1]), f"//file[@path='{file}']/metrics")


def read(source: Source, found: Found) -> None:
    """Statements, conditionals and methods, by file and folder; the project's sums are held against the files'."""
    metrics = _Metrics(found)
    source.elements(metrics.start, metrics.end)
    for metric, covered, total in _METRICS:
        stated = [metrics.stated.get(covered, ""), metrics.stated.get(total, "")]
        counted = metrics.tally.total().get(metric)
        if counted is not None and stated[0] and [str(number) for number in counted] != stated:
            message = f"{metric}: the project says {stated[0]} of {stated[1]}, its files sum to {counted}."
            found.problem("totals-disagree", message)
    metrics.tally.tell(found, "/coverage/project/metrics")
