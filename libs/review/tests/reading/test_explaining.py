"""`--explain`: why a line became the claim it is, or none."""

import pytest

from gonogo_review.explaining import explain
from gonogo_review.model import Reading
from gonogo_review.reading import read_report

TEXT = """# Rollout

## Checks
- Load: FAIL - p99 of 1.8s on port 8080, Python 3.11
| Check | Target | Status |
|---|---|---|
| Errors | <1% | done |

```sh
npm test
```
**Before**: see `docs/a.md` created today
"""


@pytest.fixture
def reading() -> Reading:
    return read_report(TEXT.encode(), "a.md")


def test_an_item(reading: Reading) -> None:
    """The section, the word and its state, every amount with its parse, and why the other numbers are none."""
    told = explain(reading, 4)
    assert "item of a list in section 'Checks' (line 3)" in told
    assert "item, failed, by 'fail'" in told
    assert "'1.8s' is value: 1.8 s" in told
    assert "'8080' is no amount: it numbers what the word before it names" in told


def test_a_row() -> None:
    """Columns are named with what they hold."""
    text = TEXT.replace("3.11\n|", "3.11\n\n|")
    told = explain(read_report(text.encode(), "a.md"), 8)
    assert "'Target' is target" in told
    assert "item, done, by 'done'" in told


def test_lines_without_a_claim(reading: Reading) -> None:
    """A blank line and a command say why they say nothing."""
    assert "holds no content" in explain(reading, 2)
    assert "commands or source" in explain(reading, 10)


def test_a_line_that_is_not_there(reading: Reading) -> None:
    """The error says which lines there are."""
    with pytest.raises(ValueError, match="has lines 1 to 13, not 99"):
        explain(reading, 99)
