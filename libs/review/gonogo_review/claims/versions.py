"""Numbers that say which one of several a thing is: behind its name, behind a label, beside a row's name."""

from gonogo_review.claims.found import Found
from gonogo_review.claims.line import Line
from gonogo_review.claims.segments import segments

_LEAST_PORT = 80
"""Fewer are counted."""


def is_labelled(line: Line, found: Found) -> bool:
    """'Phase: 6', 'Version: 1.0', 'Versión del documento: 1.2 estable': the label says what the number numbers."""
    index = found.number
    if index < 2 or line.tokens[index - 1].low not in (":", "：", "="):
        return False
    label = segments(line).label
    if (found.decimals and _tells(line, *label, "versions")) or (_may_be_port(found) and _tells(line, *label, "ports")):
        return True
    if found.noun[1]:
        return _is_title(line, found) and _is_named(line, index)
    return line.tokens[index - 2].low in line.words.sets["versions"] or _is_named(line, index)


def _may_be_port(found: Found) -> bool:
    return found.low >= _LEAST_PORT and not (found.decimals or found.noun[1] or found.comparator)


def _is_title(line: Line, found: Found) -> bool:
    """'3 Checkout', '3 complete', '3 结算页': what follows names or judges, and is not counted."""
    first = found.noun[0]
    if line.words.split is not None:
        return line.tokens[first].start > found.end
    printed = line.view[line.tokens[first].start]
    return printed.isupper() or line.words.state_of(line.tokens[first].low) != ""


def _is_named(line: Line, index: int) -> bool:
    """Whether a name is all there is before the colon in front of this number."""
    name = line.tokens[index - 2].low
    alone = all(token.kind == "s" for token in line.tokens[: index - 2]) or "." in line.tokens[index].low
    return alone and name in line.words.sets["names"] and name not in line.words.sets["plural_names"]


def is_version(line: Line, found: Found) -> bool:
    """A decimal number behind a word and without a unit is a version: `Flask 3.0 endpoints`."""
    before = line.tokens[found.first - 1] if found.first else None
    if not found.decimals or before is None or found.comparator:
        return False
    if found.noun[1] and line.tokens[found.noun[0]].low in line.words.sets["scored"]:
        return False
    return before.kind in "wi" and before.low.isascii() and before.low not in line.words.sets["stops"]


def is_of_row(name: Line, found: Found) -> bool:
    """Whether a row's name makes the number in another cell a version: `Version`, `Wersja systemu`, `Python`."""
    if found.unit != "count" or found.of is not None or not name.tokens:
        return False
    last = name.tokens[-1].low
    if not found.decimals:
        port = _may_be_port(found) and _tells(name, 0, len(name.tokens), "ports")
        return port or (last in name.words.sets["versions"] and not found.noun[1])
    return _tells(name, 0, len(name.tokens), "versions") or (
        last in name.words.sets["names"] and last not in name.words.sets["plural_names"]
    )


def _tells(line: Line, first: int, last: int, name: str) -> bool:
    """Whether one of these words asks for a version, or for a port."""
    asking = line.words.sets[name]
    return any(token.low in asking for token in line.tokens[first:last])
