"""The report's lines as the page shows them."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from gonogo_console.report_text import (
    MAX_COLUMNS,
    MAX_LINES,
    SHORT_COLUMNS,
    Gap,
    Numbered,
    Row,
    chosen,
    cut_pieces,
    rows,
)
from gonogo_contracts.review import Claim, Finding, Support
from gonogo_review.model import Reading
from gonogo_review.reading import read_report


def reading(text: str) -> Reading:
    return read_report(text.encode(), "report.md")


def finding(*lines: int, severity: Any = "high", waived: bool = False) -> Finding:
    return Finding(
        id="f",
        kind="value-conflict",
        rule="r",
        severity=severity,
        lines=lines,
        message="m",
        expected=None,
        claims=(),
        facts=(),
        fingerprint="0",
        waived=waived,
    )


def claim(line: int, support: Support) -> Claim:
    return Claim("c", "item", line, line, "t", None, (), None, support, (), ())


def lines_of(shown: list[Row | Gap]) -> list[int]:
    return [row.line for row in shown if isinstance(row, Row)]


def test_a_short_report_is_shown_whole() -> None:
    shown = rows(reading("one\ntwo\n\nfour"), (), ())
    assert [[piece.text for piece in row.pieces] for row in shown if isinstance(row, Row)] == [
        ["one"],
        ["two"],
        [],
        ["four"],
    ]


def test_a_finding_is_noted_at_each_of_its_lines_and_told_at_the_first() -> None:
    shown = rows(reading("- [x] a\n- b\n- [ ] a"), [Numbered(4, finding(3, 1))], ())
    notes = {row.line: [(note.number, note.first) for note in row.notes] for row in shown if isinstance(row, Row)}
    assert notes == {1: [(4, False)], 2: [], 3: [(4, True)]}


def test_a_line_shows_its_worst_finding_and_a_waived_one_does_not_count() -> None:
    findings = [Numbered(1, finding(1, severity="low")), Numbered(2, finding(1, 2, severity="high", waived=True))]
    first, second = rows(reading("a\nb"), findings, ())
    assert isinstance(first, Row)
    assert isinstance(second, Row)
    assert (first.severity, second.severity) == ("low", None)


def test_a_contradicted_claim_outweighs_a_verified_one() -> None:
    claims = [claim(1, "verified"), claim(1, "contradicted"), claim(1, "verified"), claim(2, "unsupported")]
    first, second = rows(reading("a\nb"), (), claims)
    assert isinstance(first, Row)
    assert isinstance(second, Row)
    assert (first.support, second.support) == ("contradicted", None)


def test_a_long_report_shows_its_beginning_and_what_stands_around_findings() -> None:
    shown = rows(reading("\n".join(f"line {n}" for n in range(1, 9001))), [Numbered(1, finding(5000, 8999))], ())
    numbers = lines_of(shown)
    assert numbers[:40] == list(range(1, 41))
    assert {4994, 5000, 5006, 8999, 9000} <= set(numbers)
    assert 4993 not in numbers
    assert shown[40] == Gap(41, 4993)


@given(st.integers(0, 20_000), st.sets(st.integers(1, 20_000)))
def test_never_more_lines_than_the_limit(total: int, named: set[int]) -> None:
    numbers = chosen(total, named)
    assert len(numbers) <= MAX_LINES
    assert numbers == sorted(set(numbers))
    assert all(1 <= line <= total for line in numbers)


def test_a_line_of_five_megabytes_is_cut_and_says_so() -> None:
    shown = rows(reading("a\n" + "x" * 5_000_000 + "\nb"), (), ())
    line = shown[1]
    assert isinstance(line, Row)
    assert sum(len(piece.text) for piece in line.pieces) == SHORT_COLUMNS
    assert line.cut == 5_000_000 - SHORT_COLUMNS


@given(st.lists(st.text(alphabet="ab ", max_size=3 * MAX_COLUMNS), max_size=5))
def test_what_is_shown_and_what_is_cut_is_the_line(texts: list[str]) -> None:
    read = reading("\n".join(texts))
    for row, text in zip(rows(read, (), ()), read.lines, strict=True):
        assert isinstance(row, Row)
        shown = "".join(piece.text for piece in row.pieces)
        assert text.startswith(shown)
        assert len(shown) + row.cut == len(text)


@given(st.text(), st.lists(st.tuples(st.integers(-5, 50), st.integers(-5, 50))))
def test_pieces_are_the_text_again(text: str, spans: list[tuple[int, int]]) -> None:
    assert "".join(piece.text for piece in cut_pieces(text, spans)) == text


def test_marks_may_overlap() -> None:
    pieces = cut_pieces("0123456789", [(4, 6), (1, 5), (8, 99)])
    assert [piece.text for piece in pieces if piece.marked] == ["1234", "5", "89"]
