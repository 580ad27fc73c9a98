"""Which numbers are no quantity: dates, versions, ports, codes, the numbers of sections and steps."""

import re

from gonogo_review.claims.arguments import is_argument
from gonogo_review.claims.codes import (
    is_code,
    is_day_of_month,
    is_identifier,
    is_key,
    is_network,
    is_pair_of_codes,
    is_port,
    numbers_several,
)
from gonogo_review.claims.foreign import is_array, is_complexity, is_dimension, is_model, is_physical
from gonogo_review.claims.found import Found
from gonogo_review.claims.glued import is_part_of_name
from gonogo_review.claims.line import Line
from gonogo_review.claims.naming import is_aside
from gonogo_review.claims.ordinals import is_enumerator, is_ordinal, is_per, is_percentile, is_step
from gonogo_review.claims.spans import in_run
from gonogo_review.claims.versions import is_labelled, is_version

_YEARS = frozenset(range(1990, 2040))
"""A set: whether a float is in a range is asked of each number in it."""
_QUARTER = re.compile(r"[qh][1-4]|[1-4]q")
_BEST_SCORE = 100
_TIMES = frozenset("×*✕xX")
_OPEN, _CLOSE = frozenset("(（"), frozenset(")）")
_HOURS = 12
_CLOSERS = frozenset(")）]】,;.，；。")


def refusal(line: Line, found: Found, *, after_name: bool) -> str:
    """Why the number is no amount; an empty text where it is one.

    Units and ratios mostly are amounts; a bare number must stand where a value stands, or count something.
    """
    for why, is_so in _NEVER:
        if is_so(line, found):
            return why
    if found.of is not None:
        if after_name:
            return "it numbers what the word before it names"
        return _no_ratio(line, found)
    if found.low in _YEARS and found.first and line.tokens[found.first - 1].low in line.words.sets["months"]:
        return "a date"
    if found.unit not in ("count", ""):
        return "a part of a name" if _is_glued(line, found) or is_network(line, found) else ""
    roughly = found.comparator == "~" and line.named(found.first)
    if after_name or roughly or line.named(found.number) or is_labelled(line, found):
        return "it numbers what the word before it names"
    for why, is_so in _NONE:
        if is_so(line, found):
            return why
    if found.comparator or found.sign or found.noun[1]:
        return "a version" if is_version(line, found) else ""
    return "" if _stands_as_value(line, found) else "it counts nothing and stands where no value stands"


def _no_ratio(line: Line, found: Found) -> str:
    """Why two numbers with a slash between are no part of a whole."""
    if is_pair_of_codes(line, found):
        return "two HTTP statuses"
    dated = is_day_of_month(line, found)
    return "a date" if dated else "the number of a step" if is_step(line, found) else ""


def _is_glued(line: Line, found: Found) -> bool:
    """'Phase 4B', and a unit behind a number that hangs on a word."""
    tokens = line.tokens
    if line.named(found.number) and found.unit != "%" and found.end - tokens[found.number].end == 1:
        return found.last < len(tokens)
    before = tokens[found.first - 1] if found.first else None
    if before is None or before.end != tokens[found.first].start or found.comparator:
        return False
    return before.kind in "wi" and before.low.isascii()


def _is_numbered(line: Line, found: Found) -> bool:
    """Behind a number sign or a month."""
    before = line.tokens[found.first - 1].low if found.first else ""
    if before == "#" and found.noun[1] and not line.named(found.first - 1):
        return False  # behind a blank a remark begins: `src/  # 8 files`
    return before in ("第", "#", "§", "№") or before in line.words.sets["months"]


def _is_factor(line: Line, found: Found) -> bool:
    """'(paid / total) × 100': what is behind a bracket that a sign of multiplication follows."""
    before = [token.low for token in line.tokens[max(found.first - 2, 0) : found.first]]
    return before[-1:] != [] and before[-1] in _TIMES and before[0] in _CLOSE and not found.noun[1]


def _is_date(line: Line, found: Found) -> bool:
    """A year, or a day beside its month."""
    behind = line.tokens[found.last].low if found.last < len(line.tokens) else ""
    if (found.low in _YEARS and _QUARTER.fullmatch(behind)) or _is_hour(line, found):
        return True
    if behind in line.words.sets["months"] or (behind in (".", "º", "de") and _month_near(line, found.last)):
        return True
    return (
        found.low in _YEARS
        and not found.comparator
        and not found.decimals
        and not line.tokens[found.first].low.count(",")
        and (not found.noun[1] or (found.first > 0 and line.tokens[found.first - 1].kind == "w"))
    )


