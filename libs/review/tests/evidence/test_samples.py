"""Every format by a sample that was written for it, and what it says worked out by hand (`expected.yaml`)."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from gonogo_review.evidence import read_evidence
from gonogo_review.evidence.registry import READERS, formats
from gonogo_review.model import EvidenceReading

HERE = Path(__file__).parent
EXPECTED: dict[str, Any] = yaml.safe_load((HERE / "expected.yaml").read_text("utf-8"))
HARMLESS = {"not-scanned"}


def read(name: str) -> EvidenceReading:
    with (HERE / "samples" / name).open("rb") as stream:
        return read_evidence(name, stream)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_sample_says_what_was_worked_out(name: str) -> None:
    reading, expected = read(name), EXPECTED[name]
    assert reading.format == expected["format"]
    assert [problem.code for problem in reading.problems] == expected.get("problems", [])
    said = [(fact.metric, fact.value, fact.scope) for fact in reading.facts]
    for metric, value, *scope in expected["facts"]:
        wanted = (scope or [""])[0]
        values = [one for key, one, of in said if key == metric and of == wanted]
        if isinstance(value, bool | str):
            assert value in values, (metric, wanted, values)
        else:
            assert pytest.approx(value) in values, (metric, wanted, values)
    assert not {fact.metric for fact in reading.facts} & set(expected.get("absent", ()))
    assert reading.taken == expected.get("taken", reading.taken)
    assert reading.commit == expected.get("commit", "")


def test_every_sample_is_expected_and_every_format_has_one() -> None:
    assert set(EXPECTED) == {path.name for path in (HERE / "samples").iterdir()}
    made_in_a_test = {"archive"}
    assert {entry["format"] for entry in EXPECTED.values()} | made_in_a_test == set(READERS)


def test_every_format_has_its_reader() -> None:
    assert [known.name for known in formats()] == list(dict.fromkeys(known.name for known in formats()))
    assert {known.name for known in formats()} == set(READERS)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_the_name_is_never_believed(name: str) -> None:
    with (HERE / "samples" / name).open("rb") as stream:
        renamed = read_evidence("upload.bin", stream)
    assert renamed.format == EXPECTED[name]["format"]
    assert [(f.metric, f.value, f.pointer) for f in renamed.facts] == [
        (f.metric, f.value, f.pointer) for f in read(name).facts
    ]


@pytest.mark.parametrize("name", ["compose.yaml", "results.json", "gitleaks.json", "trivy.json"])
def test_no_credential_leaves_a_file(name: str) -> None:
    said = str(read(name).facts)
    assert not any(secret in said for secret in ("hunter2", "abc123", "changeme"))
