"""Results whose inputs stand in the other entries of a list, or in the brackets behind them."""

import re
from collections.abc import Iterator

from gonogo_review.consistency import improvement, shares
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import Interval, dimension, resolution, rounded, tidy
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Amount, Draft

BRACKET = re.compile(r"[(（](?P<inner>[^()（）]{5,120})[)）]")
PART = re.compile(r"^\s*[~*_`]*\d[\d,.]*\s+[^\W\d_]+(?:[ -][^\W\d_]+){0,2}[*_`\s]*$")
SHORT = 24
"""Characters from a total to the bracket with its parts."""
LEVELS = ("severe", "level_high", "level_medium", "level_low")
LEAST = 3


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each list or bracket whose numbers exclude each other."""
    for block in outline.reading.blocks:
        if block.kind in ("list", "paragraph") and block.end_line - block.line >= LEAST - 1:
            counting = outline.counting_at
            lines = [counting[n] for n in range(block.line, block.end_line + 1) if n in counting]
            if len(lines) == LEAST:
                yield from changed(lines)
            if len(lines) >= LEAST:
                yield from completed(lines)
    for line in outline.counting:
        if len(line.amounts) > 2:
            yield from in_brackets(line)


def changed(lines: list[Line]) -> Iterator[Draft]:
    """'Before: 800 ms', 'After: 200 ms' and 'Improvement: 85%', each on a line of its own, and nothing beside them."""
    single = [(x, x.amounts[0]) for x in lines if len(x.amounts) == 1]
    befores, afters = ([e for e in single if e[1].role == role] for role in ("before", "after"))
    deltas = [e for e in single if e[1].role == "delta" and e[1].unit in ("%", "x")]
    if not len(befores) == len(afters) == len(deltas) == 1 or len(single) != len(lines):
        return
    before, after, delta = befores[0], afters[0], deltas[0]
    mistake = improvement.check(before[1], after[1], delta[1]) if before[1].unit == after[1].unit else None
    if mistake:
        message = (
            f"{quote(delta[0])}: from {before[1].printed} to {after[1].printed} is {mistake.expected}, "
            f"not {delta[1].printed}; {mistake.because}."
        )
        yield draft("arithmetic", "arithmetic.change-in-list", "low", [delta[0], before[0], after[0]], message)


def completed(lines: list[Line]) -> Iterator[Draft]:
    """'Committed: 34', 'Completed: 29' and 'Completion rate: 92%'."""
    keyed = [x for x in lines if x.is_keyed and len(x.amounts) == 1 and not x.amounts[0].comparator]
    rates = [x for x in keyed if x.amounts[0].unit == "%" and x.is_called("rate") and x.is_called("readiness")]
    wholes = [x for x in keyed if x.amounts[0].unit == "count" and x.is_called("committed")]
    parts = [x for x in keyed if x.amounts[0].unit == "count" and x.is_called("finished") and x not in wholes]
    if not len(rates) == len(wholes) == len(parts) == 1:
        return
    part, whole, rate = (x.amounts[0] for x in (parts[0], wholes[0], rates[0]))
    share = shares.share(Interval(part.low, part.high), Interval(whole.low, whole.high)) if whole.low else None
    if share and not part.of and not share.meets(rounded(rate.low, resolution(rate))):
        right = f"{tidy(share.low)}%"
        message = f"{quote(rates[0])}: {tidy(part.low)} of {tidy(whole.low)} is {right}."
        yield draft("arithmetic", "arithmetic.completed", "medium", [rates[0], parts[0], wholes[0]], message, right)


def in_brackets(line: Line) -> Iterator[Draft]:
    """'12 findings (3 critical, 4 high, 6 medium)': more than all, or all levels and fewer."""
    for bracket in BRACKET.finditer(line.text):
        start, end = bracket.span("inner")
        pieces = re.split(r"[,;]\s|\s(?:and|und|et|y|e|i|и|ve)\s|[、，]", bracket.group("inner"))
        inner = [a for a in line.amounts if start <= a.start and a.end <= end]
        total = next((a for a in reversed(line.amounts) if a.end <= start), None)
        if total is None or len(inner) < 2 or len(inner) != len(pieces) or not all(map(PART.match, pieces)):
            continue
        added = sum(a.low for a in inner)
        near = start - total.end <= SHORT and "," not in line.text[total.end : start]
        if near and countable(total, inner) and (added > total.low or levels_only(line, inner, added, total)):
            shown = " + ".join(tidy(a.low) for a in inner)
            message = f"{quote(line)}: {shown} is {tidy(added)}, not {tidy(total.low)}."
            yield draft("arithmetic", "arithmetic.brackets", "medium", [line], message, tidy(added))


def countable(total: Amount, inner: list[Amount]) -> bool:
    """Whether a total and its parts are exact counts, and each part is less than the total."""
    amounts = (total, *inner)
    exact = all(dimension(a.unit) == "count" and not a.comparator and not a.of and a.low == a.high for a in amounts)
    return exact and all(a.role == total.role for a in inner) and all(0 <= a.low < total.low for a in inner)


def levels_only(line: Line, inner: list[Amount], added: float, total: Amount) -> bool:
    """Whether the parts are the levels of one scale, which leave nothing out, and are fewer than the total."""
    starts = [m.start for category in LEVELS for m in line.words.get(category, ())]
    graded = all(any(0 <= start - a.end <= 2 for start in starts) for a in inner)
    return graded and len(inner) >= LEAST and added < total.low
