"""States in brackets at the head of a line, and in its last column."""

import pytest

from gonogo_review.reading import read_report


def states(text: str) -> list[tuple[str, str | None]]:
    """Type and state of every claim."""
    return [(claim.type, claim.state) for claim in read_report(text.encode(), "r.md").statements]


@pytest.mark.parametrize("tag", ["[OK]", "[PASS]", "[N/A]", "[WARN]", "[KO]"])
@pytest.mark.parametrize("form", ["- {} Images signed", "  {}  Images signed", "```\n{} Images signed\n```"])
def test_tag_at_the_head(tag: str, form: str) -> None:
    """In a list, in plain text and in output alike; it marks one thing."""
    state = {"[N/A]": "na", "[WARN]": "partial", "[KO]": "failed"}.get(tag, "done")
    assert states("# Checks\n\n" + form.format(tag)) == [("item", state)]


@pytest.mark.parametrize("line", ["[Ok](docs/ok.md) explains it", "[A] first choice"])
def test_brackets_that_are_no_tag(line: str) -> None:
    """Links, prose and letters."""
    assert states(f"# Checks\n\n{line}\n") == []


def test_last_column_of_plain_text() -> None:
    """Three blanks part columns; a status key speaks for the whole, a head of columns says nothing."""
    text = "Checks\n\n  Retries           3             PASSED\n  Queue lag         9 min         FAILED\n"
    assert states(text) == [("item", "done"), ("item", "failed")]
    assert states("Checks\n\n  Stage         READY\n  Status        READY\n") == [("item", "done"), ("status", "done")]
    assert states("Checks\n\n  Severity      Closed\n  high               2\n") == []