def _is_hour(line: Line, found: Found) -> bool:
    """'2 AM', '11 pm'; in German 'am' is a word."""
    behind = line.tokens[found.last] if found.last < len(line.tokens) else None
    if behind is None or behind.low not in ("am", "pm") or found.low > _HOURS:
        return False
    return line.words.language == "en" or line.view[behind.start : behind.end].isupper()


def _month_near(line: Line, index: int) -> bool:
    return any(token.low in line.words.sets["months"] for token in line.tokens[index : index + 3])


def _is_numbering(line: Line, found: Found) -> bool:
    """`26.1 Write the guide`, `(2) Read it`, `5 Outlook` behind `4 Results`: a number of the outline at the head."""
    tokens = line.tokens
    if line.cell or found.comparator or found.last >= len(tokens):
        return False
    if any(token.kind != "s" for token in tokens[: found.first]):
        return False
    behind = tokens[found.last]
    if found.first and tokens[found.first - 1].low in _OPEN:
        return behind.low in _CLOSE and not found.sign and found.last + 1 < len(tokens)
    dotted = behind.low in (".", ")", "、", "．") and behind.start == found.end
    return line.numbered or found.decimals > 0 or dotted


def _stands_as_value(line: Line, found: Found) -> bool:
    """Alone in its cell, behind a colon or an arrow, in brackets."""
    tokens = line.tokens
    if in_run(line, found.number):
        return True
    if not found.first:
        leads = line.cell and found.last < len(tokens) and tokens[found.last].low in line.words.sets["stops"]
        return leads or found.last >= len(tokens) or tokens[found.last].kind in "sx"
    before = tokens[found.first - 1]
    if before.kind == "w":
        return (
            _stands_for_things(line, found)
            or _is_score(line, found)
            or (_ends_clause(line, found) and (_plays(line, found) or is_aside(line, found)))
        )
    if before.kind == "s" and before.low not in ("-", "/", ".", "_", "*", "#", "@", "$"):
        return True
    return before.kind == "s" and before.low in ("-", "*") and before.end < tokens[found.first].start


def _stands_for_things(line: Line, found: Found) -> bool:
    """'The remaining 4 are minor': a number in place of the things that it counts."""
    behind = line.tokens[found.last].low if found.last < len(line.tokens) else ""
    return behind in line.words.sentence["copulas"] and line.tokens[found.first - 1].low in line.words.sets["rest"]


def _is_score(line: Line, found: Found) -> bool:
    """'Performance 95, SEO 100': of two audits at least that a line names, each with its score behind it."""
    audits = line.words.sets["audits"]
    named = line.tokens[found.first - 1].low in audits and found.high <= _BEST_SCORE
    return named and len(audits & line.lows) > 1


def _ends_clause(line: Line, found: Found) -> bool:
    return found.last >= len(line.tokens) or line.tokens[found.last].low in _CLOSERS


def _plays(line: Line, found: Found) -> bool:
    """Whether the words in front say what it plays: '9 instead of 72', '(now 120)'."""
    for length in (3, 2, 1):
        start = found.first - length
        phrase = line.words.matches(line.tokens, start, "roles") if start >= 0 else None
        if phrase is not None and len(phrase.words) == length:
            return phrase.value in ("value", "before", "after")
    return False


_NONE = (
    ("it says which one", is_ordinal),
    ("the number of a part of a sentence", is_enumerator),
    ("the name of a product", is_model),
    ("an element of an array", is_array),
    ("the name of one thing", is_identifier),
    ("a factor of a formula", _is_factor),
    ("the growth of a cost", is_complexity),
    ("an argument", is_argument),
    ("a number of a thing or a day", _is_numbered),
    ("an HTTP status", is_code),
    ("a port", is_port),
    ("a date", _is_date),
    ("the numbers of things", numbers_several),
    ("a number of the outline", _is_numbering),
)
_NEVER = (
    ("a part of a name", is_part_of_name),
    ("a part of a rate", is_per),
    ("what something is called by", is_key),
    ("a percentile", is_percentile),
    ("a measure of a screen", is_dimension),
    ("a measure of nature or of a screen", is_physical),
)
"""Whatever unit follows."""
