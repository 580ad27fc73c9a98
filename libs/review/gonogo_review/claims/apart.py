"""A name of two things with two numbers behind it: two counts that only look like a share."""

from gonogo_review.claims.found import Found
from gonogo_review.claims.line import Line
from gonogo_review.claims.numerals import number_at

_TELLING = ("states", "cells", "roles", "columns")


def told_apart(name: Line, first: int, last: int, line: Line, found: list[Found]) -> list[Found]:
    """'Brands / Models: 12 / 49': the amounts of a line that the tokens `first` to `last` of `name` name."""
    if len(found) != 1 or found[0].of is None or found[0].noun[1] or not _names_two(name, first, last):
        return found
    whole = found[0]
    at = whole.number + 2
    second = number_at(line, at) if at < whole.last and line.tokens[at - 1].low == "/" else None
    if second is None:
        return found
    low, decimals, end = second
    left, right = line.tokens[at - 2], line.tokens[at]
    return [
        Found(whole.low, whole.low, whole.start, left.end, whole.first, at - 1, number=whole.number, unit="count"),
        Found(low, low, right.start, line.tokens[end - 1].end, at, end, number=at, unit="count", decimals=decimals),
    ]


def _names_two(name: Line, first: int, last: int) -> bool:
    """Whether a slash between blanks parts two nouns, none of which says how far or out of what: 'Passed / Total'."""
    if "/" not in name.lows:
        return False
    inner, words = name.tokens[first + 1 : max(last - 1, 0)], name.words
    slashes = [token for token in inner if token.low == "/"]
    apart = len(slashes) == 1 and name.view[slashes[0].start - 1 : slashes[0].end + 1] == " / "
    known = (
        set().union(*[words.firsts[table] for table in _TELLING]) | words.sets["wholes"] | words.sentence["universal"]
    )
    return apart and known.isdisjoint([token.low for token in name.tokens[first:last]])
