"""NUnit 3 (`test-run`) and xUnit.net 2 (`assemblies`)."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.markup import Attributes
from gonogo_review.evidence.results.outcomes import Outcomes
from gonogo_review.evidence.source import Source

_OUTCOMES = {"passed": "passed", "pass": "passed", "failed": "failed", "fail": "failed", "error": "failed"}


class _Run:
    """Counts cases, and keeps what the root states."""

    def __init__(self, found: Found) -> None:
        self.outcomes = Outcomes(found)
        self.taken = ""
        self.stated: list[int] = []

    def start(self, name: str, attributes: Attributes) -> None:
        if name in {"test-case", "test"}:
            outcome = _OUTCOMES.get(attributes.get("result", "").lower(), "skipped")
            group = attributes.get("classname") or attributes.get("type", "")
            self.outcomes.add(attributes.get("fullname") or attributes.get("name", ""), outcome, group)
        elif name in {"test-run", "assembly"}:
            total = attributes.get("total", "")
            self.stated += [int(total)] if total.isdigit() else []
            day, time = attributes.get("run-date", ""), attributes.get("run-time", "")
            self.taken = attributes.get("end-time") or f"{day}T{time}".strip("T")


def read(source: Source, found: Found) -> None:
    """Counts by outcome, in all and by class; the stated totals are held against the cases."""
    run = _Run(found)
    source.elements(run.start)
    found.taken = run.taken
    counted = run.outcomes.total()
    if run.stated and sum(run.stated) != counted:
        found.problem("totals-disagree", f"The file states {sum(run.stated)} tests and holds {counted}.")
    run.outcomes.tell("//test-case")
