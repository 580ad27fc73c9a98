import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gonogo_contracts.review import Finding
from gonogo_review import rubric
from gonogo_review.judging import judge
from gonogo_review.reading import read_report
from gonogo_review.rendering import text
from gonogo_review.rendering.excerpts import excerpts
from gonogo_review.rendering.width import fit, plain, width, wrap


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
    ("sample", "columns"),
    [
        ("abc", 3),
        ("测试", 4),
        ("e\u0301", 1),
        ("✅ ok", 5),
        ("👍\ufe0f", 2),
        ("", 0),
        ("⚠", 1),
        ("⚠\ufe0f", 2),
        ("❤\ufe0f", 2),
        ("1\ufe0f\u20e3", 2),
        ("👩\u200d💻", 2),
        ("👍🏽", 2),
        ("🇩🇪", 2),
        ("한국", 4),
        ("→ “a”", 5),
        ("a\u200bb", 2),
    ],
)
def test_columns_on_a_terminal(sample: str, columns: int):
    assert width(sample) == columns


def test_nothing_can_move_the_cursor():
    assert plain("a\x1b[2Jb\u202ec\rd") == "a [2Jb c d"


def test_a_selector_behind_the_cut_makes_its_sign_wide():
    cut, _ = fit("0000\ufe0f" + "\u0e5c" * 9, ((7, 7),), 10)
    assert width(cut) <= 10


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


@given(st.text(max_size=300), st.integers(20, 120))
def test_wrapping_loses_nothing_but_blanks(text: str, columns: int):
    lines = wrap(text, columns, "1. ", "   ")
    assert "".join("".join(lines)[3:].split()) == "".join(plain(text).split())
    longest = max((width(word) for word in plain(text).split()), default=0)
    assert all(width(line) <= max(columns, longest + 3) for line in lines)


def test_text_without_blanks_is_wrapped_at_wide_characters_and_not_before_what_closes():
    lines = wrap("订单服务已经完成，全部测试通过。可以发布到生产环境。", 20)
    assert all(width(line) <= 20 for line in lines)
    assert not any(line[0] in "，。" for line in lines)


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(review, reading, change, columns: int):
    shown = text.render(review, reading, change, columns=columns).splitlines()
    assert [line for line in shown if width(line) > columns and "fingerprint" not in line] == []


def test_new_findings_are_marked(review, reading, change):
    shown = text.render(review, reading, change)
    assert shown.count("] (new): ") == len(change.new) < len(review.findings)


REPORT = """# Shop 3.1.0

The whole of the shop, with all that belongs to it and more, is **ready for production** since the week before last.

- Line coverage: 91% of 120 files
- [ ] Payment

## Quality

- Line coverage: 85% of 120 files
"""


def marked(kind: str) -> dict[int, list[str]]:
    """What is pointed at in the first finding of a kind, by line."""
    reading = read_report(REPORT.encode(), "r.md")
    review = judge(reading, [], rubric.default(), today="2026-11-25")
    one = next(one for one in review.findings if one.kind == kind)
    return {each.line: [each.text[start:end] for start, end in each.spans] for each in excerpts(one, reading)}


def test_of_a_long_sentence_the_words_of_state_are_pointed_at():
    assert marked("status-vs-items") == {3: ["ready for production"], 6: ["Payment"]}


def test_of_the_figures_those_that_clash_are_pointed_at():
    assert marked("value-conflict") == {5: ["91%"], 10: ["85%"]}
