import io
from collections.abc import Callable, Mapping

import pytest

from gonogo_contracts.review import Criterion, Review
from gonogo_review import rubric, waivers
from gonogo_review.evidence import read_evidence
from gonogo_review.judging import judge
from gonogo_review.reading import read_report

Judge = Callable[..., Review]

JUNIT = b"""<testsuite name="unit" tests="2" failures="%d" errors="0" skipped="0">
<testcase classname="shop.cart" name="adds"/><testcase classname="shop.cart" name="takes">%s</testcase></testsuite>"""
PASSING = JUNIT % (0, b"")
FAILING = JUNIT % (1, b'<failure message="0 != 1">cart.py:7</failure>')


@pytest.fixture
def judged() -> Judge:
    """Judges a report in Markdown with evidence by file name, a rubric and waivers in YAML."""

    def run(
        report: str,
        evidence: Mapping[str, bytes] | None = None,
        rules: str = "",
        accepted: str = "",
        today: str = "2026-11-25",
    ) -> Review:
        return judge(
            read_report(report.encode(), "report.md"),
            [read_evidence(name, io.BytesIO(data)) for name, data in (evidence or {}).items()],
            rubric.load(rules.encode()) if rules else rubric.default(),
            waivers.load(accepted.encode()) if accepted else (),
            today,
        )

    return run


@pytest.fixture
def passing() -> bytes:
    """A JUnit file with two tests that passed."""
    return PASSING


@pytest.fixture
def failing() -> bytes:
    """A JUnit file with two tests, one of which failed."""
    return FAILING


@pytest.fixture
def criterion() -> Callable[[Review, str], Criterion]:
    """Finds a criterion of a review by its id."""
    return lambda review, name: next(one for one in review.criteria if one.id == name)
