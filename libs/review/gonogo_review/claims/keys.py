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
        whole = line.text_of(own.value[0], end) in line.words.sets["wholes"]
        if label and (whole or _is_status_label(line, label)):
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
    if last == first or not _is_share_label(line, label):
        return []
    return _how_far(line, first, last, label)


def degree(line: Line) -> list[Hit]:
    """`60%` in a cell whose column is called `Progress`."""
    if any(token.kind == "w" for token in line.tokens):
        return []
    return _how_far(line, 0, len(line.tokens), "%")


def asks_for_share(header: Line) -> bool:
    """Whether a column, such as `Progress`, holds shares of what is done."""
    return _is_share_label(header, header.text_of(0, len(header.tokens)))


def _is_share_label(line: Line, label: str) -> bool:
    """One of progress; where no blanks stand, the label may end in one: `项目完成度`."""
    known = line.words.sets["progress"]
    return label in known or (line.words.split is not None and label.rsplit(" ", maxsplit=1)[-1] in known)


def _how_far(line: Line, first: int, last: int, label: str) -> list[Hit]:
    """A part of it is partial. The whole is done where the label names completion: `完成度`, not `Progress`."""
    share = next(iter(amounts(line)), None)
    if share is None or share.unit != "%" or share.comparator not in ("", "~") or share.low != share.high:
        return []
    if share.low > _WHOLE or (share.low == _WHOLE and line.words.split is None):
        return []
    state = "done" if share.low == _WHOLE else "partial" if share.low else "open"
    return [Hit(state, first, last, label)]
