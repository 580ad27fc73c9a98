"""Keys whose value says how far something is: `Status: active`, `Progress: 56%`."""

from gonogo_review.claims.grammar import amounts
from gonogo_review.claims.line import Hit, Line, Segments
from gonogo_review.claims.positions import as_status
from gonogo_review.claims.segments import segments

_WHOLE = 100
"""Percent."""


def status_value(line: Line, parts: Segments) -> list[Hit]:
    """The value of a key that asks for a state: `Status: active`."""
    if line.lows.isdisjoint(line.words.label_ends):
        return []
    found: list[Hit] = []
    for start, end in _columns(line):
        own = parts if (start, end) == (0, len(line.tokens)) else segments(line, start, end)
        first, last = own.label
        label = line.text_of(first, last)
        if label and _is_status_label(line, label):
            found += as_status(line, own.value[0], end)
    return found


def _columns(line: Line) -> list[tuple[int, int]]:
    """Token ranges: '**Date**: today | **Status**: done' has two."""
    if "|" not in line.lows:
        return [(0, len(line.tokens))]
    bars = [index for index, token in enumerate(line.tokens) if token.low == "|"]
    return [(first + 1, last) for first, last in zip([-1, *bars], [*bars, len(line.tokens)], strict=True)]


def asks_for_state(key: Line) -> bool:
    """Whether a table's key, such as `Status`, asks for a state."""
    label = key.text_of(0, len(key.tokens))
    return bool(label) and _is_status_label(key, label)


def _is_status_label(line: Line, label: str) -> bool:
    labels = line.words.sets["status_labels"]
    return label in labels or label.rsplit(" ", maxsplit=1)[-1] in labels


def progress(line: Line, parts: Segments) -> list[Hit]:
    """`Progress: 56%`: the share says how far the whole is."""
    first, last = parts.label
    label = line.text_of(first, last)
    if label not in line.words.sets["progress"]:
        return []
    share = next(iter(amounts(line)), None)
    if share is None or share.unit != "%" or share.comparator or share.low >= _WHOLE:
        return []
    return [Hit("partial" if share.low else "open", first, last, label)]
