"""Which fields and names are taken."""

import string
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gonogo_ingest.acceptance import MAX_NAME, check_fields, check_idempotency_key, check_name
from gonogo_platform.problems import Problem

GOOD = {"project": "payments-api", "release": "2.4.0"}


def test_takes_what_an_upload_says_of_itself() -> None:
    """All fields, with labels in both forms."""
    fields = check_fields({**GOOD, "commit": "ABCDEF1", "environment": " prod ", "labels": "team=core,tier=1"})
    assert fields.commit == "abcdef1"
    assert fields.environment == "prod"
    assert fields.labels == {"team": "core", "tier": "1"}
    assert check_fields({**GOOD, "labels": '{"team": "core"}'}).labels == {"team": "core"}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("project", ""),
        ("project", "Payments"),
        ("project", "-pay"),
        ("project", "a" * 64),
        ("project", "../etc"),
        ("release", ""),
        ("release", "1\n2"),
        ("release", "x" * 101),
        ("release", "a\u202eb"),
        ("commit", "main"),
        ("environment", "e" * 51),
        ("labels", "novalue"),
        ("labels", '{"a": 1}'),
        ("labels", "[" * 10_000),
        ("labels", ",".join(f"k{n}=v" for n in range(21))),
    ],
)
def test_refuses_a_field_by_its_name(field: str, value: str) -> None:
    """The refusal says which field and what would be right."""
    with pytest.raises(Problem) as refused:
        check_fields({**GOOD, field: value})
    assert refused.value.status == 422
    assert f"'{field}'" in refused.value.detail


@pytest.mark.parametrize("name", ["report.md", "backend/coverage.xml", "Bericht für März.md", "отчёт.md", "报告.md"])
def test_takes_plain_names_in_any_script(name: str) -> None:
    """A folder tells which part of the product the evidence is of."""
    assert check_name(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        "/etc/passwd",
        "../x",
        "a/../b",
        "a//b",
        "./a",
        "a\\b",
        "C:x",
        "a\0b",
        "a\nb",
        "x\u202egpj.md",
        "x" * 300,
        "..",
    ],
)
def test_refuses_names_that_lead_elsewhere(name: str) -> None:
    """Nothing that a file system or a reader could take for another place."""
    with pytest.raises(Problem) as refused:
        check_name(name)
    assert refused.value.status == 400


@given(st.text())
def test_a_taken_name_stays_below_its_folder(name: str) -> None:
    """Whatever is taken joins to a place inside, however strange it is."""
    try:
        taken = check_name(name)
    except Problem:
        return
    assert 0 < len(taken.encode()) <= MAX_NAME
    assert all(part not in ("", ".", "..") for part in taken.split("/"))
    assert "\0" not in taken
    assert "\\" not in taken


@given(st.dictionaries(st.sampled_from(["project", "release", "commit", "environment", "labels"]), st.text()))
def test_any_fields_are_taken_or_refused(raw: dict[str, str]) -> None:
    """Never another exception."""
    with suppress(Problem):
        assert set(check_fields(raw).project) <= set(string.ascii_lowercase + string.digits + "-")


@pytest.mark.parametrize("key", ["", " ", "a b", "ü", "x" * 256])
def test_refuses_idempotency_keys_that_are_none(key: str) -> None:
    """A key is visible ASCII."""
    with pytest.raises(Problem):
        check_idempotency_key(key)
