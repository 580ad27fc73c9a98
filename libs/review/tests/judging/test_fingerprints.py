"""A finding keeps its fingerprint when the report is edited elsewhere: lines move, white space changes."""

import functools
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gonogo_review import rubric
from gonogo_review.judging import judge
from gonogo_review.reading import read_report
from gonogo_review.text import decode

DEV = Path(__file__).parents[5] / "shared" / "corpus" / "dev"
REPORT = """# Shop 3.1.0

**Date**: 2026-11-20
**Status**: ✅ COMPLETE, 100% ready

## 1. Tests

- Unit tests: 118 of 120 passed, 99% of them
- Line coverage: 91% of 120 files
- There are zero open bugs

| Measure | Target | Value | Status |
| --- | --- | --- | --- |
| Line coverage | 95% | 85% | ✅ |
| Latency p95 | < 200 ms | 350 ms | ✅ |

## 3. What is left

- [ ] Payment
- [ ] Delivery
- Open bug: the cart forgets its owner
- Password: Kastanie-12

Response time went from 400 ms to 300 ms, 50% faster. The 4 indexes:

1. Orders
2. Customers
3. Parcels
"""


def fingerprints(text: str) -> Counter[str]:
    """The findings of a report, by fingerprint."""
    review = judge(read_report(text.encode(), "report.md"), [], rubric.default(), today="2026-11-25")
    return Counter(one.fingerprint for one in review.findings)


def by_lines(text: str, change: str) -> str:
    """A change of each line outside blocks of code."""
    done, fenced = [], False
    for line in text.split("\n"):
        fenced ^= bool(re.match(r"\s*(?:```|~~~)", line))
        if fenced or not line.strip():
            done += [line, line] if change == "blank lines" and not fenced else [line]
        elif change == "blanks between words":
            done.append(re.sub(r"(?<=\w) (?=\w)", "  ", line))
        else:
            done.append(line + "  " * (change == "blanks behind lines"))
    return "\n".join(done)


CHANGES: dict[str, Callable[[str], str]] = {
    "lines before": lambda text: "\n\n\n" + text,
    "lines behind": lambda text: text.rstrip("\n") + "\n\n\n\n",
    "a sentence behind": lambda text: text + "\n\nWritten by the team.\n",
    "ends of lines": lambda text: text.replace("\n", "\r\n"),
    "a byte order mark": lambda text: "\ufeff" + text,
    "blank lines": functools.partial(by_lines, change="blank lines"),
    "blanks between words": functools.partial(by_lines, change="blanks between words"),
    "blanks behind lines": functools.partial(by_lines, change="blanks behind lines"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_fingerprints_survive(change: str):
    before = fingerprints(REPORT)
    assert len(before) >= 6
    assert fingerprints(CHANGES[change](REPORT)) == before


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(sorted(CHANGES)), max_size=4))
def test_fingerprints_survive_any_changes_together(chosen: list[str]):
    text = REPORT
    for change in sorted(set(chosen), key=lambda change: change == "ends of lines"):
        text = CHANGES[change](text)
    assert fingerprints(text) == fingerprints(REPORT)


@pytest.mark.skipif(not DEV.is_dir(), reason="the corpus is not here")
@pytest.mark.parametrize("path", sorted(DEV.glob("*.md")), ids=lambda path: str(path.stem))
def test_fingerprints_of_real_reports_survive_moves_and_blanks(path: Path):
    text = "\n".join(decode(path.read_bytes()).lines)
    moved = by_lines("\n\n" + text, "blank lines")
    assert fingerprints(moved) == fingerprints(text)
    assert fingerprints(by_lines(text, "blanks between words")) == fingerprints(text)


def test_another_figure_is_another_finding():
    assert fingerprints(REPORT.replace("350 ms", "360 ms")) != fingerprints(REPORT)
