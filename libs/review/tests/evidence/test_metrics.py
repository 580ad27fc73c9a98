"""Readers and the registry of metrics use the same names."""

from pathlib import Path

from gonogo_review.evidence import read_evidence
from gonogo_review.evidence.registry import own_metrics
from gonogo_review.metrics import metrics

SAMPLES = Path(__file__).parent / "samples"


def test_every_metric_is_in_the_registry_or_is_evidence_only() -> None:
    said = set()
    for path in SAMPLES.iterdir():
        with path.open("rb") as stream:
            said |= {fact.metric for fact in read_evidence(path.name, stream).facts}
    assert said - set(metrics()) - set(own_metrics()) == set()


def test_no_metric_has_two_homes() -> None:
    assert set(metrics()) & set(own_metrics()) == set()


def test_what_answers_a_claim_is_a_metric_that_readers_know() -> None:
    known = set(metrics()) | set(own_metrics())
    assert {name for metric in metrics().values() for name in metric.answered_by} <= known
