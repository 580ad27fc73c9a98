"""Load tests: users, times and rates that exclude each other, answers that are no success, rates called steady."""

import re
from collections.abc import Iterator

from gonogo_review.consistency.absolute import against, full
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import dimension, exact, tidy
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Amount, Draft

CODE = re.compile(r"^\W*(?:HTTP\s*)?([345]\d\d)\b")
FACTOR = 2.0
"""More answers than this many times what the users can have waited for are no matter of rounding."""
SPREAD = 0.15
"""Values that differ by more than this part are not steady."""
LEAST = 3
"""Values that make a row of them."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each kind of contradiction, over all the tests that have it."""
    yield from too_fast(outline)
    yield from no_success(outline)
    yield from unsteady(outline)


def too_fast(outline: Outline) -> Iterator[Draft]:
    """Each user waits for his answer: 10 users at 500 ms make at most 20 requests a second."""
    users = values(outline, "concurrent", "count")
    rates, times = values(outline, "throughput", "/s"), values(outline, "average", "s")
    lines: list[Line] = []
    message = ""
    for part in sorted(users.keys() & rates.keys() & times.keys()):
        (user_line, user), (rate_line, rate), (time_line, time) = users[part], rates[part], times[part]
        most = exact(user).high / exact(time).low if exact(time).low > 0 else 0.0
        if most and exact(rate).low > FACTOR * most:
            shown = (
                f"{tidy(user.low)} users who each wait {time.printed.strip()} make at most {most:.0f} requests a second"
            )
            message = message or f"{quote(rate_line)}: {shown}."
            lines += [rate_line, time_line, user_line]
    if lines:
        yield draft("arithmetic", "arithmetic.load", "medium", lines, message)


def values(outline: Outline, category: str, unit: str) -> dict[int, tuple[Line, Amount]]:
    """For each part of a test, its only amount under a word; none where it has two."""
    found: dict[int, list[tuple[Line, Amount]]] = {}
    for line in outline.having(category):
        amounts = [a for a in line.present if dimension(a.unit) == unit and not a.of and not a.comparator]
        part = test_of(outline, line)
        if part and len(amounts) == 1 and not line.is_row and is_key(line, category):
            found.setdefault(part, []).append((line, amounts[0]))
    return {part: entries[0] for part, entries in found.items() if len(entries) == 1}


def is_key(line: Line, category: str) -> bool:
    """Whether a line's key has the word, so that its amount is what the word says."""
    return line.is_keyed and category in line.label_words


def test_of(outline: Outline, line: Line) -> int:
    """The section of the test that a line belongs to: the outermost one under the title; 0 where there is none."""
    above = outline.inner_chains[line.section]
    return above[-1] if above else 0


def no_success(outline: Outline) -> Iterator[Draft]:
    """'Success rate: 100%', and answers with another code than 2xx."""
    rates = [x for x in outline.having("rate") if full(x) and "passed" in x.words and not x.has("tests", "coverage")]
    codes = [x for x in outline.counting if rates and counts_code(x)]
    for rate in rates:
        lines = [x for x in codes if test_of(outline, x) == test_of(outline, rate)]
        if lines:
            others = [x for x in codes if x not in lines]
            yield against(rate, [*lines, *(x for x in rates if x is not rate), *others], "absolute.success-codes")
            return


def counts_code(line: Line) -> bool:
    """Whether a line's key is a status code that is no success, and its value a number of answers."""
    return bool(CODE.match(line.label)) and any(a.unit == "count" and a.low > 0 for a in line.present)


def unsteady(outline: Outline) -> Iterator[Draft]:
    """'143 | 176 | 178 | consistent'."""
    for line in outline.having("steady"):
        spread = line.present
        if line.is_row and len(spread) >= LEAST and len({a.unit for a in spread}) == 1 and apart(spread):
            said = [x for x in outline.having("steady") if x is not line and x.words.keys() & line.label_words.keys()]
            yield against(line, [*said, line], "absolute.unsteady")
            return


def apart(amounts: list[Amount]) -> bool:
    """Whether the smallest and the largest amount differ by more than a steady thing's do."""
    low, high = min(a.low for a in amounts), max(a.high for a in amounts)
    return high > 0 and (high - low) / high > SPREAD
