"""What the label of a line says of the amounts behind it."""

from gonogo_review.claims.found import Found
from gonogo_review.claims.line import Line, Segments
from gonogo_review.claims.naming import role_ending
from gonogo_review.claims.segments import segments
from gonogo_review.claims.units import CURRENCIES

_NAMING = frozenset((":", "：", "="))
_GIVEN = frozenset({"target", "value", "timed", "before", "after"})


def label_role(line: Line, found: list[Found]) -> str:
    """The role that the label gives to all amounts of its value."""
    parts = segments(line)
    first, last = parts.label
    if last <= first:
        return _enclosed(line, parts, found)
    if any(amount.first < last for amount in found):
        return ""
    if expects(line, parts):
        return "target"
    while last > first and line.tokens[last - 1].kind == "s":
        last -= 1
    while first < last and line.tokens[first].kind == "s":
        first += 1
    return _by_edges(line, first, last, found) or _leading(line, first, last, found)


def expects(line: Line, parts: Segments) -> bool:
    """'Expected result: all tests pass': the label says that its value is asked for."""
    expectations = line.words.sets["expectations"]
    return parts.label[1] > parts.label[0] and line.text_of(*parts.label) in expectations


def _by_edges(line: Line, first: int, last: int, found: list[Found]) -> str:
    """By the words that end the label, else by those that open it."""
    opening = line.words.matches(line.tokens, first, "roles") if first < last else None
    opened = opening.value if opening is not None else ""
    if opening is not None and opening.text in line.words.sets["timed"]:
        opened = "timed"
    for role in (role_ending(line, first, last), opened):
        if role == "delta" and (_saves(line) or all(amount.unit in CURRENCIES for amount in found)):
            return role
        if role in _GIVEN:
            return role
    return ""


def _enclosed(line: Line, parts: Segments, found: list[Found]) -> str:
    """'Timeouts (5s for reading, 30s for all)': what stands in front of the brackets names what is in them."""
    if not parts.brackets or found[0].first < parts.brackets[0][0]:
        return ""
    end = parts.brackets[0][0] - 1
    words = [token.low for token in line.tokens[parts.value[0] : end]]
    if not line.words.sets["timed"].isdisjoint(words):
        return "timed"
    named = line.tokens[found[0].first - 1].low in _NAMING and role_ending(line, parts.value[0], end) == "target"
    return "target" if named else ""


def _leading(line: Line, first: int, last: int, found: list[Found]) -> str:
    """'Tiempo máximo de respuesta: 2 s', 'Reduction of costs: 35%': what leads the label's name says it."""
    leads = line.words.sets["of"] | line.words.sets["from"]
    for at in range(first, min(first + 2, last)):
        phrase = line.words.matches(line.tokens, at, "roles")
        end = at + len(phrase.words) if phrase is not None else last
        if phrase is None or end >= last or leads.isdisjoint((line.tokens[end].low, phrase.words[-1])):
            continue
        if at > first and phrase.value == "target":
            return "target"
        if phrase.value == "delta" and all(amount.unit == "%" and not amount.comparator for amount in found):
            return "delta"
    return ""


def _saves(line: Line) -> bool:
    """'Savings: 3 hours a week': what was saved is a change, whatever it is measured in."""
    return line.text_of(*segments(line).label) in line.words.sets["saved"]
