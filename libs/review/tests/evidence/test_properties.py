"""What holds for every file."""

import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gonogo_review.evidence import read_evidence
from gonogo_review.evidence.deploy.settings import mask
from gonogo_review.evidence.node import Node
from gonogo_review.evidence.times import iso, plain
from gonogo_review.model import EvidenceReading

SAMPLES = sorted((Path(__file__).parent / "samples").iterdir())
OUTCOMES = st.lists(st.sampled_from(["passed", "failed", "skipped"]), max_size=30)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=20,
)


def read(data: bytes) -> EvidenceReading:
    return read_evidence("any", io.BytesIO(data))


@given(st.binary(max_size=400))
@settings(deadline=None)
def test_any_bytes_give_a_reading(data: bytes) -> None:
    reading = read(data)
    assert reading.size == len(data)
    assert reading.facts or reading.problems


@given(JSON)
@settings(deadline=None)
def test_any_json_gives_a_reading(value: object) -> None:
    assert isinstance(read(json.dumps(value).encode()), EvidenceReading)


@given(st.sampled_from(SAMPLES), st.data())
@settings(deadline=None, max_examples=200)
def test_a_changed_sample_never_crashes(path: Path, data: st.DataObject) -> None:
    body = path.read_bytes()
    start = data.draw(st.integers(0, len(body)))
    end = data.draw(st.integers(start, min(len(body), start + 40)))
    assert isinstance(read(body[:start] + data.draw(st.binary(max_size=8)) + body[end:]), EvidenceReading)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_the_same_bytes_give_the_same_reading(path: Path) -> None:
    assert read(path.read_bytes()) == read(path.read_bytes())


@given(OUTCOMES)
@settings(deadline=None)
def test_junit_and_ctrf_count_alike(outcomes: list[str]) -> None:
    inside = {"passed": "", "failed": "<failure/>", "skipped": "<skipped/>"}
    cases = "".join(f'<testcase name="t{n}">{inside[one]}</testcase>' for n, one in enumerate(outcomes))
    tests = [{"name": f"t{n}", "status": one} for n, one in enumerate(outcomes)]
    ctrf = {"results": {"tool": {"name": "x"}, "summary": {"tests": len(outcomes)}, "tests": tests}}
    counted = [
        {fact.metric: fact.value for fact in read(data).facts if fact.metric.startswith("tests.")}
        for data in (f"<testsuite>{cases}</testsuite>".encode(), json.dumps(ctrf).encode())
    ]
    assert counted[0] == counted[1]
    assert counted[0]["tests.failed"] == outcomes.count("failed")


@given(
    st.dictionaries(st.from_regex(r"[a-z]{1,5}/[a-z]{1,5}\.c", fullmatch=True), st.lists(st.integers(0, 3), min_size=1))
)
@settings(deadline=None)
def test_lcov_sums_are_those_of_its_lines(files: dict[str, list[int]]) -> None:
    records = []
    for path, hits in files.items():
        lines = "".join(f"DA:{number},{hit}\n" for number, hit in enumerate(hits, start=1))
        records.append(f"SF:{path}\n{lines}end_of_record\n")
    every = [hit for hits in files.values() for hit in hits]
    whole = [fact.value for fact in read("".join(records).encode()).facts if not fact.scope]
    assert whole == ([pytest.approx(100 * sum(hit > 0 for hit in every) / len(every))] if every else [])


@given(st.text(max_size=10), st.text(max_size=10))
def test_a_pointer_leads_back_to_its_key(outer: str, inner: str) -> None:
    node = Node({outer: {inner: 1}})[outer][inner]
    assert node.key == inner
    assert node.pointer.count("/") == 2


@given(st.from_regex(r"[A-Za-z0-9!%]{6,20}", fullmatch=True))
def test_a_credential_never_passes(secret: str) -> None:
    assert secret not in mask("", f"postgres://shop:{secret}@db/shop")
    assert secret not in mask("DB_PASSWORD", secret)
    assert secret not in mask("", f"API_TOKEN={secret}")
    assert secret not in mask("", f"${{DB_PASSWORD:-{secret}}}")


@pytest.mark.parametrize(
    ("stamp", "said"),
    [
        ("2026-02-03T09:00:00.123Z", "2026-02-03T09:00:00Z"),
        ("2026-02-03 09:00:00 +01:00", "2026-02-03T09:00:00+01:00"),
        ("2026-02-03", "2026-02-03"),
        ("Tue, 3 Feb 2026 09:00:00", "2026-02-03T09:00:00"),
        ("0001-01-01T00:00:00Z", ""),
        ("yesterday", ""),
    ],
)
def test_times_are_told_in_one_form(stamp: str, said: str) -> None:
    assert plain(stamp) == said


def test_seconds_and_milliseconds_are_told_apart() -> None:
    assert iso("1770109200") == iso("1770109200000") == "2026-02-03T09:00:00+00:00"
