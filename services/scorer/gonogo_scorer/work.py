"""What a worker process does: judges one submission. Plain values in, plain values out."""

from functools import lru_cache
from typing import NamedTuple

import msgspec

from gonogo_contracts import review as reviews
from gonogo_contracts.review import Review, Verdict
from gonogo_review import judging
from gonogo_review.judging.compare import compare
from gonogo_review.packing import unpack_evidence, unpack_report
from gonogo_review.rubric import Rubric, default, load
from gonogo_review.waivers import Waiver


class FindingRow(NamedTuple):
    """A finding as it can be searched for. PostgreSQL's text holds no NUL."""

    n: int
    kind: str
    rule: str
    severity: str
    fingerprint: str
    line: int | None
    message: str
    waived: bool


class Judged(NamedTuple):
    """A review: its bytes, and what is stored and said beside them."""

    body: bytes
    verdict: Verdict
    score: float
    credibility: float
    rubric: str
    rubric_version: str
    findings: list[FindingRow]
    comparison: bytes | None


def ready() -> None:
    """Has a worker load the rubric and compile its gates before there is work."""
    default()


def judge(
    report: bytes,
    evidence: tuple[bytes, ...],
    rubric: bytes,
    waivers: tuple[Waiver, ...],
    previous: bytes | None,
    today: str,
) -> Judged:
    """Judges packed readings; `previous` is the project's review before, if there was one."""
    review = judging.judge(
        unpack_report(report), [unpack_evidence(packed) for packed in evidence], _rubric(rubric), waivers, today
    )
    comparison = msgspec.json.encode(compare(reviews.decode(previous), review)) if previous else None
    return Judged(
        body=reviews.encode(review),
        verdict=review.verdict,
        score=review.score,
        credibility=review.credibility,
        rubric=review.rubric.name,
        rubric_version=review.rubric.version,
        findings=finding_rows(review),
        comparison=comparison,
    )


def finding_rows(review: Review) -> list[FindingRow]:
    """The findings of a review."""
    return [
        FindingRow(
            n,
            finding.kind,
            finding.rule,
            finding.severity,
            finding.fingerprint,
            finding.lines[0] if finding.lines else None,
            finding.message.replace("\0", "\N{REPLACEMENT CHARACTER}"),
            finding.waived,
        )
        for n, finding in enumerate(review.findings)
    ]


@lru_cache(maxsize=2)
def _rubric(data: bytes) -> Rubric:
    return load(data)
