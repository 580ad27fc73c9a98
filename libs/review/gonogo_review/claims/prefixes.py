"""What stands around a number before its unit: comparator, sign and currency in front, a plus behind."""

from gonogo_review.claims.found import Found
from gonogo_review.claims.line import Line
from gonogo_review.claims.numerals import number_at
from gonogo_review.claims.units import CURRENCIES, LONG, symbols, unit

_SIGNS = {
    "<": "<", "＜": "<", "<=": "<=", "≤": "<=", "≦": "<=", "⩽": "<=", ">": ">", "＞": ">", ">=": ">=", "≥": ">=",
    "≧": ">=", "⩾": ">=", "~": "~", "≈": "~", "～": "~", "∼": "~", "≃": "~", "±": "~",
}  # fmt: skip
_MINUS = frozenset("-−")
_SIGNED = frozenset(("+", *_MINUS))


def plus(line: Line, found: Found) -> None:
    """`97+` is at least 97."""
    tokens = line.tokens
    if found.last < len(tokens) and tokens[found.last].low in ("+", "＋") and tokens[found.last].start == found.end:
        behind = line.view[tokens[found.last].end : tokens[found.last].end + 1]
        if not behind.isdigit():
            found.comparator = ">="
            found.end = tokens[found.last].end
            found.last += 1


def in_front(line: Line, found: Found, last: Found | None) -> None:
    """Currency, sign and comparator in front of the number, from the number outwards."""
    tokens, index = line.tokens, found.first
    index = _currency(line, found, index)
    if index and tokens[index - 1].low in _SIGNED and tokens[index - 1].end == tokens[index].start:
        glued = index > 1 and tokens[index - 2].end == tokens[index - 1].start and tokens[index - 2].kind in "wnix"
        if not glued or tokens[index - 2].low == "/":
            found.sign = "-" if tokens[index - 1].low in _MINUS else "+"
            index -= 1
            if found.sign == "-":
                found.low, found.high = -found.low, -found.high
    if index and not found.unit and tokens[index - 1].low == "%" and tokens[index - 1].end == tokens[index].start:
        found.unit, index = "%", index - 1
    if index and (sign := _SIGNS.get(tokens[index - 1].low)):
        found.comparator = found.comparator or sign
        index -= 1
    elif index in line.comparators:
        comparator, start = line.comparators[index]
        if last is not None and last.last == start and last.unit in ("%", "x") and not _lasts(line, index):
            last.role = "delta"
        else:
            found.comparator, index = found.comparator or comparator, start
    index = _currency(line, found, index)
    found.first, found.start = index, tokens[index].start


def _lasts(line: Line, index: int) -> bool:
    """Whether the number at this token is a time: '0% over 24 hours' is no comparison."""
    number = number_at(line, index)
    measured = unit(line.tokens, number[2], line.view, line.words) if number else None
    return measured is not None and measured.name in LONG and line.tokens[index - 1].low in line.words.sets["during"]


def _currency(line: Line, found: Found, index: int) -> int:
    """`$5`, `R$ 1,00`, `EUR 20`."""
    tokens = line.tokens
    if not index or found.unit:
        return index
    last = tokens[index - 1]
    name = symbols().get(line.view[last.start : last.end], "")
    if name not in CURRENCIES:
        return index
    found.unit, index = name, index - 1
    if index and last.low == "$" and tokens[index - 1].kind == "w" and tokens[index - 1].end == last.start:
        found.unit = symbols().get(line.view[tokens[index - 1].start : last.end], name)
        index -= 1
    return index
