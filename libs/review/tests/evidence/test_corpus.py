"""Real files, odd and broken ones among them: each is read, or refused with a reason."""

from pathlib import Path

import pytest

from gonogo_review.evidence import read_evidence

CORPUS = Path(__file__).parents[5] / "shared" / "corpus" / "evidence"
FILES = sorted(path for path in CORPUS.rglob("*") if path.is_file() and path.name != "manifest.json")

pytestmark = pytest.mark.skipif(not FILES, reason="the corpus is not here")


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_it_is_read_or_refused_with_a_reason(path: Path) -> None:
    with path.open("rb") as stream:
        reading = read_evidence(path.name, stream)
    assert reading.facts or reading.problems
    assert all(problem.message and problem.file == path.name for problem in reading.problems)


@pytest.mark.parametrize("path", [one for one in FILES if "parse_error" in one.name], ids=lambda path: path.name)
def test_what_prometheus_refuses_is_refused(path: Path) -> None:
    with path.open("rb") as stream:
        reading = read_evidence(path.name, stream)
    assert reading.facts == ()
    assert reading.problems
