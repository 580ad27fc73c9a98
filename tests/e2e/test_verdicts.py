"""The main job: uploads become verdicts, the same as in-process, and people hear of them."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from gonogo_cli.main import run
from tests.suite import SuiteUnderTest, until

pytestmark = pytest.mark.e2e


def has_arrived(suite: SuiteUnderTest, review: str) -> bool:
    """Whether both channels have it."""
    return len(suite.arrivals(review)) >= 2


CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "dev"


def evidence_of(folder: Path) -> list[tuple[str, bytes]]:
    """The evidence of a sample, by the names that `gonogo check` gives."""
    return [(str(path.relative_to(folder)), path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file()]


def check(report: Path, output: Path, evidence: Path | None = None) -> bytes:
    """What `gonogo check` says."""
    words = ["check", str(report), *(["--evidence", str(evidence)] if evidence else [])]
    today = datetime.now(UTC).date().isoformat()
    assert run([*words, "--format", "json", "--fail-on", "never", "--today", today, "--output", str(output)]) == 0
    return output.read_bytes().strip()


@pytest.mark.parametrize(("sample", "verdict"), [("go", "GO"), ("hold", "HOLD"), ("no-go", "NO-GO")])
def test_a_sample_becomes_its_verdict_and_two_messages(
    suite: SuiteUnderTest, samples: Path, tmp_path: Path, sample: str, verdict: str
) -> None:
    """One review, one Slack message, one email; the review is the one that `gonogo check` gives, byte for byte."""
    folder = samples / sample
    submission = suite.submit(
        (folder / "report.md").read_bytes(), evidence_of(folder / "evidence"), project=f"sample-{sample}"
    )
    body = suite.review(submission)
    assert json.loads(body)["verdict"] == verdict
    assert body.strip() == check(folder / "report.md", tmp_path / "review.json", folder / "evidence")
    review = str(suite.settled(submission)["review_id"])
    until(lambda: len(suite.arrivals(review)) >= 2)
    assert sorted(arrival["channel"] for arrival in suite.arrivals(review)) == ["email", "slack"]


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside this checkout")
def test_every_report_of_the_corpus_gets_the_review_of_gonogo_check(suite: SuiteUnderTest, tmp_path: Path) -> None:
    """Real reports, double-encoded ones among them, go through the running suite."""
    reports = sorted(CORPUS.glob("*.md"))
    submissions = {
        report: suite.submit(report.read_bytes(), name=report.name, project=f"corpus-{n}")
        for n, report in enumerate(reports)
    }
    assert len(submissions) >= 18
    for report, submission in submissions.items():
        assert suite.review(submission).strip() == check(report, tmp_path / "review.json"), report.name


def test_twenty_at_once_get_one_review_and_one_delivery_per_route_each(suite: SuiteUnderTest, samples: Path) -> None:
    """Simultaneous uploads of the same bytes neither block nor double each other."""
    report = (samples / "hold" / "report.md").read_bytes()
    with ThreadPoolExecutor(20) as pool:
        submissions = list(pool.map(lambda n: suite.submit(report, project="twenty", release=str(n)), range(20)))
    reviews = [str(suite.settled(submission)["review_id"]) for submission in submissions]
    for review in reviews:
        until(partial(has_arrived, suite, review))
    scored = "select submission_id::text as id, count(*) as n from scorer.review group by 1"
    deliveries = (
        "select submission_id::text as id, count(*) as n from notifier.delivery where state = 'delivered' group by 1"
    )
    for sql, each in ((scored, 1), (deliveries, 2)):
        counts = {row["id"]: row["n"] for row in suite.rows(sql)}
        assert [counts.get(submission) for submission in submissions] == [each] * 20
    assert [len(suite.arrivals(review)) for review in reviews] == [2] * 20
