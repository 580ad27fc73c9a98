import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gonogo_contracts.review import Finding
from gonogo_review.rendering import text
from gonogo_review.rendering.excerpts import excerpts
from gonogo_review.rendering.width import fit, plain, width


def test_the_verdict_and_its_reasons_come_first(review, reading):
    lines = text.render(review, reading).splitlines()
    assert lines[0] == f"{review.verdict}  report.md"
    assert lines[1].startswith(f"score {review.score:g}, credibility {review.credibility:g}")
    assert lines[3].startswith("1. ")


def test_carets_stand_under_the_characters_that_clash(review, reading):
    shown = text.render(review, reading).splitlines()
    at = next(index for index, line in enumerate(shown) if re.match(r" *4 \| \*\*Status", line))
    marked = shown[at + 1].split("|", 1)[1]
    under = "".join(sign for sign, caret in zip(shown[at].split("|", 1)[1], marked, strict=False) if caret == "^")
    assert under.strip("* ").startswith("Status")


def test_every_point_is_shown(review, reading):
    shown = " ".join(text.render(review, reading).split())
    assert all(one.title in shown for one in review.criteria)
    assert f"= score {review.score:g}" in shown
    assert f"= {review.credibility:g}" in shown


def test_colours_only_where_asked_for(review, reading):
    assert "\x1b[" not in text.render(review, reading)
    assert "\x1b[31;1mNO-GO\x1b[0m" in text.render(review, reading, colour=True)


@pytest.mark.parametrize(
    ("sample", "columns"), [("abc", 3), ("测试", 4), ("e\u0301", 1), ("✅ ok", 5), ("👍\ufe0f", 2), ("", 0)]
)
def test_columns_on_a_terminal(sample: str, columns: int):
    assert width(sample) == columns


def test_nothing_can_move_the_cursor():
    assert plain("a\x1b[2Jb\u202ec\rd") == "a [2Jb c d"


@given(st.text(max_size=300), st.integers(10, 120), st.data())
def test_a_long_line_is_cut_around_what_matters(line: str, columns: int, data: st.DataObject):
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    cut, spans = fit(line, ((start, end),), columns)
    assert width(cut) <= columns
    for first, last in spans:
        assert cut[first:last] in plain(line[start:end])
    assert bool(spans) == (start < end)


def test_lines_that_are_not_there_are_left_out(reading):
    lost = Finding(
        id="finding-1",
        kind="arithmetic",
        rule="arithmetic.sum",
        severity="low",
        lines=(0, 999),
        message="?",
        expected=None,
        claims=("claim-99",),
        facts=(),
        fingerprint="0",
        waived=False,
    )
    assert excerpts(lost, reading) == []
